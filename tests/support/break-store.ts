import type { Store } from '#electron/backend/store/database.ts';

/** How a store was made to fail. */
export interface BrokenStore {
  /** Whether the fault was reached. */
  readonly struck: () => boolean;
  readonly mend: () => void;
}

/** The error SQLite gives when the disk is full. */
export const diskFull = (): Error => Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });

/** Makes the `nth` statement (from 1) inside a transaction throw, once. */
export function breakAt(store: Store, nth: number, fault: () => Error): BrokenStore {
  const { all, find, run } = store;
  let at = 0;
  const strike = (): void => {
    if (!store.connection.inTransaction) return;
    at += 1;
    if (at === nth) throw fault();
  };
  store.run = (...given) => {
    strike();
    return run.apply(store, given);
  };
  store.find = (<T>(...given: Parameters<Store['find']>) => {
    strike();
    return find.apply(store, given) as T;
  }) as Store['find'];
  store.all = (<T>(...given: Parameters<Store['all']>) => {
    strike();
    return all.apply(store, given) as readonly T[];
  }) as Store['all'];
  return { struck: () => at >= nth, mend: () => void Object.assign(store, { all, find, run }) };
}
