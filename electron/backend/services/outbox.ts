import type { CaseId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { ProblemRow } from '#shared/contract/platform.ts';
import {
  findOutbox,
  listOutbox as readOutbox,
  listProblems as readProblems,
  setOutboxState,
  type OutboxRecord,
} from '#electron/backend/store/outbox-repository.ts';
import { atomically } from './atomically.ts';
import { loadCase, type CaseFacts } from './case-facts.ts';
import { recordDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import { rivalsOf } from './review/round-views.ts';
import { acceptRival } from './review/settle-decision.ts';
import type { Answer, Room, Service } from './room.ts';

/** What was and will be sent, newest first. */
export const listOutbox: Service<'outbox.list'> = (room, input) =>
  ok(readOutbox(room.store, input.cursor, input.limit));

const isProblem = (state: string): state is ProblemRow['state'] =>
  ['conflict', 'quarantined', 'parked'].includes(state);

/** Deeds the platform did not take. */
export const listProblems: Service<'problem.list'> = (room, input) => {
  const page = readProblems(room.store, input.cursor, input.limit);
  const rows = page.rows.flatMap(({ at, entityId, reason, seq, state, type }): readonly ProblemRow[] =>
    isProblem(state) ? [{ seq, type, entityId, state, reason: reason ?? '', at }] : [],
  );
  return ok({ rows, next: page.next });
};

/** The case of a decision that another desk's stands against: laying the entry aside accepts theirs. */
function lostDecision(room: Room, entry: OutboxRecord): CaseFacts | undefined {
  if (entry.state !== 'conflict' || entry.type !== 'decision.made') return undefined;
  const facts = loadCase(room, entry.entityId as CaseId);
  return facts && rivalsOf(facts)?.mine.ledgerSeq === entry.seq ? facts : undefined;
}

/** Whether an entry opened a round that another desk had opened before: the platform has it, so sending it again helps nothing. */
const cameSecond = ({ state, type }: OutboxRecord): boolean =>
  state === 'conflict' && (type === 'appeal.filed' || type === 'correction.opened');

/** Settles a problem: sends the deed again, or lays it aside with a reason; the ledger keeps both. */
export const settleProblem: Service<'problem.settle'> = (room, input, caller) =>
  atomically(room, (): Answer<{ settled: true }> => {
    const entry = findOutbox(room.store, input.seq);
    if (entry === undefined || !isProblem(entry.state)) return refuse('problem.unknown', {}, 'seq');
    if (input.action === 'resend' && cameSecond(entry)) return refuse('round.came-second', {}, 'action');
    const lost = lostDecision(room, entry);
    if (lost !== undefined && input.action === 'resend') return refuse('decision.settle-first', {}, 'action');
    if (lost !== undefined) {
      const given = acceptRival(room, caller, lost, input.reason);
      if (!given.ok) return given;
    }
    setOutboxState(room.store, input.seq, input.action === 'resend' ? 'waiting' : 'settled', input.reason, room.now());
    recordDeed(room, caller, {
      type: input.action === 'resend' ? 'problem.resent' : 'problem.discarded',
      entity: 'outbox',
      entityId: String(input.seq),
      payload: { seq: input.seq, reason: input.reason },
    });
    return ok({ settled: true });
  });
