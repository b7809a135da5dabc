import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainInput, GENESIS, type LedgerEntry } from '#shared/domain/ledger-entry.ts';
import type { Store } from '#electron/backend/store/database.ts';
import { setFact } from '#electron/backend/store/facts.ts';
import {
  appendDeed,
  ledgerHead,
  sealedAfter,
  sha256Hex,
  verifyLedger,
  type Deed,
} from '#electron/backend/store/ledger.ts';
import { newStore } from '#tests/support/workspaces.ts';

const deed: fc.Arbitrary<Omit<Deed, 'id'>> = fc.record({
  at: fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
  actor: fc.constantFrom('U-peng', 'U-tang', 'system'),
  type: fc.constantFrom('sample.received', 'opinion.given', 'decision.made'),
  entity: fc.constantFrom('sample', 'case', 'decision'),
  entityId: fc.constantFrom('C-1', 'C-2', 'S-1'),
  baseVersion: fc.nat({ max: 9 }),
  payload: fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'grapheme' }), fc.nat(), fc.constant(null)), {
    maxKeys: 4,
  }),
});

const append = (store: Store, deeds: readonly Omit<Deed, 'id'>[]): void =>
  deeds.forEach((one) =>
    store.transaction(() => {
      appendDeed(store, { ...one, id: crypto.randomUUID() });
    }),
  );

const sample = (count: number): readonly Omit<Deed, 'id'>[] => fc.sample(deed, { numRuns: count, seed: 20_261_121 });

/** A store with `count` entries and its triggers taken away: a person with a database tool. */
function openedUp(count: number): Store {
  const store = newStore();
  append(store, sample(count));
  store.connection.exec('DROP TRIGGER ledger_no_update; DROP TRIGGER ledger_no_delete; PRAGMA foreign_keys = OFF;');
  return store;
}

const entryOf = (store: Store, seq: number): LedgerEntry =>
  JSON.parse(store.get<{ body: string }>('SELECT body FROM ledger WHERE seq = ?', [seq]).body) as LedgerEntry;

/** Writes an entry's text anew and seals it as a forger would, without touching the ones after it. */
function reseal(store: Store, seq: number, body: string): void {
  const { prev } = store.get<{ prev: string }>('SELECT prev FROM ledger WHERE seq = ?', [seq]);
  store.run('UPDATE ledger SET body = ?, hash = ? WHERE seq = ?', [body, sha256Hex(chainInput(prev, body)), seq]);
}

describe('the ledger', () => {
  it('keeps its chain whole under any sequence of deeds, each in the outbox once', () => {
    const store = newStore();
    let written = 0;
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
        append(store, deeds);
        written += deeds.length;
        const report = verifyLedger(store);
        expect(report).toMatchObject({ entries: written, fault: null });
        expect(report.head).toBe(ledgerHead(store).hash);
        expect(ledgerHead(store).seq).toBe(written);
        expect(store.get('SELECT count(*) AS n FROM outbox WHERE state = ?', ['waiting'])).toEqual({ n: written });
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it('gives back what was told, in the order it was told', () => {
    const store = newStore();
    const deeds = sample(30);
    append(store, deeds);
    const told = sealedAfter(store, 0, 100).map((entry) => JSON.parse(entry.body) as LedgerEntry);
    expect(told.map(({ actor, at, payload, seq, type }) => ({ actor, at, payload, seq, type }))).toEqual(
      deeds.map((one, index) => ({
        actor: one.actor,
        at: one.at.toISOString(),
        payload: { ...one.payload },
        seq: index + 1,
        type: one.type,
      })),
    );
    expect(sealedAfter(store, 25, 3).map(({ seq }) => seq)).toEqual([26, 27, 28]);
  });

  it('starts from the genesis hash and carries the desk’s code', () => {
    const store = newStore();
    expect(ledgerHead(store)).toEqual({ seq: 0, hash: GENESIS });
    expect(verifyLedger(store)).toEqual({ entries: 0, head: GENESIS, fault: null });
    append(store, sample(1));
    setFact(store, 'desk.code', '07');
    append(store, sample(1));
    expect([entryOf(store, 1).desk, entryOf(store, 2).desk]).toEqual(['01', '07']);
  });

  it.each([
    "UPDATE ledger SET actor = 'U-other' WHERE seq = 1",
    'UPDATE ledger SET body = body WHERE seq = 2',
    'DELETE FROM ledger WHERE seq = 3',
    'DELETE FROM ledger',
    "INSERT OR REPLACE INTO ledger SELECT seq, id, at, actor, type, entity, entity_id, body, prev, 'x' FROM ledger WHERE seq = 2",
  ])('refuses: %s', (sql) => {
    const store = newStore();
    append(store, sample(3));
    expect(() => store.run(sql)).toThrow(/append-only|constraint/i);
    expect(verifyLedger(store)).toMatchObject({ entries: 3, fault: null });
  });

  it('refuses to change or drop a line of the custody book, the print book and a decision', () => {
    const store = newStore();
    store.connection.pragma('foreign_keys = OFF');
    store.run(
      "INSERT INTO custody (id, sample_id, from_state, to_state, location, purpose, moved_by, moved_at) VALUES ('a', 's', null, 'waiting', '', '', '', '')",
    );
    store.run("INSERT INTO print_line VALUES ('a', 'label', 's', 1, 1, null, '', '')");
    store.run(
      `INSERT INTO decision (id, case_id, round, outcome, star, standard_sha256, dossier, verdict, opinions, people, decided_by,
         decided_at, desk, appeal_until) VALUES ('d', 'c', 1, 'grant', 3, 's', '{}', '{}', '[]', '[]', 'p', '', '02', '')`,
    );
    for (const sql of [
      "UPDATE custody SET purpose = 'x'",
      'DELETE FROM custody',
      'UPDATE print_line SET copy = 2',
      'DELETE FROM print_line',
      "INSERT OR REPLACE INTO custody (id, sample_id, from_state, to_state, location, purpose, moved_by, moved_at) VALUES ('a', 's', null, 'disposed', '', '', '', '')",
      "INSERT OR REPLACE INTO print_line VALUES ('a', 'label', 's', 9, 1, null, '', '')",
      'INSERT OR REPLACE INTO decision SELECT * FROM decision',
      'DELETE FROM decision',
      'UPDATE decision SET star = 5',
      "UPDATE decision SET verdict = 'x'",
    ]) {
      expect(() => store.run(sql), sql).toThrow(/append-only|are kept/);
    }
    expect(store.run("UPDATE decision SET consent_agreed = 1, consent_how = '电话'")).toBe(1);
  });
});

describe('tampering with the ledger', () => {
  const seqs = [1, 2, 7, 19, 20];

  it.each(seqs)('an edited text is found at %i', (seq) => {
    const store = openedUp(20);
    store.run('UPDATE ledger SET body = replace(body, \'"v":1\', \'"v":2\') WHERE seq = ?', [seq]);
    expect(verifyLedger(store).fault).toEqual({ seq, what: 'hash' });
  });

  it.each(['id', 'at', 'actor', 'type', 'entity', 'entity_id'])('an edited column %s is found', (column) => {
    for (const seq of seqs) {
      const store = openedUp(20);
      store.run(`UPDATE ledger SET ${column} = 'forged' WHERE seq = ?`, [seq]);
      expect(verifyLedger(store).fault).toEqual({ seq, what: 'columns' });
    }
  });

  it.each([1, 2, 7, 19])('a deleted entry is found missing at %i', (seq) => {
    const store = openedUp(20);
    store.run('DELETE FROM ledger WHERE seq = ?', [seq]);
    expect(verifyLedger(store)).toMatchObject({ entries: seq - 1, fault: { seq, what: 'gap' } });
  });

  it('two entries swapped are found at the first', () => {
    const store = openedUp(20);
    store.connection.exec(
      'UPDATE ledger SET seq = -1 WHERE seq = 5; UPDATE ledger SET seq = 5 WHERE seq = 9; UPDATE ledger SET seq = 9 WHERE seq = -1;',
    );
    expect(verifyLedger(store).fault).toEqual({ seq: 5, what: 'chain' });
  });

  it.each(seqs)('a changed predecessor is found at %i', (seq) => {
    const store = openedUp(20);
    store.run('UPDATE ledger SET prev = ? WHERE seq = ?', ['f'.repeat(64), seq]);
    expect(verifyLedger(store).fault).toEqual({ seq, what: 'chain' });
  });

  it.each([1, 7, 19])('an entry forged together with its hash is found where the next one hangs, after %i', (seq) => {
    const store = openedUp(20);
    const forged = JSON.stringify({ ...entryOf(store, seq), actor: 'U-forger' });
    reseal(store, seq, forged);
    store.run("UPDATE ledger SET actor = 'U-forger' WHERE seq = ?", [seq]);
    expect(verifyLedger(store).fault).toEqual({ seq: seq + 1, what: 'chain' });
  });

  it.each(['', 'not json', 'null', '[]', '7'])('a last text of %j, hashed well, is found', (body) => {
    const store = openedUp(20);
    reseal(store, 20, body);
    expect(verifyLedger(store).fault).toEqual({ seq: 20, what: 'columns' });
  });

  it('an entry put in before the first is found', () => {
    const store = openedUp(3);
    store.run(
      "INSERT INTO ledger SELECT 0, 'x', at, actor, type, entity, entity_id, body, prev, hash FROM ledger WHERE seq = 1",
    );
    expect(verifyLedger(store).fault).toEqual({ seq: 0, what: 'gap' });
  });

  it('a cut tail is not found here: only the head kept elsewhere shows it', () => {
    const store = openedUp(20);
    const head = ledgerHead(store);
    store.run('DELETE FROM ledger WHERE seq > 17');
    expect(verifyLedger(store).fault).toBeNull();
    expect(ledgerHead(store)).not.toEqual(head);
  });
});
