import type { Store } from './database.ts';

/** Names of the workspace's own facts. */
export type FactName =
  | 'desk.code'
  | 'workspace.demo'
  | 'workspace.day'
  | 'settings.scanner'
  | 'settings.labels'
  | 'settings.review'
  | 'serial.sample'
  | 'serial.award'
  | 'serial.test-order'
  | 'serial.test-report'
  | 'serial.draw'
  | 'draws.share'
  | 'retention.months'
  | 'platform.origin'
  | 'platform.public-url'
  | 'platform.key'
  | 'sync.ack'
  | 'sync.epoch'
  | 'sync.cursor'
  | 'sync.last-run'
  | 'sync.offline';

/** A fact about the workspace, or undefined while it is not set. */
export const findFact = (store: Store, name: FactName): string | undefined =>
  store.find<{ value: string }>('SELECT value FROM fact WHERE name = ?', [name])?.value;

/** Sets a fact; null takes it away. */
export function setFact(store: Store, name: FactName, value: string | null): void {
  if (value === null) store.run('DELETE FROM fact WHERE name = ?', [name]);
  else
    store.run('INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', [
      name,
      value,
    ]);
}

/** The next number of a series, from 1; taken inside the transaction that uses it, so none is lost or given twice. */
export function nextSerial(store: Store, series: Extract<FactName, `serial.${string}`>): number {
  const next = Number(findFact(store, series) ?? '0') + 1;
  setFact(store, series, String(next));
  return next;
}

/** This desk's code, two digits; `01` for a desk that works alone. */
export const deskCode = (store: Store): string => findFact(store, 'desk.code') ?? '01';

/** Counts that stand on screen, kept by triggers. */
export function readCounters(store: Store): ReadonlyMap<string, number> {
  return new Map(store.all<{ name: string; n: number }>('SELECT name, n FROM counter').map((row) => [row.name, row.n]));
}
