import { ok } from '#shared/base/result.ts';
import type { DrawRow, DrawView } from '#shared/contract/draws.ts';
import { drawSpotChecks } from '#shared/domain/spot-check-draw.ts';
import {
  casesOfDraw,
  findDraw,
  findDrawOfCase,
  listDrawCandidates as readCandidates,
  listDraws as readDraws,
  type DrawRecord,
} from '#electron/backend/store/draw-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { refuse } from './refuse.ts';
import type { Room, Service } from './room.ts';

const listOf = (json: string): readonly string[] => JSON.parse(json) as readonly string[];

function drawRow(room: Room, draw: DrawRecord): DrawRow {
  const { caseCount, drawnAt, drawnBy, id, number, seed, selectedCount, sharePercent } = draw;
  const by = personName(room.store, drawnBy);
  return { id, number, seed, sharePercent, cases: caseCount, selected: selectedCount, by, at: drawnAt };
}

/** A draw with its cases as others see it. */
export const drawView = (room: Room, draw: DrawRecord): DrawView => ({
  ...drawRow(room, draw),
  algorithm: draw.algorithm,
  drawn: casesOfDraw(room.store, draw.id).map(({ caseId, enterpriseName, productName, selected }) => ({
    caseId,
    enterpriseName,
    productName,
    selected: selected === 1,
  })),
});

/** Cases that wait for a draw. */
export const listDrawCandidates: Service<'draw.candidates'> = (room, { cursor, limit }) =>
  ok(readCandidates(room.store, cursor, limit));

/** Draws, the newest on top. */
export const listDraws: Service<'draw.list'> = (room, { cursor, limit }) => {
  const page = readDraws(room.store, cursor, limit);
  return ok({ rows: page.rows.map((row) => drawRow(room, row)), next: page.next });
};

export const getDraw: Service<'draw.get'> = (room, { drawId }) => {
  const draw = findDraw(room.store, drawId);
  return draw === undefined ? refuse('draw.unknown', {}, 'drawId') : ok(drawView(room, draw));
};

/** The draw a case was in. */
export const drawOfCase: Service<'draw.of-case'> = (room, { caseId }) => {
  const found = findDrawOfCase(room.store, caseId);
  return ok(found === undefined ? null : { ...found, selected: found.selected === 1 });
};

/** Works a draw out again from the seed and the list that were stored with it. */
export const checkDraw: Service<'draw.verify'> = (room, { drawId }) => {
  const draw = findDraw(room.store, drawId);
  if (draw === undefined) return refuse('draw.unknown', {}, 'drawId');
  const { algorithm, seed, sharePercent } = draw;
  const stored = listOf(draw.selected);
  const again = drawSpotChecks({ seed, sharePercent, cases: listOf(draw.cases) });
  const selected = again.ok && again.value.algorithm === algorithm ? again.value.selected : [];
  return ok({ holds: JSON.stringify(selected) === JSON.stringify(stored), selected, stored });
};
