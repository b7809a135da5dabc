import chineseDays from 'chinese-days';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Stage } from '#shared/domain/case-stage.ts';

/** Working days a case may stand at a stage; document review is fixed (一般为2个工作日), the others are the centre's settings. */
const STAGE_DAYS: Readonly<Record<Stage, number>> = {
  'documents-in-review': 2,
  returned: 10,
  'awaiting-sample': 10,
  'in-inspection': 15,
  'ready-for-review': 5,
  'in-review': 3,
  proposed: 10,
  granted: 3,
  refused: 0,
  issued: 0,
};

const known = new Map<PlainDate, boolean>();

/** Whether a day is worked on in China, holidays and make-up days considered; each day is looked up once. */
export function isWorkday(day: PlainDate): boolean {
  const found = known.get(day);
  if (found !== undefined) return found;
  const worked = chineseDays.isWorkday(day);
  known.set(day, worked);
  return worked;
}

/** The day a case should leave a stage that it enters on `from`, in Chinese working days (holidays and make-up days). */
export const stageDueOn = (stage: Stage, from: PlainDate): PlainDate =>
  chineseDays.findWorkday(STAGE_DAYS[stage], from) as PlainDate;
