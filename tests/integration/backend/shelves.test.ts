import { copyFileSync, rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId, SampleId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { InputOf, Name } from '#shared/contract/contract.ts';
import type { KeptSample } from '#shared/contract/custody.ts';
import { dueOf, foldCustody, placeOf } from '#shared/domain/custody.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { custodyOf, findKept } from '#electron/backend/store/custody-repository.ts';
import { databaseFile } from '#electron/backend/store/open-store.ts';
import { entryOf } from '#electron/backend/services/custody.ts';
import { importAs, receiveAnnounced, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, openTestDesk, type TestDesk } from '#tests/support/desk.ts';
import { frozenFile } from '#tests/support/make-frozen.ts';
import { freshFolder } from '#tests/support/shell.ts';
import { readPlainText } from '#tests/support/pdf-reading.ts';

const TODAY = '2026-11-21';
const TWO = { password: DEMO_PASSWORD, witnessLogin: 'tang', witnessPassword: DEMO_PASSWORD } as const;

let test: TestDesk;
let serial = 0;
let clock = new Date('2026-11-21T02:00:00.000Z');

beforeAll(async () => {
  test = await openPeopledDesk({ world: { now: () => clock } });
  test.desk.room.store.run("DELETE FROM fact WHERE name = 'workspace.day'");
});
afterAll(() => test.close());

/** A new case with one sample at A-02-4. */
async function newSample(changes: Parameters<typeof wholeApplication>[0] = {}): Promise<KeptSample> {
  serial += 1;
  const number = String(90_000 + serial);
  const [parcel] = wholeApplication().parcels;
  await importAs(test, 'peng', [
    wholeApplication({
      applicationNo: `A-2026-${number}`,
      parcels: parcel ? [{ ...parcel, waybill: `SF13882047${number}` }] : [],
      ...changes,
    }),
  ]);
  const sample = await receiveAnnounced(test, `C-2026-${number}`);
  return (await story(sample.id)).sample;
}
const story = (sampleId: string) => test.ask('peng', 'sample.story', { sampleId });
const tryCode = async <N extends Name>(seat: string, name: N, input: InputOf<N>): Promise<string> => {
  const reply = await test.call(seat, name, input);
  return reply.ok ? 'ok' : reply.failure.code;
};

/** The columns kept beside the book say what the book says. */
function expectCacheAsBook(sampleId: string, { store } = test.desk.room): void {
  const kept = findKept(store, sampleId);
  const folded = foldCustody(custodyOf(store, sampleId).map(entryOf));
  if (!folded.ok || folded.value === null || kept === undefined) throw new Error('the book does not add up');
  const custody = folded.value;
  expect({ ...kept, heldSince: kept.heldSince !== null }).toMatchObject({
    state: custody.state,
    location: placeOf(custody),
    holder: custody.keeper.kind === 'person' ? custody.keeper.person : null,
    heldSince: custody.keeper.kind === 'person',
    keepUntil: custody.keepUntil,
    displayUntil: custody.displayUntil,
    dueKind: dueOf(custody)?.kind ?? null,
    dueOn: dueOf(custody)?.on ?? null,
  });
}

describe('places', () => {
  it('are added by pattern with what they stand in, retired when empty, and brought back', async () => {
    await test.ask('peng', 'location.add', { pattern: 'K-[01-02]-[1-3]', storage: 'chilled', name: '冷柜' });
    const all = await test.ask('peng', 'location.list', {});
    expect(
      all.filter(({ code }) => code.startsWith('K')).map(({ code, kind, storage }) => [code, kind, storage]),
    ).toEqual([
      ['K', 'room', null],
      ['K-01', 'shelf', null],
      ...['K-01-1', 'K-01-2', 'K-01-3'].map((code) => [code, 'box', 'chilled']),
      ['K-02', 'shelf', null],
      ...['K-02-1', 'K-02-2', 'K-02-3'].map((code) => [code, 'box', 'chilled']),
    ]);
    expect(await test.ask('admin', 'location.retire', { code: 'L:K-02' })).toEqual({ retired: 4 });
    const sample = await newSample();
    const sampleIds = [sample.id];
    expect(await test.refused('peng', 'sample.shelve', { sampleIds, location: 'K-02-1' })).toMatchObject({
      code: 'location.retired',
      field: 'location',
    });
    await test.ask('peng', 'location.add', { pattern: 'K-02-1' });
    const moved = await test.ask('peng', 'sample.shelve', { sampleIds, location: 'k-02-1' });
    expect(moved).toMatchObject({ unsuitable: [sample.barcode], samples: [{ location: 'K-02-1' }] });
    expect(await test.refused('peng', 'location.retire', { code: 'K' })).toMatchObject({
      code: 'location.occupied',
      data: { count: 1 },
    });
    expect(await tryCode('he', 'location.add', { pattern: 'Z' })).toBe('right.missing');
  });

  it('that do not exist are refused with the nearest named, at reception too, and nothing is saved', async () => {
    const sample = await newSample();
    const wrong = { code: 'location.unknown', field: 'location', data: { nearest: 'A-02-4、A-01-4、A-02-1' } };
    expect(await test.refused('peng', 'sample.shelve', { sampleIds: [sample.id], location: 'A-02-49' })).toMatchObject(
      wrong,
    );
    expect((await story(sample.id)).lines).toHaveLength(1);
    const parcel = await test.ask('peng', 'parcel.get', { parcelId: sample.parcelId ?? '' });
    const another = { parcelId: parcel.id, batch: 'B-2', quantity: '1', unit: '盒', condition: 'intact' } as const;
    expect(
      await test.refused('peng', 'sample.receive', { ...another, storage: 'ambient', location: 'A-02-49' }),
    ).toMatchObject(wrong);
    expect((await test.ask('peng', 'parcel.get', { parcelId: parcel.id })).samples).toHaveLength(1);
  });

  it('get labels as PDF', async () => {
    const label = await test.ask('peng', 'location.labels', { codes: ['A-02-4', 'K-01-1', 'A'] });
    const pages = await readPlainText(new Uint8Array(Buffer.from(label.content, 'base64')));
    expect(pages).toHaveLength(3);
    expect(pages[0]).toContain('L:A-02-4');
    expect(await test.refused('peng', 'location.labels', { codes: ['Q-1'] })).toMatchObject({
      code: 'location.unknown',
    });
  });
});

describe('custody', () => {
  it('moves, lends, brings back, and tells the whole story', async () => {
    const sample = await newSample();
    const sampleIds = [sample.id];
    await test.ask('peng', 'sample.shelve', { sampleIds, location: 'A-03-2' });
    await test.ask('shen', 'sample.take-out', { sampleIds, purpose: '检测', backBy: '2026-11-23', forTest: true });
    expect(await test.ask('peng', 'custody.held', {})).toMatchObject({
      rows: [{ barcode: sample.barcode, holder: '沈检验（样例）', purpose: '检测', dueOn: '2026-11-23', location: '' }],
    });
    expect(await test.refused('peng', 'sample.take-out', { sampleIds, purpose: '拍照', backBy: TODAY })).toMatchObject({
      code: 'custody.held',
      data: { holder: '沈检验（样例）', barcode: sample.barcode },
    });
    await test.ask('peng', 'sample.shelve', { sampleIds, location: 'A-03-2', tested: true });
    const { lines, sample: now } = await story(sample.id);
    expect(now).toMatchObject({ state: 'tested', location: 'A-03-2', holder: null });
    expect(lines.map(({ from, fromLocation, kind, location, to }) => [kind, from, to, fromLocation, location])).toEqual(
      [
        ['received', null, 'waiting', '', 'A-02-4'],
        ['shelved', 'waiting', 'waiting', 'A-02-4', 'A-03-2'],
        ['taken-out', 'waiting', 'in-test', 'A-03-2', ''],
        ['brought-back', 'in-test', 'tested', '', 'A-03-2'],
      ],
    );
    expect(await test.ask('peng', 'custody.held', {})).toMatchObject({ rows: [] });
    expectCacheAsBook(sample.id);
  });

  it('several samples move together or not at all', async () => {
    const [one, other] = [await newSample(), await newSample()];
    await test.ask('peng', 'sample.take-out', { sampleIds: [other.id], purpose: '拍照', backBy: TODAY });
    expect(await test.refused('peng', 'sample.retain', { sampleIds: [one.id, other.id] })).toMatchObject({
      code: 'custody.held',
    });
    expect((await story(one.id)).sample.state).toBe('waiting');
    const moved = await test.ask('peng', 'sample.shelve', { sampleIds: [one.id, other.id], location: 'A-05-1' });
    expect(moved.samples.map(({ location }) => location)).toEqual(['A-05-1', 'A-05-1']);
    const shelf = await test.ask('peng', 'shelf.get', { code: 'L:A-05' });
    expect(shelf.samples.map(({ barcode }) => barcode)).toEqual([one.barcode, other.barcode]);
    expect(shelf.location).toMatchObject({ kind: 'shelf', samples: 2, storage: 'ambient' });
  });

  it('refuses what is not there, days gone by and people unknown', async () => {
    const sampleIds = [(await newSample()).id];
    const take = { sampleIds, purpose: '检测', backBy: TODAY };
    expect(await tryCode('peng', 'sample.take-out', { ...take, backBy: '2026-11-20' })).toBe('custody.back-in-past');
    expect(await tryCode('peng', 'sample.take-out', { ...take, holder: 'U-nobody' })).toBe('person.unknown');
    expect(await tryCode('peng', 'sample.shelve', { sampleIds: ['S-none'], location: 'A-01-1' })).toBe(
      'sample.unknown',
    );
    expect(await tryCode('he', 'sample.shelve', { sampleIds, location: 'A-01-1' })).toBe('right.missing');
    expect(await tryCode('peng', 'shelf.get', { code: 'A-99' })).toBe('location.unknown');
    expect(await test.ask('peng', 'sample.find', { code: 'S9999999999' })).toBeNull();
  });
});

describe('afterlife', () => {
  it('retains until a day by default and on request, displays, and lists what is due', async () => {
    const sample = await newSample();
    const sampleIds = [sample.id];
    expect(await tryCode('peng', 'sample.retain', { sampleIds, keepUntil: '2026-11-20' })).toBe('custody.day-in-past');
    const retained = await test.ask('peng', 'sample.retain', { sampleIds });
    expect(retained.samples).toMatchObject([{ state: 'retained', keepUntil: '2027-05-21', dueKind: 'keep-until' }]);
    await test.ask('admin', 'retention.set', { months: 12 });
    expect((await story(sample.id)).defaultKeepUntil).toBe('2027-11-21');
    await test.ask('admin', 'retention.set', { months: 6 });
    await test.ask('peng', 'sample.retain', { sampleIds, keepUntil: '2026-11-22' });
    const before = (await test.ask('peng', 'desk.counts', {}))['samples.due'] ?? 0;
    clock = new Date('2026-11-22T02:00:00.000Z');
    expect((await test.ask('peng', 'desk.counts', {}))['samples.due']).toBe(before + 1);
    expect((await test.ask('peng', 'custody.due', {})).rows).toContainEqual(
      expect.objectContaining({ id: sample.id, dueOn: '2026-11-22' }),
    );
    clock = new Date('2026-11-21T02:00:00.000Z');
    const shown = await test.ask('peng', 'sample.display', { sampleIds, location: 'A-06-1', until: '2026-12-31' });
    expect(shown.samples).toMatchObject([{ state: 'on-display', location: 'A-06-1', displayUntil: '2026-12-31' }]);
    expectCacheAsBook(sample.id);
  });

  it('returns, and what has left moves no more', async () => {
    const sample = await newSample();
    const sampleIds = [sample.id];
    await test.ask('peng', 'sample.return', { sampleIds, how: '顺丰到付寄回' });
    expect((await story(sample.id)).sample).toMatchObject({ state: 'returned', location: '' });
    expect(await tryCode('peng', 'sample.shelve', { sampleIds, location: 'A-01-1' })).toBe('custody.gone');
    expect(await tryCode('peng', 'sample.dispose', { sampleIds, method: 'destroyed', reason: '到期', ...TWO })).toBe(
      'custody.gone',
    );
  });

  it('disposes by two different people who may, each with a password', async () => {
    const sample = await newSample();
    const deed = { sampleIds: [sample.id], method: 'destroyed' as const, reason: '留样到期', ...TWO };
    expect(await tryCode('peng', 'sample.dispose', { ...deed, password: 'wrong-one' })).toBe('session.wrong-password');
    expect(await test.refused('peng', 'sample.dispose', { ...deed, witnessPassword: 'wrong-one' })).toMatchObject({
      code: 'session.wrong-password',
      field: 'witnessPassword',
    });
    expect(await tryCode('peng', 'sample.dispose', { ...deed, witnessLogin: 'peng' })).toBe('custody.two-persons');
    expect(await tryCode('peng', 'sample.dispose', { ...deed, witnessLogin: 'he' })).toBe('witness.no-right');
    expect(await tryCode('shen', 'sample.dispose', deed)).toBe('right.missing');
    expect((await story(sample.id)).lines).toHaveLength(1);
    await test.ask('peng', 'sample.dispose', { ...deed, witnessLogin: 'TANG' });
    const { lines, sample: now } = await story(sample.id);
    expect(now).toMatchObject({ state: 'disposed', location: '' });
    expect(lines.at(-1)).toMatchObject({ by: '彭收样（样例）', witness: '唐评定（样例）', method: 'destroyed' });
    expectCacheAsBook(sample.id);
  });

  it('a legal hold keeps a sample in the house, and nothing else', async () => {
    const incident = {
      kind: 'complaint',
      occurredOn: '2026-11-01' as PlainDate,
      status: 'open',
      grade: null,
      summary: '待查',
    } as const;
    const sample = await newSample({ incidents: [incident] });
    const sampleIds = [sample.id];
    expect(sample.legalHold).toBe(true);
    expect(await tryCode('peng', 'sample.return', { sampleIds, how: '自取' })).toBe('sample.legal-hold');
    expect(await tryCode('peng', 'sample.dispose', { sampleIds, method: 'other', reason: '到期', ...TWO })).toBe(
      'sample.legal-hold',
    );
    await test.ask('peng', 'sample.retain', { sampleIds });
    expect((await story(sample.id)).sample.state).toBe('retained');
  });

  it('no sequence of deeds loses a sample or parts the columns from the book', async () => {
    const samples = [await newSample(), await newSample()];
    const places = ['A-01-1', 'A-02-4', 'F-01-1', 'A-77-7'];
    const deeds: Readonly<Record<string, (sampleIds: string[], place: string) => Promise<unknown>>> = {
      shelve: (sampleIds, location) => test.call('peng', 'sample.shelve', { sampleIds, location }),
      out: (sampleIds) =>
        test.call('shen', 'sample.take-out', { sampleIds, purpose: '检测', backBy: TODAY, forTest: true }),
      lend: (sampleIds) => test.call('peng', 'sample.take-out', { sampleIds, purpose: '拍照', backBy: TODAY }),
      retain: (sampleIds) => test.call('peng', 'sample.retain', { sampleIds }),
      display: (sampleIds, location) =>
        test.call('peng', 'sample.display', { sampleIds, location, until: '2026-12-01' }),
      move: ([sampleId], location) =>
        test.call('peng', 'sample.move', { sampleId, to: 'in-test', location, purpose: '送检' }),
    };
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom(...Object.keys(deeds)),
            fc.subarray(samples, { minLength: 1 }),
            fc.constantFrom(...places),
          ),
          { maxLength: 12 },
        ),
        async (sequence) => {
          for (const [name, chosen, place] of sequence)
            await deeds[name]?.(
              chosen.map(({ id }) => id),
              place,
            );
          for (const { id } of samples) {
            expectCacheAsBook(id);
            const { holder, location } = (await story(id)).sample;
            expect((holder === null) !== (location === '')).toBe(true);
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('a workspace of before the shelves', () => {
  it('is read with its old lines: every book adds up, and any place can be typed', async () => {
    const workspace = freshFolder('before-shelves');
    copyFileSync(frozenFile(90), databaseFile(workspace));
    const old = openTestDesk({ workspace });
    const { store } = old.desk.room;
    const [sample] = store.all<{ id: SampleId; caseId: CaseId; by: string }>(
      'SELECT id, case_id AS caseId, received_by AS "by" FROM sample',
    );
    if (sample === undefined) throw new Error('the frozen workspace has a sample');
    expectCacheAsBook(sample.id, old.desk.room);
    const line =
      'INSERT INTO custody (id, sample_id, from_state, to_state, location, purpose, moved_by, moved_at) VALUES';
    store.run(`${line} ('old', ?, 'waiting', 'retained', 'X-9', '留样', ?, '2026-01-01T00:00:00.000Z')`, [
      sample.id,
      sample.by,
    ]);
    store.run("UPDATE sample SET state = 'retained', location = 'X-9' WHERE id = ?", [sample.id]);
    expectCacheAsBook(sample.id, old.desk.room);
    await old.ask('peng', 'session.sign-in', { login: 'peng', password: DEMO_PASSWORD });
    const moved = await old.ask('peng', 'sample.shelve', { sampleIds: [sample.id], location: 'ZZ-7' });
    expect(moved.samples).toMatchObject([{ location: 'ZZ-7', state: 'retained' }]);
    await old.close();
    rmSync(workspace, { recursive: true });
  });
});

describe('the lists', () => {
  it('are read by their indexes, with statistics too', () => {
    const { store } = test.desk.room;
    store.run('ANALYZE');
    const planOf = (sql: string, ...given: readonly string[]): string =>
      store
        .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, given)
        .map(({ detail }) => detail)
        .join('\n');
    const plans: readonly (readonly [string, string])[] = [
      [
        'sample_custody_due',
        planOf('SELECT count(*) FROM sample_custody WHERE due_on IS NOT NULL AND due_on <= ?', TODAY),
      ],
      ['sample_by_location', planOf('SELECT id FROM sample WHERE location >= ? AND location < ?', 'A-02-', 'A-02.')],
      ['custody_in_order', planOf('SELECT id FROM custody WHERE sample_id = ? ORDER BY rowid', 'S')],
    ];
    for (const [index, plan] of plans) {
      expect(plan).toContain(index);
      expect(plan).not.toMatch(/SCAN|TEMP B-TREE/);
    }
  });
});

describe('a stocktake', () => {
  it('lists what differs, takes it up again, settles each with a deed, and closes', async () => {
    await test.ask('peng', 'location.add', { pattern: 'S-01-[1-2]' });
    const [here, gone, elsewhere, held] = [await newSample(), await newSample(), await newSample(), await newSample()];
    await test.ask('peng', 'sample.shelve', { sampleIds: [here.id, gone.id], location: 'S-01-1' });
    await test.ask('peng', 'sample.take-out', { sampleIds: [held.id], purpose: '拍照', backBy: TODAY });
    const { id: stocktakeId } = await test.ask('peng', 'stocktake.start', { location: 'L:S-01-1' });
    for (const code of [here.barcode, elsewhere.barcode, held.barcode, 'XYZ-1', here.barcode])
      await test.ask('peng', 'stocktake.scan', { stocktakeId, code });
    const resumed = await test.ask('peng', 'stocktake.start', { location: 'S-01-1' });
    expect(resumed).toMatchObject({ id: stocktakeId, expected: 2 });
    expect(resumed.scanned).toHaveLength(4);
    expect(resumed.differences.map(({ code, kind }) => [code, kind]).toSorted()).toEqual(
      [
        [gone.barcode, 'missing'],
        [elsewhere.barcode, 'wrong-shelf'],
        [held.barcode, 'unexpected'],
        ['XYZ-1', 'unexpected'],
      ].toSorted(),
    );
    expect(await test.refused('peng', 'stocktake.close', { stocktakeId })).toMatchObject({
      code: 'stocktake.unsettled',
      data: { count: 4 },
    });
    const settle = (code: string, difference: 'missing' | 'unexpected' | 'wrong-shelf', as: never, note = '') =>
      test.call('peng', 'stocktake.settle', { stocktakeId, code, difference, as, note });
    expect(await settle('XYZ-1', 'unexpected', 'placed-here' as never)).toMatchObject({ ok: false });
    expect(await settle(gone.barcode, 'wrong-shelf', 'carried-back' as never)).toMatchObject({
      failure: { code: 'stocktake.no-difference' },
    });
    expect(await settle(gone.barcode, 'missing', 'missing' as never)).toMatchObject({ ok: true });
    expect(await settle(elsewhere.barcode, 'wrong-shelf', 'placed-here' as never)).toMatchObject({ ok: true });
    expect(await settle(held.barcode, 'unexpected', 'placed-here' as never)).toMatchObject({ ok: true });
    expect(await settle('XYZ-1', 'unexpected', 'noted' as never, '空盒')).toMatchObject({ ok: true });
    const paper = await test.ask('peng', 'stocktake.paper', { stocktakeId });
    const [page] = await readPlainText(new Uint8Array(Buffer.from(paper.content, 'base64')));
    expect(page).toContain(elsewhere.barcode);
    const closed = await test.ask('peng', 'stocktake.close', { stocktakeId });
    expect(closed).toMatchObject({ differences: [], expected: 3 });
    expect(closed.settled).toHaveLength(4);
    expect(await tryCode('peng', 'stocktake.scan', { stocktakeId, code: 'X' })).toBe('stocktake.closed');
    expect(await tryCode('peng', 'stocktake.get', { stocktakeId: 'none' })).toBe('stocktake.unknown');
    expect((await test.ask('peng', 'stocktake.list', {})).rows).toMatchObject([
      { id: stocktakeId, location: 'S-01-1' },
    ]);
    expect((await story(gone.id)).sample).toMatchObject({ missing: true, dueKind: 'missing', location: '' });
    expect((await story(held.id)).sample).toMatchObject({ holder: null, location: 'S-01-1' });
    await test.ask('peng', 'sample.shelve', { sampleIds: [gone.id], location: 'S-01-2' });
    expect((await story(gone.id)).sample).toMatchObject({ missing: false, location: 'S-01-2' });
    for (const { id } of [here, gone, elsewhere, held]) expectCacheAsBook(id);
  });
});
