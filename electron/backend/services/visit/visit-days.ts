import type { VisitDays } from '#shared/domain/visit/visit-days.ts';
import { daysKind } from '#shared/domain/visit/visit-days.ts';
import { DAYS_WORDS } from '#shared/domain/visit/visit-words.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import type { VisitRecord } from '#electron/backend/store/visit-repository.ts';
import { centreDay } from '#electron/backend/services/room.ts';
import { filled } from './visit-words.ts';

/** When a visit took place. The moments it was begun and closed say it, for those too that were begun when the planned day was still its day. */
export const daysOf = (record: Pick<VisitRecord, 'on' | 'plannedOn' | 'startedAt' | 'closedAt'>): VisitDays => ({
  plannedOn: record.plannedOn,
  on: record.startedAt === null ? record.on : centreDay(new Date(record.startedAt)),
  closedOn: record.closedAt === null ? null : centreDay(new Date(record.closedAt)),
});

/** A visit's days as a paper says them; one day that was planned so needs no words. */
export function daysWords(days: VisitDays): string | Bilingual {
  const kind = daysKind(days);
  if (kind === 'day') return days.on;
  const values = { planned: days.plannedOn, on: days.on, until: days.closedOn ?? days.on };
  return { zh: filled(DAYS_WORDS[kind].zh, values), en: filled(DAYS_WORDS[kind].en, values) };
}
