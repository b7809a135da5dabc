import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Cell, Store } from '#electron/backend/store/database.ts';
import { openForWriting } from '#electron/backend/store/open-store.ts';

/** An empty folder for a workspace; it goes with the test. */
export function newWorkspace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'otop-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store on a new workspace, closed with the test. */
export function newStore(): Store {
  const store = openForWriting(newWorkspace());
  onTestFinished(() => store.close());
  return store;
}

/** SHA-256 of a file, or `none`. */
export const fingerprint = (file: string): string =>
  existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : 'none';

/** Every row of every table, tables by name: what must not change when a deed is refused or breaks. */
export function dumpOf(store: Store): Readonly<Record<string, readonly unknown[]>> {
  const tables = store
    .all<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_gram%' ORDER BY name",
    )
    .map(({ name }) => name);
  return {
    ...Object.fromEntries(tables.map((name) => [name, store.all(`SELECT * FROM "${name}"`)])),
    search_gram_row: store.all('SELECT term, doc FROM search_gram_row ORDER BY term'),
  };
}

/** The schema as readable SQL, by name; the shadow tables of the full-text index are left to SQLite. */
export function schemaOf(store: Store): string {
  const parts = store.all<{ name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT GLOB 'search_gram_[cdi]*'
     ORDER BY name`,
  );
  return `${parts.map(({ sql }) => `${sql.trim()};`).join('\n\n')}\n`;
}

/** Puts `count` rows into a table by one statement each, in one transaction. */
export function fill(store: Store, count: number, sql: string, row: (at: number) => readonly Cell[]): void {
  store.transaction(() => {
    for (let at = 0; at < count; at += 1) store.run(sql, row(at));
  });
}
