import type { PlainDate } from '#shared/base/plain-date.ts';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import type { DueKind } from './retention.ts';
import { moveSample, type SampleState } from './sample-life.ts';

/** What a line of the custody book says was done; `unnamed` lines are older than these names and are written no more. */
export const CUSTODY_KINDS = [
  'received',
  'refused',
  'shelved',
  'taken-out',
  'brought-back',
  'retained',
  'displayed',
  'returned',
  'disposed',
  'missed',
  'moved',
  'unnamed',
] as const;
export type CustodyKind = (typeof CUSTODY_KINDS)[number];

/** One line of the custody book, as far as it changes anything. */
export interface CustodyEntry {
  readonly kind: CustodyKind;
  /** State after it. */
  readonly to: SampleState;
  /** Where the sample lies after it; empty while it stands at the reception, and when it lies nowhere. */
  readonly place: string;
  /** Who has it after it; null when nobody. */
  readonly holder: string | null;
  /** Day it should be back, the retained part is kept until, or the display ends. */
  readonly until: PlainDate | null;
  /** The second person of a disposal. */
  readonly witness: string | null;
  readonly by: string;
  readonly on: PlainDate;
}

/** Where a sample is: in one place, with one person, missing, or out of the house for good. Never two of these. */
export type Keeper =
  | { readonly kind: 'place'; readonly place: string }
  | { readonly kind: 'person'; readonly person: string; readonly backBy: PlainDate | null }
  | { readonly kind: 'missing'; readonly since: PlainDate }
  | { readonly kind: 'gone' };

/** What the custody book comes to for one sample. */
export interface Custody {
  readonly state: SampleState;
  readonly keeper: Keeper;
  readonly keepUntil: PlainDate | null;
  readonly displayUntil: PlainDate | null;
}

export type CustodyFailure = Failure<
  | 'sample.no-such-move'
  | 'sample.legal-hold'
  | 'custody.held'
  | 'custody.not-held'
  | 'custody.missing'
  | 'custody.gone'
  | 'custody.two-persons'
  | 'custody.not-first'
>;

const ARRIVALS: readonly CustodyKind[] = ['received', 'refused'];
const NEEDS_PLACE: readonly CustodyKind[] = ['shelved', 'taken-out', 'retained', 'displayed', 'returned', 'disposed'];
/** Deeds that name their state again: the day they set may be moved. */
const RENEWS: readonly CustodyKind[] = ['retained', 'displayed'];

/**
 * What one more line makes of a sample, or why there can be no such line.
 *
 * @param before null before the sample's first line
 * @param legalHold an open complaint or appeal keeps the sample in the house
 */
export function nextCustody(
  before: Custody | null,
  entry: CustodyEntry,
  legalHold: boolean,
): Result<Custody, CustodyFailure> {
  if (before === null || ARRIVALS.includes(entry.kind)) return arrival(before, entry);
  const { keeper } = before;
  if (keeper.kind === 'gone') return fail({ code: 'custody.gone', data: { state: before.state } });
  if (keeper.kind === 'missing' && entry.kind !== 'shelved') return fail({ code: 'custody.missing' });
  if (keeper.kind === 'person' && NEEDS_PLACE.includes(entry.kind))
    return fail({ code: 'custody.held', data: { holder: keeper.person } });
  if (keeper.kind !== 'person' && entry.kind === 'brought-back') return fail({ code: 'custody.not-held' });
  const stays = entry.to === before.state && staysAllowed(entry.kind);
  const moved = stays ? ok(before.state) : moveSample(before.state, entry.to, legalHold);
  if (!moved.ok) return moved;
  if (entry.to === 'disposed' && entry.kind !== 'unnamed' && (entry.witness === null || entry.witness === entry.by))
    return fail({ code: 'custody.two-persons' });
  return ok(after(before, entry, moved.value));
}

const staysAllowed = (kind: CustodyKind): boolean =>
  RENEWS.includes(kind) || ['shelved', 'taken-out', 'brought-back', 'missed'].includes(kind);

function arrival(before: Custody | null, entry: CustodyEntry): Result<Custody, CustodyFailure> {
  if (before !== null || !ARRIVALS.includes(entry.kind)) return fail({ code: 'custody.not-first' });
  return ok({
    state: entry.kind === 'refused' ? 'refused' : 'waiting',
    keeper: { kind: 'place', place: entry.place },
    keepUntil: null,
    displayUntil: null,
  });
}

/** Only the deed that sets a day keeps it while the sample stays in that state. */
function after(before: Custody, entry: CustodyEntry, state: SampleState): Custody {
  const day = (of: SampleState, kept: PlainDate | null): PlainDate | null => {
    if (state !== of) return null;
    return RENEWS.includes(entry.kind) ? entry.until : kept;
  };
  return {
    state,
    keeper: keeperAfter(before, entry, state),
    keepUntil: day('retained', before.keepUntil),
    displayUntil: day('on-display', before.displayUntil),
  };
}

function keeperAfter(before: Custody, entry: CustodyEntry, state: SampleState): Keeper {
  if (state === 'returned' || state === 'disposed') return { kind: 'gone' };
  if (entry.kind === 'missed') return { kind: 'missing', since: entry.on };
  if (entry.kind === 'taken-out') return { kind: 'person', person: entry.holder ?? entry.by, backBy: entry.until };
  if ((entry.kind === 'moved' || entry.kind === 'unnamed') && before.keeper.kind === 'person') return before.keeper;
  return { kind: 'place', place: entry.place };
}

/** Reads a sample's whole book from its first line: the state, the keeper and the days follow from nothing else. */
export function foldCustody(entries: readonly CustodyEntry[]): Result<Custody | null, CustodyFailure> {
  let custody: Custody | null = null;
  for (const entry of entries) {
    const next = nextCustody(custody, entry, false);
    if (!next.ok) return next;
    custody = next.value;
  }
  return ok(custody);
}

/** What a sample waits for and since when, by its custody; null when it may lie as it is. */
export function dueOf(custody: Custody): { readonly kind: DueKind; readonly on: PlainDate } | null {
  const { displayUntil, keepUntil, keeper } = custody;
  if (keeper.kind === 'missing') return { kind: 'missing', on: keeper.since };
  if (keeper.kind === 'person' && keeper.backBy !== null) return { kind: 'out', on: keeper.backBy };
  if (keepUntil !== null) return { kind: 'keep-until', on: keepUntil };
  return displayUntil === null ? null : { kind: 'display', on: displayUntil };
}

/** Where a sample lies by its custody; empty when it lies nowhere. */
export const placeOf = ({ keeper }: Custody): string => (keeper.kind === 'place' ? keeper.place : '');
