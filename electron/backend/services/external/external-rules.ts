import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '#shared/base/result.ts';
import { reportChecklistSchema } from '#shared/contract/external.ts';
import type { ReportChecklist } from '#shared/domain/external/report-checklist.ts';
import { plansInForce } from '#electron/backend/services/lab/test-plans.ts';
import type { Room, Service } from '#electron/backend/services/room.ts';

const checklistOf = new WeakMap<Room, ReportChecklist>();

/**
 * What outside reports are held against, read once.
 * @throws Error when the shipped file is not right: the installation is broken.
 */
export function reportChecklist(room: Room): ReportChecklist {
  const known = checklistOf.get(room);
  if (known !== undefined) return known;
  const file = join(room.folders.resources, 'templates', 'report-checklist.json');
  const { schema: _, ...checklist } = reportChecklistSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  checklistOf.set(room, checklist);
  return checklist;
}

/** The checklist, and the centre's plans in force that figures from outside are read by. */
export const getExternalRules: Service<'external.rules'> = (room) =>
  ok({ checklist: reportChecklist(room), plans: [...plansInForce(room).values()] });
