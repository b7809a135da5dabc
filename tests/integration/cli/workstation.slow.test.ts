import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeApplication } from '#tests/support/applications.ts';
import { fullDossier } from '#tests/support/dossiers.ts';
import { freshFolder, workstation, workstationJson } from '#tests/support/shell.ts';

const folder = freshFolder('cli');
const workspace = join(folder, 'desk');
const at = ['--workspace', workspace];
const admin = { env: { WORKSTATION_PASSWORD: 'a-good-secret' } };
const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

beforeAll(async () => {
  await workstation(['--version']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a workspace from the shell', () => {
  it('is made with its first administrator and refuses a second one', async () => {
    const made = await workstationJson<{ firstStart: boolean; deskCode: string }>(
      ['init', ...at, '--admin', 'chen', '--name', '陈工（样例）', '--desk', '07'],
      admin,
    );
    expect(made).toMatchObject({ firstStart: false, deskCode: '07' });
    const again = await workstation(['init', ...at, '--admin', 'other'], admin);
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toMatch(/工作区已有数据[\s\S]*already holds data/);
  });

  it('asks who does it, and refuses a wrong password and a missing right', async () => {
    const file = join(folder, 'one.json');
    writeFileSync(file, JSON.stringify([wholeApplication()]));
    expect((await workstation(['import', file, ...at], admin)).stderr).toMatch(/--as/);
    const wrong = await workstation(['import', file, ...at, '--as', 'chen'], {
      env: { WORKSTATION_PASSWORD: 'not-this-one' },
    });
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.stderr).toMatch(/密码不对[\s\S]*not right/);
    const refused = await workstation(
      ['call', 'opinion.give', '{"caseId":"C-1","star":3,"text":"x","noConflict":true}', ...at, '--as', 'chen'],
      admin,
    );
    expect(refused.stderr).toMatch(/岗位[\s\S]*may not do this/);
  });

  it('imports once, calls any entry, and names a wrong field', async () => {
    const file = join(folder, 'one.json');
    const first = await workstationJson<{ added: number }>(['import', file, ...at, '--as', 'chen'], admin);
    expect(first).toMatchObject({ added: 1, unchanged: 0, bad: 0 });
    const second = await workstationJson<{ unchanged: number }>(['import', file, ...at, '--as', 'chen'], admin);
    expect(second).toMatchObject({ added: 0, unchanged: 1 });
    const view = await workstationJson<{ stage: string }>(
      ['call', 'case.get', '{"caseId":"C-2026-90001"}', ...at, '--as', 'chen'],
      admin,
    );
    expect(view.stage).toBe('documents-in-review');
    const wrong = await workstation(
      ['--json', 'call', 'case.list', '{"queue":"all","limit":0}', ...at, '--as', 'chen'],
      admin,
    );
    expect(wrong.code).toBe(2);
    expect(JSON.parse(wrong.stderr)).toMatchObject({ ok: false, failure: { code: 'input.invalid', field: 'limit' } });
    const notJson = await workstation(['call', 'case.list', '{queue', ...at, '--as', 'chen'], admin);
    expect(notJson).toMatchObject({ code: 2 });
    expect(notJson.stderr).toMatch(/not JSON/);
  });

  it('takes the good rows of a bad workbook and writes the bad ones with their reasons', async () => {
    const source = join(folder, 'bad-applications.xlsx');
    copyFileSync(join(import.meta.dirname, '../../../resources/templates/bad-applications.xlsx'), source);
    const report = await workstationJson<{ added: number; bad: number; badRows: string }>(
      ['import', source, ...at, '--as', 'chen'],
      admin,
    );
    expect(report.added).toBeGreaterThan(5);
    expect(report.bad).toBeGreaterThan(10);
    expect(existsSync(report.badRows)).toBe(true);
  });

  it('verifies its ledger, and says which entry was tampered with', async () => {
    expect(await workstationJson<object>(['ledger', 'verify', ...at])).toMatchObject({ clean: true, fault: null });
    const copy = join(folder, 'tampered');
    mkdirSync(copy);
    const file = join(copy, 'workstation.sqlite');
    const live = new Database(join(workspace, 'workstation.sqlite'));
    live.exec(`VACUUM INTO '${file}'`);
    live.close();
    const database = new Database(file);
    database.exec(
      "DROP TRIGGER ledger_no_update; UPDATE ledger SET body = replace(body, '90001', '90002') WHERE seq = 2",
    );
    database.close();
    const ended = await workstation(['--json', 'ledger', 'verify', '--workspace', copy]);
    expect(ended.code).toBe(2);
    expect(JSON.parse(ended.stdout)).toMatchObject({ clean: false, fault: { seq: 2, what: 'hash' } });
  });
});

describe('what the shell refuses, harming nothing', () => {
  const refusedFile = async (name: string, write: (file: string) => void, words: RegExp) => {
    const home = join(folder, name);
    mkdirSync(home);
    const file = join(home, 'workstation.sqlite');
    write(file);
    const before = hash(file);
    const ended = await workstation(['ledger', 'verify', '--workspace', home]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(words);
    expect(hash(file)).toBe(before);
    expect(readdirSync(home).filter((entry) => entry.startsWith('workstation.sqlite-'))).toEqual([]);
  };

  it('a text file in place of the database', () =>
    refusedFile(
      'text',
      (file) => writeFileSync(file, 'not a database at all, but long enough to have a header'.repeat(4)),
      /不是本工作站的数据库[\s\S]*not a database of this workstation/,
    ));

  it('another program’s database', () =>
    refusedFile(
      'other',
      (file) => {
        const other = new Database(file);
        other.exec('CREATE TABLE note (text TEXT)');
        other.close();
      },
      /不是本工作站的数据库/,
    ));

  it('a database from the future', () =>
    refusedFile(
      'future',
      (file) => {
        const future = new Database(file);
        future.exec('CREATE TABLE note (text TEXT)');
        future.pragma('application_id = 1330925392');
        future.pragma('user_version = 99990');
        future.close();
      },
      /更新版本[\s\S]*newer workstation/,
    ));

  it('a folder without a workspace, which stays as it was', async () => {
    const nowhere = join(folder, 'nowhere');
    const ended = await workstation(['sync', '--workspace', nowhere]);
    expect(ended).toMatchObject({ code: 2 });
    expect(ended.stderr).toMatch(/没有工作区[\s\S]*no workspace/);
    expect(existsSync(nowhere)).toBe(false);
  });

  it('a path that is a file', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, 'x');
    const ended = await workstation(['init', '--workspace', file]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/无法在[\s\S]*Cannot read and write/);
  });

  it.each([
    ['nonsense'],
    ['print'],
    ['print', 'posters', '--out', 'x'],
    ['call'],
    ['check', 'uscc'],
    ['check', 'shoe', '1'],
  ])('the command %s', async (...args) => {
    const ended = await workstation(args);
    expect(ended.code).toBe(2);
    expect(ended.stderr + ended.stdout).not.toBe('');
  });
});

describe('evaluate', () => {
  it('answers one dossier, an array and lines in the same form, from a file or standard input', async () => {
    const dossier = fullDossier();
    const one = join(folder, 'dossier.json');
    writeFileSync(one, JSON.stringify(dossier));
    const single = await workstation(['evaluate', one]);
    expect(single.code).toBe(0);
    expect(JSON.parse(single.stdout)).toMatchObject({ outcome: 'grant' });
    const list = await workstation(['evaluate', '-'], { input: JSON.stringify([dossier, dossier]) });
    expect(JSON.parse(list.stdout)).toHaveLength(2);
    const lines = await workstation(['evaluate', '--lines', '-'], {
      input: `${JSON.stringify(dossier)}\n\n${JSON.stringify(dossier)}\n`,
    });
    expect(
      lines.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toHaveLength(2);
  });

  it('refuses a malformed dossier with the path of the wrong field', async () => {
    const wrong = { ...fullDossier(), documents: [{ kind: 'business-licence', validFrom: '2026-02-30' }] };
    const ended = await workstation(['evaluate', '-'], { input: JSON.stringify(wrong) });
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('documents[0].validFrom');
    const missing = await workstation(['evaluate', join(folder, 'no-such.json')]);
    expect(missing).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('check', () => {
  it.each([
    ['uscc', '91110000600037341L', 0],
    ['uscc', '91110000600037341M', 2],
    ['org-code', '60003734-1', 0],
    ['ean13', '6901234567892', 0],
    ['ean13', '6901234567893', 2],
    ['mobile', '13900000001', 0],
    ['mobile', '12900000001', 2],
    ['waybill', 'SF1388204777190', 0],
    ['division', '430923', 0],
    ['division', '999999', 2],
  ])('%s %s ends with %i', async (kind, value, code) => {
    const ended = await workstation(['--json', 'check', kind, value]);
    expect(ended.code).toBe(code);
    expect(JSON.parse(ended.stdout)).toMatchObject({ kind, ok: code === 0 });
  });
});
