import { ok } from '#shared/base/result.ts';
import { findTestReport } from '#electron/backend/store/lab-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, SignedInCaller } from '#electron/backend/services/room.ts';
import { itemNames, mayEnter, verdictOf, type OpenedOrder } from './order-state.ts';

/**
 * Whether this person may release the order's report: it is whole, and somebody else entered it
 * (ISO/IEC 17025:2017, 7.7.1 and 7.8.1.1: results are reviewed and authorised before release).
 */
export function mayRelease(room: Room, opened: OpenedOrder, caller: SignedInCaller): Answer<true> {
  const { lines, record, releasedReadings } = opened;
  const open = mayEnter(room, opened, caller);
  if (!open.ok) return open;
  const { missing, undecided } = verdictOf(lines);
  if (missing.length + undecided.length > 0) {
    const named = (ids: readonly string[]) => lines.map(({ item }) => item).filter(({ id }) => ids.includes(id));
    const names = { ...itemNames('missing', named(missing)), ...itemNames('undecided', named(undecided)) };
    return refuse('lab.not-decided', { number: record.number, ...names });
  }
  const me = caller.person.id;
  const entered = lines.some(({ current, history }) =>
    [...history, ...(current === null ? [] : [current])].some(({ enteredBy }) => enteredBy === me),
  );
  if (entered || record.amendingBy === me) return refuse('lab.second-person', { by: personName(room.store, me) });
  if (record.amending !== null && lines.every(({ current }) => current !== null && releasedReadings.has(current.id)))
    return refuse('lab.nothing-amended', { report: findTestReport(room.store, record.amending)?.number ?? '' });
  return ok(true);
}
