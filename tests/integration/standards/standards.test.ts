import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutputOf } from '#shared/contract/contract.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { CRITERION_IDS } from '#shared/domain/star/standard.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import { standardHash } from '#electron/backend/services/standards/standard.ts';
import { insertVersion, keepStandard } from '#electron/backend/store/standard-repository.ts';
import type { Store } from '#electron/backend/store/database.ts';
import { setFact } from '#electron/backend/store/facts.ts';
import { importAs, prepareForDecision, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import { standardContent } from '#tests/support/dossiers.ts';

const CASE = 'C-2026-90001';

interface Content {
  criteria_set: { id: string; version: string };
  criteria: { id: string; per_star: Record<string, object> }[];
  [key: string]: unknown;
}

/** A standard file of another version, edited. */
function draft(version: string, edit: (content: Content) => void = () => undefined): string {
  const content = standardContent() as unknown as Content;
  content.criteria_set.version = version;
  edit(content);
  return Buffer.from(JSON.stringify(content)).toString('base64');
}

const row = (content: Content, id: string): Content['criteria'][number] => {
  const found = content.criteria[CRITERION_IDS.findIndex((one) => one === id)];
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
/** Insurance from one star up: what the sample case of three stars does not have to show today. */
const insured = (content: Content): void => {
  for (const star of ['1', '2', '3']) {
    row(content, 'RISK.QUALITY_INSURANCE').per_star[star] = { required: true, zh: '须投保', en: 'insured' };
  }
};

describe('versions of the standard', () => {
  let test: TestDesk;
  beforeEach(async () => {
    test = await openPeopledDesk();
  });
  afterEach(() => test.close());

  const take = async (content: string, fileName = 'otop-2027.json') => {
    const reply = await test.ask('admin', 'standard.import', { fileName, content });
    if (!reply.ok) throw new Error(JSON.stringify(reply.problems));
    return reply.version;
  };
  /** Moves the workspace's day, as night does. */
  const liveOn = (day: string) => setFact(test.desk.room.store, 'workspace.day', day);
  const states = async () =>
    (await test.ask('lu', 'standard.list', {})).map(({ version, state }) => `${version} ${state}`);

  it('begin with the shipped one in force', async () => {
    expect(await states()).toEqual(['2019-r1 in-force']);
    expect((await test.ask('lu', 'standard.get', {})).version).toBe('2019-r1');
  });

  it('come in as a draft that decides nothing, take effect on their day, and supersede', async () => {
    const version = await take(draft('2027-r1', insured));
    expect(version).toMatchObject({ version: '2027-r1', state: 'draft', importedBy: expect.stringContaining('样例') });
    expect(await states()).toEqual(['2027-r1 draft', '2019-r1 in-force']);
    const adopted = await test.ask('admin', 'standard.adopt', {
      sha256: version.sha256,
      effectiveFrom: '2026-12-01',
      password: DEMO_PASSWORD,
    });
    expect(adopted).toMatchObject({ state: 'coming', effectiveFrom: '2026-12-01' });
    expect((await test.ask('lu', 'standard.get', {})).version).toBe('2019-r1');
    liveOn('2026-12-01');
    expect((await test.ask('lu', 'standard.get', {})).version).toBe('2027-r1');
    expect(await states()).toEqual(['2027-r1 in-force', '2019-r1 superseded']);
  });

  it('leave decisions made before as they were, with their own version on the certificate', async () => {
    await importAs(test, 'peng', [
      wholeApplication(),
      wholeApplication({ applicationNo: 'A-2026-90002', parcels: [] }),
    ]);
    const caseId = CASE;
    await prepareForDecision(test, caseId);
    const before = await test.ask('tang', 'case.get', { caseId });
    await test.ask('tang', 'case.decide', { caseId, baseVersion: before.version, password: DEMO_PASSWORD });
    const decided = await test.ask('tang', 'case.get', { caseId });
    const { sha256 } = await take(draft('2027-r1', insured));
    await test.ask('admin', 'standard.adopt', { sha256, effectiveFrom: '2026-11-21', password: DEMO_PASSWORD });
    const after = await test.ask('tang', 'case.get', { caseId });
    expect(after.verdict).toEqual(decided.verdict);
    const open = await test.ask('tang', 'case.get', { caseId: 'C-2026-90002' });
    expect(open.verdict.standard).toMatchObject({ version: '2027-r1', sha256 });
    const kept = await test.ask('tang', 'standard.get', { sha256: after.verdict.standard.sha256 });
    expect(kept.version).toBe('2019-r1');
    expect(await test.ask('lu', 'standard.list', {})).toMatchObject([{ decisions: 0 }, { decisions: 1 }]);
    await test.ask('he', 'award.issue', { caseIds: [caseId], password: DEMO_PASSWORD });
    const label = test.desk.room.store.get<{ standard_label: string }>('SELECT standard_label FROM award');
    expect(label.standard_label).toContain('2019-r1');
  });

  it('are compared row by row', async () => {
    const { sha256: to } = await take(draft('2027-r1', insured));
    const [, shipped] = await test.ask('lu', 'standard.list', {});
    const changes = await test.ask('lu', 'standard.compare', { from: shipped?.sha256 ?? '', to });
    expect(changes.map(({ criterion, direction, star }) => [criterion, star, direction])).toEqual(
      [1, 2, 3].map((star) => ['RISK.QUALITY_INSURANCE', star, 'stricter']),
    );
    expect(await test.refused('lu', 'standard.compare', { from: 'f'.repeat(64), to })).toMatchObject({
      code: 'standard.unknown',
      field: 'from',
    });
  });

  it('refuse what is here, a name that is taken, another scheme, a day that has passed or is taken', async () => {
    const { sha256 } = await take(draft('2027-r1', insured));
    const refuse = (content: string) => test.refused('admin', 'standard.import', { fileName: 'x.json', content });
    expect(await refuse(draft('2027-r1', insured))).toMatchObject({ code: 'standard.same-content' });
    expect(await refuse(draft('2027-r1'))).toMatchObject({ code: 'standard.version-taken' });
    expect(await refuse(draft('2019-r1', insured))).toMatchObject({ code: 'standard.version-taken' });
    const ocop = draft('r9', (content) => {
      content.criteria_set.id = 'ocop';
    });
    expect(await refuse(ocop)).toMatchObject({ code: 'standard.other-scheme', data: { found: 'ocop' } });
    const adopt = (of: string, effectiveFrom: string) => ({ sha256: of, effectiveFrom, password: DEMO_PASSWORD });
    expect(await test.refused('admin', 'standard.adopt', adopt(sha256, '2026-11-20'))).toMatchObject({
      code: 'standard.past-date',
      field: 'effectiveFrom',
    });
    await test.ask('admin', 'standard.adopt', adopt(sha256, '2027-01-01'));
    const other = await take(draft('2027-r2'));
    expect(await test.refused('admin', 'standard.adopt', adopt(other.sha256, '2027-01-01'))).toMatchObject({
      code: 'standard.date-taken',
    });
    await test.ask('admin', 'standard.discard', { sha256, reason: '还要讨论' });
    await test.ask('admin', 'standard.adopt', adopt(other.sha256, '2027-01-01'));
    expect(await test.refused('admin', 'standard.adopt', adopt(sha256, '2027-02-01'))).toMatchObject({
      code: 'standard.not-draft',
    });
    liveOn('2027-01-02');
    expect(await test.refused('admin', 'standard.discard', { sha256: other.sha256, reason: '不要了' })).toMatchObject({
      code: 'standard.not-draft',
    });
  });

  it('say everything that is wrong with a file, each by its path, and change nothing', async () => {
    const wrong = draft('2027-r1', (content) => {
      row(content, 'RISK.CLEAN_RECORD').per_star['4'] = { required: true, months: 0, zh: '', en: 'none' };
      row(content, 'TEST.PRODUCT').per_star['2'] = { required: true, route: 'BY_POST', zh: '寄', en: 'by post' };
    });
    const reply = await test.ask('admin', 'standard.import', { fileName: 'x.json', content: wrong });
    if (reply.ok) throw new Error('a wrong file was taken');
    expect(reply.problems.map(({ field }) => field)).toEqual([
      'criteria[3].per_star["4"].zh',
      'criteria[3].per_star["4"].months',
      'criteria[7].per_star["2"].route',
    ]);
    expect(reply.problems[2]?.zh).toContain('MAILED_SAMPLE_SPOT_CHECK');
    const files: readonly (readonly [Buffer, RegExp])[] = [
      [Buffer.alloc(0), /0 字节/],
      [Buffer.from([0xff, 0xfe, 0x00]), /UTF-8/],
      [Buffer.from('{"schema":'), /^文件内容不是 JSON$/],
      [Buffer.from('{\n ,}'), /^第 2 行第 2 列起不是 JSON$/],
      [Buffer.from('[]'), /应为一个对象/],
      [Buffer.from('{"schema":"otop-star-criteria/1"}'), /必填/],
    ];
    for (const [bytes, words] of files) {
      const refused = await test.ask('admin', 'standard.import', {
        fileName: 'x.json',
        content: bytes.toString('base64'),
      });
      if (refused.ok) throw new Error('a wrong file was taken');
      expect(refused.problems[0]?.zh).toMatch(words);
    }
    const twice = Buffer.from(draft('2027-r1'), 'base64').toString().replace('"months":36', '"months":36,"months":1');
    const doubled = await test.ask('admin', 'standard.import', {
      fileName: 'x.json',
      content: Buffer.from(twice).toString('base64'),
    });
    if (doubled.ok) throw new Error('a wrong file was taken');
    expect(doubled.problems.map(({ field }) => field)).toEqual([
      'criteria[3].per_star["5"].months',
      'criteria[3].per_star["5"].months',
    ]);
    expect(await states()).toEqual(['2019-r1 in-force']);
  });

  it('do not take effect when they came in before files were checked so; decisions by them are still read', async () => {
    const { store } = test.desk.room;
    const content = JSON.parse(Buffer.from(draft('2027-r1'), 'base64').toString()) as Content;
    for (const { per_star: cells } of content.criteria) {
      for (const star of Object.keys(cells)) cells[star] = { required: false };
    }
    const text = canonicalJson(content as never);
    const sha256 = standardHash(text);
    store.transaction(() => {
      keepStandard(store, sha256, '2027-r1', text);
      insertVersion(store, { sha256, fileName: 'old.json', importedBy: 'U-admin', importedAt: '2026-11-20T00:00:00Z' });
    });
    const adopt = { sha256, effectiveFrom: '2026-12-01', password: DEMO_PASSWORD };
    expect(await test.refused('admin', 'standard.adopt', adopt)).toMatchObject({
      code: 'standard.unfit',
      data: { version: '2027-r1', field: 'criteria[0].per_star["1"].required' },
    });
    expect(await states()).toEqual(['2027-r1 draft', '2019-r1 in-force']);
    expect((await test.ask('lu', 'standard.get', { sha256 })).version).toBe('2027-r1');
  });
});

/** Decides a case that meets the standard. */
async function decideOne(test: TestDesk): Promise<OutputOf<'case.decide'>> {
  await importAs(test, 'peng', [wholeApplication()]);
  await prepareForDecision(test, CASE);
  const { version } = await test.ask('tang', 'case.get', { caseId: CASE });
  return test.ask('tang', 'case.decide', { caseId: CASE, baseVersion: version, password: DEMO_PASSWORD });
}

/** Copies the one row of a table under other values, given as SQL with `i` from 1 on. */
function copies(store: Store, table: string, count: number, renamed: Readonly<Record<string, string>>): void {
  const names = store.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => name);
  store.run(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
     INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.map((name) => renamed[name] ?? name).join(', ')} FROM ${table}, n`,
  );
}

describe('a trial of a draft', () => {
  it('says which decided cases would move, why, and decides nothing', async () => {
    const test = await openPeopledDesk();
    const decision = await decideOne(test);
    const reply = await test.ask('admin', 'standard.import', {
      fileName: 'x.json',
      content: draft('2027-r1', (content) => {
        for (const star of ['1', '2', '3', '4', '5']) {
          row(content, 'RISK.CLEAN_RECORD').per_star[star] = {
            required: true,
            months: 600,
            zh: '五十年',
            en: '50 years',
          };
        }
      }),
    });
    if (!reply.ok) throw new Error('a good file was refused');
    const before = JSON.stringify(test.desk.room.store.all('SELECT * FROM decision'));
    const report = await test.ask('lu', 'what-if.run', { runId: 'run-1', sha256: reply.version.sha256 });
    expect(report).toMatchObject({ cases: 1, moved: 1, stopped: false, version: '2027-r1' });
    const { sha256 } = reply.version;
    expect(await test.ask('peng', 'what-if.last', { sha256 })).toEqual({
      runId: 'run-1',
      done: 1,
      total: 1,
      tookMs: report.tookMs,
      report,
    });
    expect(report.counts).toMatchObject([{ from: { outcome: decision.outcome, star: decision.star }, cases: 1 }]);
    const { rows, next } = await test.ask('lu', 'what-if.rows', { runId: 'run-1' });
    expect(rows).toMatchObject([{ caseId: CASE, because: ['RISK.CLEAN_RECORD'] }]);
    expect(next).toBeNull();
    const [count] = report.counts;
    const move = `grant ${count?.from.star} > ${count?.to.outcome} ${count?.to.star ?? '-'}`;
    expect((await test.ask('lu', 'what-if.rows', { runId: 'run-1', move })).rows).toHaveLength(1);
    expect((await test.ask('lu', 'what-if.rows', { runId: 'run-1', move: 'grant 1 > refuse -' })).rows).toEqual([]);
    expect(JSON.stringify(test.desk.room.store.all('SELECT * FROM decision'))).toBe(before);
    expect(test.events).toContainEqual({ name: 'what-if.progress', data: { runId: 'run-1', done: 1, total: 1 } });
    const shipped = await test.ask('lu', 'standard.get', {});
    const same = await test.ask('lu', 'what-if.run', { runId: 'run-2', sha256: shipped.sha256 });
    expect(same).toMatchObject({ cases: 1, moved: 0 });
    expect((await test.ask('lu', 'what-if.last', { sha256 }))?.report).toEqual(report);
    expect((await test.ask('lu', 'what-if.rows', { runId: 'run-1' })).rows).toHaveLength(1);
    expect(await test.ask('lu', 'what-if.stop', { runId: 'run-1' })).toEqual({ stopped: false });
    await test.ask('lu', 'what-if.run', { runId: 'run-3', sha256 });
    expect((await test.ask('lu', 'what-if.last', { sha256 }))?.runId).toBe('run-3');
    expect(await test.refused('lu', 'what-if.rows', { runId: 'run-1' })).toMatchObject({ code: 'what-if.gone' });
    await test.close();
  });

  it('moves nobody by the same rules, whatever people made of the verdict', async () => {
    const test = await openPeopledDesk();
    const decision = await decideOne(test);
    const { store } = test.desk.room;
    store.transaction(() => {
      copies(store, 'case_file', 1, { id: "'refused'", application_no: "'refused'" });
      copies(store, 'decision', 1, { id: "'refused'", case_id: "'refused'", outcome: "'refuse'", star: 'NULL' });
    });
    const { sha256 } = await test.ask('lu', 'standard.get', {});
    const report = await test.ask('lu', 'what-if.run', { runId: 'run-1', sha256 });
    const verdict = { outcome: 'grant', star: decision.star };
    expect(report).toMatchObject({ cases: 2, moved: 0, counts: [{ from: verdict, to: verdict, cases: 2 }] });
    await test.close();
  });

  it('stays for its version while eight others are tried, and goes with the ninth', async () => {
    const test = await openPeopledDesk();
    const hashes: string[] = [];
    for (let at = 1; at <= 9; at += 1) {
      const reply = await test.ask('admin', 'standard.import', { fileName: 'x.json', content: draft(`2027-r${at}`) });
      if (!reply.ok) throw new Error('a good file was refused');
      hashes.push(reply.version.sha256);
    }
    const lasts = () =>
      Promise.all(hashes.map(async (sha256) => (await test.ask('lu', 'what-if.last', { sha256 }))?.runId ?? null));
    for (const [at, sha256] of hashes.entries()) await test.ask('lu', 'what-if.run', { runId: `run-${at}`, sha256 });
    expect(await lasts()).toEqual([null, ...hashes.slice(1).map((_, at) => `run-${at + 1}`)]);
    await test.ask('lu', 'what-if.run', { runId: 'again', sha256: hashes[1] ?? '' });
    await test.ask('lu', 'what-if.run', { runId: 'first', sha256: hashes[0] ?? '' });
    expect((await lasts()).slice(0, 4)).toEqual(['first', 'again', null, 'run-3']);
    await test.close();
  });

  it('is stopped between two slices, and answers with what it has', async () => {
    const test = await openPeopledDesk();
    await decideOne(test);
    const { store } = test.desk.room;
    store.transaction(() => {
      copies(store, 'case_file', 1300, { id: "id || '-' || i", application_no: "application_no || '-' || i" });
      copies(store, 'decision', 1300, { id: "id || '-' || i", case_id: "case_id || '-' || i" });
    });
    const { sha256 } = await test.ask('lu', 'standard.get', {});
    const run = test.ask('lu', 'what-if.run', { runId: 'run-1', sha256 });
    const underway = await test.ask('lu', 'what-if.last', { sha256 });
    expect(underway).toMatchObject({ runId: 'run-1', total: 1301, report: null });
    expect(underway?.done).toBeLessThan(1301);
    expect(await test.ask('lu', 'what-if.stop', { runId: 'run-1' })).toEqual({ stopped: true });
    const report = await run;
    expect(report.stopped).toBe(true);
    expect(report.cases).toBeGreaterThan(0);
    expect(report.cases).toBeLessThan(1301);
    expect((await test.ask('lu', 'what-if.last', { sha256 }))?.report).toEqual(report);
    expect((await test.ask('lu', 'what-if.run', { runId: 'run-2', sha256 })).cases).toBe(1301);
    await test.close();
  });

  it('that breaks is over: nobody waits for its end', async () => {
    const test = await openPeopledDesk();
    await decideOne(test);
    const { store } = test.desk.room;
    store.transaction(() => {
      copies(store, 'case_file', 1, { id: "'torn'", application_no: "'torn'" });
      copies(store, 'decision', 1, { id: "'torn'", case_id: "'torn'", dossier: "'torn'" });
    });
    const { sha256 } = await test.ask('lu', 'standard.get', {});
    expect(await test.refused('lu', 'what-if.run', { runId: 'run-1', sha256 })).toMatchObject({ code: 'internal' });
    expect(await test.ask('lu', 'what-if.last', { sha256 })).toBeNull();
    await test.close();
  });
});
