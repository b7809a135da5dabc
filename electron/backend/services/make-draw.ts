import type { CaseId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { DrawView } from '#shared/contract/draws.ts';
import { drawSpotChecks } from '#shared/domain/spot-check-draw.ts';
import { drawCandidateIds, insertDraw, type DrawRecord } from '#electron/backend/store/draw-repository.ts';
import { deskCode, nextSerial } from '#electron/backend/store/facts.ts';
import { reviewSettings } from '#electron/backend/store/settings-repository.ts';
import { atomically } from './atomically.ts';
import { loadCase, type CaseFacts } from './case-facts.ts';
import { drawView } from './draws.ts';
import { recordDeed } from './record-deed.ts';
import { mayRecord, storeFinding } from './record-finding.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from './room.ts';

/** Letters of a seed's part that is made here: short enough to read out, too many to try. */
const MADE_LENGTH = 12;
/** Most cases of one draw, so that its one transaction stays short. */
const MOST_CASES = 2000;

/**
 * Draws among all 1–2★ cases that wait, with what the draw is worked out again from kept for good.
 *
 * Those drawn wait for their laboratory test; the others are recorded as not selected under the drawer's
 * name, with the number and seed as the reason. A case that was in a draw is never in another. Whoever draws chooses
 * neither the share nor the seed: part of it is made here, once the list is fixed.
 */
export const makeDraw: Service<'draw.make'> = (room, input, caller) =>
  atomically(room, (): Answer<DrawView> => {
    const waiting = drawCandidateIds(room.store);
    if (input.expected !== null && input.expected !== waiting.length)
      return refuse('draw.list-changed', { expected: input.expected, found: waiting.length });
    if (waiting.length > MOST_CASES) return refuse('draw.too-many', { found: waiting.length, limit: MOST_CASES });
    const cases = drawable(room, waiting, caller);
    if (!cases.ok) return cases;
    const made = room.world.token(MADE_LENGTH);
    const seed = input.contribution === null ? made : `${input.contribution}-${made}`;
    const sharePercent = reviewSettings(room.store).spotCheckPercent;
    const drawn = drawSpotChecks({ seed, sharePercent, cases: waiting });
    if (!drawn.ok) return refuse(drawn.failure.code, drawn.failure.data, drawn.failure.field);
    const { algorithm, selected } = drawn.value;
    const draw: DrawRecord = {
      id: room.world.newId(),
      number: numberOf(room),
      seed,
      sharePercent,
      algorithm,
      cases: JSON.stringify(drawn.value.cases),
      selected: JSON.stringify(selected),
      caseCount: drawn.value.cases.length,
      selectedCount: selected.length,
      drawnBy: caller.person.id,
      drawnAt: room.now().toISOString(),
    };
    insertDraw(room.store, draw);
    recordDeed(room, caller, {
      type: 'draw.made',
      entity: 'draw',
      entityId: draw.id,
      payload: { number: draw.number, seed, sharePercent, algorithm, cases: drawn.value.cases, selected },
    });
    const isSelected = new Set(selected);
    for (const facts of cases.value) {
      if (isSelected.has(facts.record.id)) room.announce('case.changed', { caseId: facts.record.id });
      else storeNotSelected(room, caller, facts, draw);
    }
    room.announce('draws.changed', {});
    return ok(drawView(room, draw));
  });

/** Every case that waits, unless this person may not evaluate one of them. */
function drawable(room: Room, ids: readonly CaseId[], caller: SignedInCaller): Answer<readonly CaseFacts[]> {
  const cases: CaseFacts[] = [];
  for (const id of ids) {
    const allowed = mayRecord(room, loadCase(room, id), caller);
    if (!allowed.ok) return refuse('draw.not-impartial', { caseId: id });
    cases.push(allowed.value);
  }
  return ok(cases);
}

const numberOf = (room: Room): string =>
  `SC-${room.today().slice(0, 4)}-${deskCode(room.store)}-${String(nextSerial(room.store, 'serial.draw')).padStart(4, '0')}`;

function storeNotSelected(room: Room, caller: SignedInCaller, facts: CaseFacts, draw: DrawRecord): void {
  const { caseCount, id, number, seed, selectedCount } = draw;
  const reason = `抽样 ${number} 未抽中：${caseCount} 抽 ${selectedCount}，种子 ${seed} · Draw ${number}: ${selectedCount} of ${caseCount}, seed ${seed}`;
  storeFinding(room, caller, facts, { kind: 'spot-check', outcome: 'not-selected', reason }, { kind: 'draw', id });
}
