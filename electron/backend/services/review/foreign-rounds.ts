import type { AppealId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { appealDismissedSchema, appealFiledSchema, correctionOpenedSchema } from '#shared/platform/round-entry.ts';
import type { EntryEvent } from '#shared/platform/pull.ts';
import { loadCase, restage, type CaseFacts } from '#electron/backend/services/case-facts.ts';
import { readForeignEntry, type ForeignEntry, type Taken } from '#electron/backend/services/read-foreign-entry.ts';
import type { Room } from '#electron/backend/services/room.ts';
import { insertTouch } from '#electron/backend/store/case-repository.ts';
import { keepForeignPerson } from '#electron/backend/store/foreign-evidence-repository.ts';
import { findOwnEntry } from '#electron/backend/store/outbox-repository.ts';
import {
  closeRound,
  findAppeal,
  insertAppeal,
  insertRound,
  newestRound,
  settleAppeal,
  type RoundRecord,
} from '#electron/backend/store/round-repository.ts';
import { carryRound, fillRounds } from './number-rounds.ts';
import { openedAfter, yieldRound } from './yield-round.ts';

/** Entries on appeals and corrections that this desk takes in. */
export const ROUND_DEEDS: ReadonlySet<string> = new Set(['appeal.filed', 'appeal.dismissed', 'correction.opened']);

/**
 * Takes in that another desk opened an appeal or a correction, or dismissed an appeal, inside the sync's
 * transaction; answers whether it did.
 *
 * It waits for its case and for the decision it goes against to stand here. Twice changes nothing; an entry
 * from before rounds travelled stays raw.
 */
export function takeRound(room: Room, event: EntryEvent): Taken {
  const entry = readForeignEntry(event);
  if (entry === undefined) return { caseId: null, applied: false };
  const { caseId } = entry;
  const facts = loadCase(room, caseId);
  const effect = facts ? (entry.type === 'appeal.dismissed' ? dismiss : open)(room, facts, entry) : 'waits';
  if (effect === 'changed') {
    restage(room, caseId);
    room.announce('case.changed', { caseId });
    room.announce('custody.changed', {});
  }
  return { caseId, applied: effect !== 'waits' };
}

/** A round as its entry opens it, with the appeal it hears. */
interface Opening {
  readonly round: RoundRecord;
  readonly decisionId: string;
  readonly actorName: string;
  readonly receivedOn: PlainDate | null;
}

function readOpening({ at, caseId, foreignActor, payload, type }: ForeignEntry): Opening | undefined {
  const opened = { caseId, panelSize: null, openedBy: foreignActor, openedAt: at, state: 'open' } as const;
  if (type === 'appeal.filed') {
    const read = appealFiledSchema.safeParse(payload);
    if (!read.success) return undefined;
    const { actorName, decisionId, grounds: reason, receivedOn, round } = read.data;
    const appeal = { ...opened, round, panelRound: round, kind: 'appeal', fact: null, reason } as const;
    return { round: appeal, decisionId, actorName, receivedOn };
  }
  const read = correctionOpenedSchema.safeParse(payload);
  if (!read.success) return undefined;
  const { actorName, decisionId, fact, reason, round } = read.data;
  const correction = { ...opened, round, panelRound: round, kind: 'correction', fact, reason } as const;
  return { round: correction, decisionId, actorName, receivedOn: null };
}

/** What an entry did here: changed something, was here already or came too late for it, or has to wait. */
type Effect = 'changed' | 'known' | 'waits';

function open(room: Room, facts: CaseFacts, entry: ForeignEntry): Effect {
  const opening = readOpening(entry);
  if (opening === undefined) return 'waits';
  const { at, caseId, foreignActor } = entry;
  const { receivedOn, round } = opening;
  if (!facts.decisions.some(({ id, state }) => id === opening.decisionId && state === 'stands')) return 'waits';
  keepForeignPerson(room.store, { id: foreignActor, desk: entry.desk, name: opening.actorName });
  if (!placeRound(room, facts, round, entry)) return 'known';
  if (receivedOn !== null)
    insertAppeal(room.store, {
      id: entry.entityId as AppealId,
      caseId,
      round: newestRound(room.store, caseId),
      grounds: round.reason,
      receivedOn,
      filedBy: foreignActor,
      filedAt: at,
    });
  return 'changed';
}

/** Makes the round: new, in the place of a later one of ours, or after one decided meanwhile. Answers false where another came first. */
function placeRound(room: Room, facts: CaseFacts, round: RoundRecord, entry: ForeignEntry): boolean {
  const here = facts.rounds.find((one) => one.round === round.round);
  if (here === undefined) {
    if (facts.round.state === 'open') return false;
    fillRounds(room, round);
    insertRound(room.store, round);
    return true;
  }
  const ours = openedAfter(room, here, entry.cursor);
  const isLater = ours !== undefined || here.kind === 'lapsed';
  if (!isLater || here !== facts.rounds.at(-1) || (here.state === 'decided' && here.kind === round.kind)) return false;
  if (here.state === 'decided') carryRound(room, round);
  else if (ours !== undefined) yieldRound(room, { round: here, ours }, round, entry);
  return true;
}

function dismiss(room: Room, facts: CaseFacts, entry: ForeignEntry): Effect {
  const { actor, at, caseId, desk, entityId, foreignActor } = entry;
  const read = appealDismissedSchema.safeParse(entry.payload);
  const appeal = findAppeal(room.store, entityId as AppealId);
  if (!read.success || appeal === undefined) return 'waits';
  const { actorName, reason } = read.data;
  keepForeignPerson(room.store, { id: foreignActor, desk, name: actorName });
  insertTouch(room.store, caseId, actor, 'decided', at, appeal.round);
  const own = findOwnEntry(room.store, 'appeal.dismissed', appeal.id);
  const isFirst =
    appeal.outcome === null || (appeal.outcome === 'dismissed' && own !== undefined && own.place > entry.cursor);
  if (!isFirst) return 'known';
  if (facts.round.round === appeal.round) closeRound(room.store, caseId, appeal.round, 'dismissed');
  settleAppeal(room.store, appeal, { outcome: 'dismissed', reason, by: foreignActor, at });
  return 'changed';
}
