import { ok } from '#shared/base/result.ts';
import { FIRST_VISITED_STAR } from '#shared/domain/visit/checklist.ts';
import {
  listCorrective,
  listedVisitsOfCase,
  listToVisit,
  listVisits as readVisits,
} from '#electron/backend/store/visit-lists.ts';
import { findCase } from '#electron/backend/store/case-repository.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Service } from '#electron/backend/services/room.ts';
import { visitRow } from './view-visit.ts';

/** Visits by where they stand, or by what the enterprises still owe. */
export const listVisits: Service<'visit.list'> = (room, { cursor, limit, list }) => {
  const page =
    list === 'corrective' ? listCorrective(room.store, cursor, limit) : readVisits(room.store, list, cursor, limit);
  return ok({ rows: page.rows.map((row) => visitRow(room, row)), next: page.next });
};

export const listVisitsOfCase: Service<'visit.of-case'> = (room, { caseId }) => {
  if (findCase(room.store, caseId) === undefined) return refuse('case.unknown', {}, 'caseId');
  return ok(listedVisitsOfCase(room.store, caseId).map((row) => visitRow(room, row)));
};

/** Cases that experts must visit and that nobody has planned a visit for. */
export const listToPlan: Service<'visit.to-plan'> = (room, { cursor, limit }) =>
  ok(listToVisit(room.store, FIRST_VISITED_STAR, cursor, limit));
