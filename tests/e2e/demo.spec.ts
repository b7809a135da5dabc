import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, test } from '@playwright/test';
import readXlsxFile from 'read-excel-file/node';
import type { LedgerEntry } from '#shared/domain/ledger-entry.ts';
import { decodeCodes, readPlainText, renderPages } from '#tests/support/pdf-reading.ts';
import { freshFolder, startProgram, workstation, workstationJson } from '#tests/support/shell.ts';

/** One line of `verdicts.json`. */
interface Line {
  readonly caseId: string;
  readonly stage: string;
  readonly decision: { readonly outcome: string; readonly star: number | null } | null;
  readonly number: string | null;
  readonly verdict: { readonly outcome: string; readonly star: number | null };
}

const CASES = 240;
const linesIn = (folder: string): readonly Line[] =>
  JSON.parse(readFileSync(join(folder, 'out', 'verdicts.json'), 'utf8')) as readonly Line[];

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

test.describe.configure({ mode: 'serial' });

test.describe('the demo', () => {
  const folder = freshFolder('demo');
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('drives 240 applications to decisions and papers', async () => {
    const run = await workstation(['demo', folder]);
    expect(run.stderr.includes('Error') ? run.stderr : run.code, run.stderr).toBe(0);
    expect(run.stdout).toContain('npm start -- --workspace');
    const lines = linesIn(folder);
    expect(lines).toHaveLength(CASES);
    expect(new Set(lines.map((line) => line.verdict.outcome))).toEqual(
      new Set(['grant', 'propose', 'undecidable', 'refuse']),
    );
    const sheet = await readXlsxFile(join(folder, 'out', 'verdicts.xlsx'));
    expect(JSON.stringify(sheet)).toContain(lines[0]?.caseId ?? 'no case');
    expect(await workstationJson<object>(['ledger', 'verify', '--workspace', folder])).toMatchObject({ clean: true });
  });

  test('leaves a certificate for every star from three up, whose code decodes and whose text reads back', async () => {
    const numbers = linesIn(folder).flatMap((line) =>
      line.number === null || Number(line.number.split('-')[2]) < 3 ? [] : [line.number],
    );
    const files = readdirSync(join(folder, 'out', 'certificates'));
    expect(files.toSorted()).toEqual(numbers.map((number) => `${number}.pdf`).toSorted());
    const urls = new Set<string>();
    for (const file of files) {
      const bytes = readFileSync(join(folder, 'out', 'certificates', file));
      const [page] = await renderPages(bytes, 150);
      const [code] = page ? await decodeCodes(page, ['QRCode']) : [];
      expect(code?.text, file).toMatch(/\/v\/[0-9a-z]{10}$/);
      urls.add(code?.text ?? '');
      expect((await readPlainText(bytes)).join(''), file).toContain(file.replace('.pdf', ''));
    }
    expect(urls.size).toBe(files.length);
  });

  test('puts the batch and the badge sheets beside them', async () => {
    const awards = linesIn(folder).filter((line) => line.number !== null);
    const batch = await readPlainText(readFileSync(join(folder, 'out', 'certificates.pdf')));
    expect(batch).toHaveLength(readdirSync(join(folder, 'out', 'certificates')).length);
    const sheets = (await readPlainText(readFileSync(join(folder, 'out', 'badge-sheets.pdf')))).join('\n');
    for (const { number } of awards) expect(sheets).toContain(number);
  });

  test('has handed every decision to the platform, which gives them to another desk', async () => {
    const platform = startProgram('platform', ['serve', '--port', '0', '--data', join(folder, 'platform')]);
    const other = freshFolder('other-desk');
    try {
      const { code, origin } = await ready(platform);
      const at = ['--workspace', other];
      const options = { env: { WORKSTATION_PASSWORD: 'a-good-secret' } };
      await workstationJson(['init', ...at, '--admin', 'chen', '--desk', '02'], options);
      await workstationJson(['sync', ...at, '--as', 'chen', '--enrol', origin, '--code', code], options);
      const { default: Database } = await import('better-sqlite3');
      const database = new Database(join(other, 'workstation.sqlite'), { readonly: true });
      const bodies = database.prepare("SELECT body FROM pulled WHERE kind = 'entry'").all() as {
        readonly body: string;
      }[];
      database.close();
      const entries = bodies.map(
        ({ body }) => JSON.parse((JSON.parse(body) as { readonly body: string }).body) as LedgerEntry,
      );
      const held = new Map(
        entries
          .filter((entry) => entry.type === 'decision.made')
          .map((entry) => [entry.entityId, entry.payload] as const),
      );
      const decided = linesIn(folder).filter((line) => line.decision !== null);
      expect(held.size).toBe(decided.length);
      for (const { caseId, decision } of decided) expect(held.get(caseId), caseId).toMatchObject({ ...decision });
      const issued = entries.filter((entry) => entry.type === 'certificate.issued' || entry.type === 'badge.issued');
      const page = await fetch(`${origin}/v/${String(issued[0]?.payload['token'])}`, {
        headers: { accept: 'application/json' },
      });
      expect(await page.json()).toMatchObject({ state: 'valid' });
      expect((await fetch(`${origin}/v/nosuchcode`)).status).toBe(404);
    } finally {
      platform.kill('SIGTERM');
      await ended(platform);
      rmSync(other, { recursive: true, force: true });
    }
  });
});

test('a demo killed again and again comes to the same end', async () => {
  const folder = freshFolder('killed');
  try {
    for (const words of ['cases 40/', 'cases 120/', 'synced', 'issued', 'printing']) {
      const run = startProgram('cli', ['demo', folder]);
      await said(run, words);
      run.kill('SIGKILL');
      await ended(run);
    }
    const last = await workstation(['demo', folder]);
    expect(last.code, last.stderr).toBe(0);
    const lines = linesIn(folder);
    expect(lines).toHaveLength(CASES);
    const numbers = lines.flatMap(({ number }) => number ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const line of lines) {
      expect(line.stage === 'issued', line.caseId).toBe(line.number !== null);
    }
    const serials = numbers.map((number) => Number(number.split('-')[4])).toSorted((a, b) => a - b);
    expect(serials).toEqual(serials.map((_, index) => index + 1));
    expect(existsSync(join(folder, 'out', 'badge-sheets.pdf'))).toBe(true);
    expect(await workstationJson<object>(['ledger', 'verify', '--workspace', folder])).toMatchObject({ clean: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Waits until a program has said some words on either stream. */
function said(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve) => {
    let text = '';
    const hear = (data: Buffer): void => {
      text += data.toString('utf8');
      if (text.includes(words)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => resolve());
  });
}

async function ready(platform: ChildProcess): Promise<{ readonly origin: string; readonly code: string }> {
  if (platform.stdout === null) throw new Error('the platform has no output');
  let origin = '';
  for await (const line of createInterface({ input: platform.stdout })) {
    origin = /Platform ready:\s+(\S+)/.exec(line)?.[1] ?? origin;
    const code = /Enrolment code:\s+(\S+)/.exec(line)?.[1];
    if (code !== undefined) return { origin, code };
  }
  throw new Error('the platform did not start');
}
