import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { verifyLedger } from '#electron/backend/store/ledger.ts';
import type { Store } from '#electron/backend/store/database.ts';
import { openForWriting } from '#electron/backend/store/open-store.ts';
import { openPeopledDesk } from '#tests/support/desk.ts';
import { newWorkspace } from '#tests/support/workspaces.ts';

const PROGRAM = fileURLToPath(new URL('../../support/busy-process.ts', import.meta.url));
const KILLS = 16;

/** Runs the program until its `afterDeeds`th answer, kills it at once and returns every deed it was told of. */
async function killAfter(workspace: string, firstSerial: number, afterDeeds: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [PROGRAM, workspace, String(firstSerial)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const told: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(line);
    if (told.length === afterDeeds) child.kill('SIGKILL');
  }
  const [, signal] = await gone;
  expect(signal).toBe('SIGKILL');
  return told;
}

const count = (store: Store, deed: string): unknown => {
  const [kind, number = ''] = deed.split(' ');
  const sql =
    kind === 'case'
      ? 'SELECT (SELECT count(*) FROM case_file WHERE id = :number) AS rows, count(*) AS entries FROM ledger WHERE entity_id = :number'
      : `SELECT (SELECT count(*) FROM parcel WHERE waybill = :number) AS rows, count(*) AS entries FROM ledger
         WHERE type = 'parcel.kept' AND json_extract(body, '$.payload.waybill') = :number`;
  return store.get(sql, { number });
};

it('every acknowledged deed is there once after each of many kills, and the ledger holds', async () => {
  const workspace = newWorkspace();
  await (await openPeopledDesk({ workspace })).close();
  const moments = fc.sample(fc.integer({ min: 1, max: 45 }), { numRuns: KILLS, seed: 20_261_121 });
  const acknowledged: string[] = [];
  for (const [round, afterDeeds] of moments.entries()) {
    const told = await killAfter(workspace, round * 1_000, afterDeeds);
    expect(told.length).toBeGreaterThanOrEqual(afterDeeds);
    acknowledged.push(...told);
    const store = openForWriting(workspace);
    expect(verifyLedger(store).fault).toBeNull();
    for (const deed of told) expect(count(store, deed), deed).toEqual({ rows: 1, entries: 1 });
    store.close();
  }
  const store = openForWriting(workspace);
  for (const deed of acknowledged) expect(count(store, deed), deed).toEqual({ rows: 1, entries: 1 });
  const { cases, imported, kept, parcels } = store.get<Record<'cases' | 'imported' | 'kept' | 'parcels', number>>(
    `SELECT (SELECT count(*) FROM case_file) AS cases, (SELECT count(*) FROM ledger WHERE type = 'application.imported') AS imported,
     (SELECT count(*) FROM parcel) AS parcels, (SELECT count(*) FROM ledger WHERE type = 'parcel.kept') AS kept`,
  );
  expect([imported, kept]).toEqual([cases, parcels]);
  expect(store.all('SELECT seq FROM ledger WHERE seq NOT IN (SELECT seq FROM outbox)')).toEqual([]);
  expect(store.connection.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(store.connection.pragma('foreign_key_check')).toEqual([]);
  store.close();
});
