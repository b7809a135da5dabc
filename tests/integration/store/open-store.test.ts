import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { verifyLedger } from '#electron/backend/store/ledger.ts';
import { MIGRATIONS, type Migration } from '#electron/backend/store/migrations.ts';
import { databaseFile, openForReading, openForWriting } from '#electron/backend/store/open-store.ts';
import { StartRefusal, type StartRefusalCode } from '#electron/backend/store/start-refusal.ts';
import { frozenFile } from '#tests/support/make-frozen.ts';
import { openPeopledDesk, openTestDesk } from '#tests/support/desk.ts';
import { dumpOf, fingerprint, newStore, newWorkspace, schemaOf } from '#tests/support/workspaces.ts';

const SCHEMA = fileURLToPath(new URL('../../fixtures/schema.sql', import.meta.url));
const NEWEST = MIGRATIONS.at(-1)?.version ?? 0;

/** Opening must be refused with this code, in both languages, and the files must stay byte for byte as they are. */
function expectRefusal(workspace: string, code: StartRefusalCode, migrations?: readonly Migration[]): StartRefusal {
  const file = databaseFile(workspace);
  const before = [fingerprint(file), fingerprint(`${file}-wal`)];
  let refusal: unknown;
  try {
    openForWriting(workspace, migrations).close();
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(StartRefusal);
  if (!(refusal instanceof StartRefusal)) throw new Error('not refused');
  expect(refusal.code).toBe(code);
  expect(refusal.sentence.zh).toMatch(/\p{Script=Han}/u);
  expect(refusal.sentence.en).toMatch(/^[\u0000-\u007f]*\.$/);
  expect(fingerprint(file)).toBe(before[0]);
  if (before[1] !== 'none') expect(fingerprint(`${file}-wal`)).toBe(before[1]);
  return refusal;
}

/** A workspace that was used and closed. */
function usedWorkspace(): string {
  const workspace = newWorkspace();
  openForWriting(workspace).close();
  return workspace;
}

/** Changes a closed database behind the program's back. */
function meddle(workspace: string, sql: string): void {
  const database = new Database(databaseFile(workspace));
  database.exec(sql);
  database.close();
}

const NEXT: Migration = { version: NEWEST + 10, name: 'next', sql: 'CREATE TABLE next (id TEXT PRIMARY KEY) STRICT;' };
const BROKEN: Migration = {
  version: NEWEST + 20,
  name: 'broken',
  sql: "INSERT INTO fact VALUES ('half', 'done'); CREATE TABLE fact (again TEXT);",
};

describe('a new workspace', () => {
  it('is made with the schema that stands in the fixtures', async () => {
    await expect(schemaOf(newStore())).toMatchFileSnapshot(SCHEMA);
  });

  it('comes of an empty file too', () => {
    const workspace = newWorkspace();
    writeFileSync(databaseFile(workspace), '');
    const store = openForWriting(workspace);
    expect(store.get('SELECT count(*) AS n FROM migration')).toEqual({ n: MIGRATIONS.length });
    store.close();
  });

  it('writes through to the disk and keeps references', () => {
    const workspace = newWorkspace();
    for (const store of [openForWriting(workspace), openForWriting(workspace)]) {
      const pragma = (name: string): unknown => store.connection.pragma(name, { simple: true });
      expect({
        journal: pragma('journal_mode'),
        synchronous: pragma('synchronous'),
        references: pragma('foreign_keys'),
      }).toEqual({ journal: 'wal', synchronous: 2, references: 1 });
      expect(() => store.run("INSERT INTO outbox (seq, state) VALUES (7, 'waiting')")).toThrow(/FOREIGN KEY/);
      store.close();
    }
  });

  it('is known again when the start was killed before anything was checkpointed', () => {
    const workspace = newWorkspace();
    const killed = openForWriting(workspace);
    const copy = newWorkspace();
    for (const ending of ['', '-wal']) copyFileSync(databaseFile(workspace) + ending, databaseFile(copy) + ending);
    killed.close();
    const store = openForWriting(copy);
    expect(store.get('SELECT count(*) AS n FROM migration')).toEqual({ n: MIGRATIONS.length });
    store.close();
  });

  it('has migrations in rising order with names of their own', () => {
    const versions = MIGRATIONS.map((migration) => migration.version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
    for (const { name, version } of MIGRATIONS) expect(name.startsWith(String(version).padStart(4, '0'))).toBe(true);
  });

  it('cannot be written through the reader, and is not made by it', () => {
    const workspace = usedWorkspace();
    const reader = openForReading(workspace);
    expect(() => reader.run("INSERT INTO fact VALUES ('a', 'b')")).toThrow(/readonly/);
    reader.close();
    const empty = newWorkspace();
    expect(() => openForReading(empty)).toThrow(StartRefusal);
    expect(readdirSync(empty)).toEqual([]);
  });
});

describe('the frozen database', () => {
  it.each([90, 120, 231])(
    'of schema %i opens in the present program, its ledger holds and its cases are read',
    async (version) => {
      const workspace = newWorkspace();
      copyFileSync(frozenFile(version), databaseFile(workspace));
      const test = openTestDesk({ workspace });
      expect(verifyLedger(test.desk.room.store)).toMatchObject({ fault: null });
      await test.ask('tang', 'session.sign-in', { login: 'tang', password: 'demo-2026' });
      const { rows } = await test.ask('tang', 'case.list', { queue: 'all' });
      expect(rows.map(({ id, stage }) => [id, stage]).toSorted()).toEqual([
        ['C-2026-90001', 'issued'],
        ['C-2026-90002', 'documents-in-review'],
        ['C-2026-90003', 'documents-in-review'],
      ]);
      const view = await test.ask('tang', 'case.get', { caseId: 'C-2026-90001' });
      expect(view).toMatchObject({ requestedStar: 3, decision: { outcome: 'grant', star: 3 }, award: { star: 3 } });
      expect(await test.ask('tang', 'search.find', { text: '千两' })).toHaveLength(5);
      await test.close();
    },
  );

  it.each([90, 120, 231])('of schema %i holds the checksums of the migrations as they are', (version) => {
    const copy = databaseFile(newWorkspace());
    copyFileSync(frozenFile(version), copy);
    const database = new Database(copy, { readonly: true });
    const names = database.prepare('SELECT name FROM migration ORDER BY version').pluck().all();
    database.close();
    expect(names).toEqual(MIGRATIONS.filter((migration) => migration.version <= version).map(({ name }) => name));
  });
});

describe('a migration', () => {
  it('copies the file first and keeps every row', async () => {
    const workspace = newWorkspace();
    const test = await openPeopledDesk({ workspace });
    const before = dumpOf(test.desk.room.store);
    await test.close();
    const store = openForWriting(workspace, [...MIGRATIONS, NEXT]);
    const { migration, ...rest } = dumpOf(store);
    const { migration: migrationBefore, ...restBefore } = before;
    expect(rest).toEqual({ ...restBefore, next: [] });
    expect(migration).toHaveLength((migrationBefore?.length ?? 0) + 1);
    store.close();
    const backup = newWorkspace();
    copyFileSync(join(workspace, 'backups', `before-migration-from-${NEWEST}.sqlite`), databaseFile(backup));
    const restored = openForWriting(backup);
    expect(dumpOf(restored)).toEqual(before);
    expect(verifyLedger(restored).fault).toBeNull();
    restored.close();
    expect(readdirSync(join(workspace, 'backups'))).toHaveLength(1);
  });

  it('that fails leaves everything as it was, with what came before it', () => {
    const workspace = usedWorkspace();
    const refusal = expectRefusal(workspace, 'store.migration-failed', [...MIGRATIONS, NEXT, BROKEN]);
    expect(String(refusal.cause)).toContain('fact');
    const store = openForWriting(workspace);
    expect(store.connection.pragma('user_version', { simple: true })).toBe(NEWEST);
    expect(store.all("SELECT name FROM sqlite_master WHERE name = 'next'")).toEqual([]);
    expect(store.all('SELECT * FROM fact')).toEqual([]);
    store.close();
    expect(existsSync(join(workspace, 'backups', `before-migration-from-${NEWEST}.sqlite`))).toBe(true);
  });

  it('that was edited after it ran is found out', () => {
    const edited = MIGRATIONS.map((one, at) => (at === 3 ? { ...one, sql: `${one.sql}\n-- edited` } : one));
    const refusal = expectRefusal(usedWorkspace(), 'store.damaged', edited);
    expect(refusal.sentence.en).toContain(MIGRATIONS[3]?.name);
  });

  it('that was taken out of the record is found out', () => {
    const workspace = usedWorkspace();
    meddle(workspace, 'DELETE FROM migration WHERE version = 20');
    expectRefusal(workspace, 'store.damaged');
  });
});

describe('a file that is not ours', () => {
  it('a text file is refused', () => {
    const workspace = newWorkspace();
    writeFileSync(databaseFile(workspace), '这不是数据库。'.repeat(200));
    expectRefusal(workspace, 'store.not-a-workspace');
  });

  it('a short text file is refused', () => {
    const workspace = newWorkspace();
    writeFileSync(databaseFile(workspace), 'x');
    expectRefusal(workspace, 'store.not-a-workspace');
  });

  it.each(['DELETE', 'WAL'])('another program’s database in %s mode is refused', (mode) => {
    const workspace = newWorkspace();
    meddle(workspace, `PRAGMA journal_mode = ${mode}; CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1);`);
    expectRefusal(workspace, 'store.not-a-workspace');
    expect(readdirSync(workspace)).toEqual(['workstation.sqlite']);
  });

  it('is refused by the reader as well', () => {
    const workspace = newWorkspace();
    meddle(workspace, 'CREATE TABLE theirs (a)');
    expect(() => openForReading(workspace)).toThrow(/not a database of this workstation/);
  });
});

describe('a database from the future', () => {
  it('is refused', () => {
    const workspace = newWorkspace();
    openForWriting(workspace, [...MIGRATIONS, NEXT]).close();
    const refusal = expectRefusal(workspace, 'store.newer');
    expect(refusal.sentence.zh).toContain(String(NEXT.version));
  });

  it('is refused and its write-ahead log left alone when the newer program was killed', () => {
    const workspace = newWorkspace();
    const killed = openForWriting(workspace, [...MIGRATIONS, NEXT]);
    const copy = newWorkspace();
    for (const ending of ['', '-wal']) copyFileSync(databaseFile(workspace) + ending, databaseFile(copy) + ending);
    killed.close();
    expectRefusal(copy, 'store.newer');
  });
});

describe('a damaged database', () => {
  it('that was cut off is refused', () => {
    const workspace = usedWorkspace();
    truncateSync(databaseFile(workspace), 8192);
    expectRefusal(workspace, 'store.damaged');
  });

  it.each([
    ['with noise after its header', 100],
    ['with noise in the record of its migrations', 4096],
  ])('%s is refused', (_name, from) => {
    const workspace = usedWorkspace();
    const bytes = readFileSync(databaseFile(workspace));
    bytes.fill(0x5a, from, from + 8192);
    writeFileSync(databaseFile(workspace), bytes);
    expectRefusal(workspace, 'store.damaged');
  });
});

describe('a place that cannot be used', () => {
  it('a workspace that is a file is refused', () => {
    const file = join(newWorkspace(), 'a-file');
    writeFileSync(file, 'kept');
    expectRefusal(file, 'store.not-writable');
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });

  it('a workspace below a file is refused', () => {
    const file = join(newWorkspace(), 'a-file');
    writeFileSync(file, 'kept');
    expectRefusal(join(file, 'below'), 'store.not-writable');
  });

  it('a folder that may not be written is refused', () => {
    const workspace = newWorkspace();
    chmodSync(workspace, 0o555);
    asNobody(() => expectRefusal(workspace, 'store.not-writable'));
  });

  it('a database that may not be written is refused, not opened for reading', () => {
    const workspace = usedWorkspace();
    chmodSync(databaseFile(workspace), 0o444);
    chmodSync(workspace, 0o777);
    asNobody(() => expectRefusal(workspace, 'store.not-writable'));
  });

  it('a database file that is a folder is refused', () => {
    const workspace = newWorkspace();
    mkdirSync(databaseFile(workspace));
    expect(() => openForWriting(workspace)).toThrow(StartRefusal);
  });
});

/** Runs as a person without rights over everything: an administrator of the machine would pass any lock. */
function asNobody(work: () => void): void {
  const { geteuid, seteuid } = process;
  if (geteuid?.() !== 0 || seteuid === undefined) return work();
  seteuid.call(process, 65_534);
  try {
    work();
  } finally {
    seteuid.call(process, 0);
  }
}
