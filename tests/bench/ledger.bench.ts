import type { Store } from '#electron/backend/store/database.ts';
import { appendDeed, verifyLedger } from '#electron/backend/store/ledger.ts';
import { openForWriting } from '#electron/backend/store/open-store.ts';
import { uuidV7 } from '#electron/backend/world.ts';
import { median, onFolder, timed, us } from './measure.ts';

const WRITES = 1_500;
const ENTRIES = 100_000;
const ROUNDS = 7;
const AT = new Date('2026-11-21T02:00:00Z');

const payload = (serial: number) => ({
  caseId: `C-2026-${serial}`,
  barcode: `S26010${serial}`,
  waybill: `SF13882${serial}`,
  batch: '20260301-A',
  quantity: '2',
  unit: '盒',
  condition: 'intact',
  storage: 'ambient',
  location: 'A-02-4',
  arrivedOn: '2026-11-21',
  refusal: null,
});

let serials = 0;

const append = (store: Store): void => {
  serials += 1;
  appendDeed(store, {
    id: uuidV7(Date.now()),
    at: AT,
    actor: 'U-peng',
    type: 'sample.received',
    entity: 'sample',
    entityId: `S-${serials}`,
    payload: payload(serials),
  });
};

const plain = (store: Store): void => {
  serials += 1;
  store.run('INSERT INTO plain (uuid, body) VALUES (?, ?)', [uuidV7(Date.now()), JSON.stringify(payload(serials))]);
};

/** Milliseconds a row when each has a transaction of its own. */
const single = (store: Store, write: (store: Store) => void): number =>
  timed(() => {
    for (let row = 0; row < WRITES; row += 1) store.transaction(() => write(store));
  }) / WRITES;

/** Milliseconds a row when many share one. */
const many = (store: Store, write: (store: Store) => void): number =>
  timed(() =>
    store.transaction(() => {
      for (let row = 0; row < ENTRIES; row += 1) write(store);
    }),
  ) / ENTRIES;

/** Measures a chained ledger entry with its outbox row against a plain insert, and verification. */
export async function run(): Promise<void> {
  await onFolder((folder) => {
    const store = openForWriting(folder);
    store.connection.exec(
      'CREATE TABLE plain (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, body TEXT NOT NULL) STRICT',
    );
    const rounds = Array.from({ length: ROUNDS }, () => [single(store, append), single(store, plain)] as const);
    const chained = median(rounds.map(([figure]) => figure));
    const bare = median(rounds.map(([, figure]) => figure));
    console.log(`ledger, medians of ${ROUNDS} rounds; synchronous=FULL`);
    console.log(
      `  one deed a transaction   chained, with outbox ${us(chained)}   plain insert ${us(bare)}   +${Math.round((chained / bare - 1) * 100)} %`,
    );
    const batch = many(store, append);
    const bareBatch = many(store, plain);
    console.log(
      `  many in one transaction  chained, with outbox ${us(batch)}   plain insert ${us(bareBatch)}   ${(batch / bareBatch).toFixed(1)}×`,
    );
    const entries = verifyLedger(store).entries;
    const took = median(Array.from({ length: ROUNDS }, () => timed(() => verifyLedger(store))));
    const read = median(
      Array.from({ length: ROUNDS }, () => timed(() => [...store.iterate('SELECT * FROM ledger ORDER BY seq')].length)),
    );
    console.log(
      `  verify ${entries.toLocaleString('en')} entries   ${Math.round((entries / took) * 1_000).toLocaleString('en')} a second (reading alone ${Math.round((entries / read) * 1_000).toLocaleString('en')})`,
    );
    if (verifyLedger(store).fault !== null) throw new Error('the ledger does not hold');
    store.close();
  });
}

if (import.meta.main) await run();
