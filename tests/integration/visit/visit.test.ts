import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk, type TestDesk } from '#tests/support/desk.ts';
import {
  beginVisit,
  caseToVisit,
  drawn,
  expectRefusedWhole,
  PIXEL,
  planOn,
  TEAM,
  TODAY,
  type RefusedWhole,
} from '#tests/support/visits.ts';

let test: TestDesk;
let caseId: string;
beforeAll(async () => {
  test = await openPeopledDesk();
});
afterAll(() => test.close());
const refusedWhole: RefusedWhole = (...call) => expectRefusedWhole(test, ...call);
const caseAt = (star: 2 | 3 | 4 | 5): Promise<string> => caseToVisit(test, star);

describe('planning a visit', () => {
  beforeEach(async () => {
    caseId = await caseAt(4);
  });
  const plan = (changes: object = {}) => ({ caseId, on: TODAY, ...TEAM, purpose: '核验', ...changes });

  it('names who goes, and takes the case out of those to plan', async () => {
    const waits = async () =>
      (await test.ask('shen', 'visit.to-plan', { limit: 200 })).rows.some((row) => row.caseId === caseId);
    expect(await waits()).toBe(true);
    const before = (await test.ask('shen', 'desk.counts', {}))['visits.planned'] ?? 0;
    const visit = await planOn(test, caseId, '2026-12-01');
    expect(visit).toMatchObject({ state: 'planned', star: 4, on: '2026-12-01', version: 1, openActions: 0 });
    expect(visit.team.map(({ lead, name }) => [name, lead])).toEqual([
      ['沈检验（样例）', true],
      ['鲁评审（样例）', false],
    ]);
    expect(await waits()).toBe(false);
    expect((await test.ask('shen', 'desk.counts', {}))['visits.planned']).toBe(before + 1);
    const { rows } = await test.ask('shen', 'visit.list', { list: 'planned' });
    expect(rows.at(-1)).toMatchObject({ caseId, productName: '安化千两茶' });
    await test.ask('peng', 'visit.cancel', { visitId: visit.id, reason: '企业停产检修' });
    expect(await waits()).toBe(true);
    expect(await test.ask('peng', 'visit.of-case', { caseId })).toMatchObject([{ state: 'cancelled' }]);
  });

  it('refuses who has an interest in the enterprise, whoever asks, and shows it among the candidates', async () => {
    await test.ask('qin', 'conflict.declare', { uscc: wholeApplication().enterprise.uscc, reason: '持有股份' });
    await refusedWhole('peng', 'visit.plan', plan({ team: ['U-shen', 'U-qin'] }), {
      code: 'visit.member-conflict',
      field: 'team[1]',
      data: { name: '覃评审（样例）', reason: '持有股份' },
    });
    const candidates = await test.ask('peng', 'visit.candidates', { caseId });
    expect(candidates.map(({ login }) => login).toSorted()).toEqual(['lu', 'qin', 'shen', 'tan']);
    expect(candidates.find(({ login }) => login === 'qin')?.bar).toEqual({ kind: 'conflict', reason: '持有股份' });
    expect(candidates.find(({ login }) => login === 'lu')?.bar).toBeNull();
  });

  it('refuses who decided the case', async () => {
    test.desk.room.store.run(
      "INSERT INTO case_touch (case_id, person_id, touch, at) VALUES (?, 'U-tan', 'decided', ?)",
      [caseId, TODAY],
    );
    await refusedWhole('peng', 'visit.plan', plan({ team: ['U-tan', 'U-shen'] }), {
      code: 'visit.member-decided',
      data: { name: '谭评审（样例）' },
    });
  });

  it('refuses a lone visitor, strangers, one named twice, a day gone by, a second visit and a star below three', async () => {
    await refusedWhole('peng', 'visit.plan', plan({ team: ['U-shen'] }), { code: 'input.invalid', field: 'team' });
    await refusedWhole('peng', 'visit.plan', plan({ team: ['U-shen', 'U-nobody'] }), { code: 'person.unknown' });
    await refusedWhole('peng', 'visit.plan', plan({ team: ['U-shen', 'U-peng'] }), { code: 'visit.member-unfit' });
    await refusedWhole('peng', 'visit.plan', plan({ team: ['U-shen', 'U-shen'] }), { code: 'visit.member-twice' });
    await refusedWhole('peng', 'visit.plan', plan({ lead: 'U-tan' }), { code: 'visit.lead-not-on-team' });
    await refusedWhole('peng', 'visit.plan', plan({ on: '2026-11-20' }), { code: 'visit.in-past', field: 'on' });
    await refusedWhole('peng', 'visit.plan', plan({ on: '2036-11-21' }), { code: 'visit.too-far-ahead', field: 'on' });
    await refusedWhole('he', 'visit.plan', plan(), { code: 'right.missing' });
    await planOn(test, caseId, '2026-12-01');
    await refusedWhole('peng', 'visit.plan', plan(), { code: 'visit.already-planned', data: { on: '2026-12-01' } });
    caseId = await caseAt(2);
    await refusedWhole('peng', 'visit.plan', plan(), { code: 'visit.not-for-star' });
  });

  it('changes day and team with a reason; a day gone by is refused unless it was the planned one', async () => {
    const { id } = await planOn(test, caseId, '2026-12-01');
    const change = { visitId: id, lead: TEAM.lead, team: [...TEAM.team], purpose: '改期', reason: '大雨封路' };
    await refusedWhole('peng', 'visit.change', { ...change, on: '2026-11-20' }, { code: 'visit.in-past' });
    await refusedWhole('peng', 'visit.change', { ...change, on: '9999-12-31' }, { code: 'visit.too-far-ahead' });
    const team = ['U-shen', 'U-tan'];
    expect(await test.ask('peng', 'visit.change', { ...change, on: TODAY, team })).toMatchObject({
      on: TODAY,
      purpose: '改期',
      team: [{ personId: 'U-shen' }, { personId: 'U-tan' }],
    });
    await test.ask('shen', 'visit.start', { visitId: id });
    await refusedWhole('peng', 'visit.change', { ...change, on: '2026-12-01' }, { code: 'visit.date-fixed' });
    await test.ask('peng', 'visit.change', { ...change, on: TODAY });
  });
});

describe('a visit that has not begun', () => {
  it('takes nothing yet: no answer, no photo, no signature, no closing', async () => {
    caseId = await caseAt(3);
    const { id } = await planOn(test, caseId, '2026-12-01');
    const expected = { code: 'visit.not-started' };
    await refusedWhole('shen', 'visit.answer', { visitId: id, line: 'labels.mark', answer: 'yes' }, expected);
    const photo = { owner: { kind: 'visit', id, slot: 'labels.mark' }, name: '1.png', content: PIXEL };
    await refusedWhole('shen', 'attachment.keep', photo, expected);
    await refusedWhole('shen', 'visit.sign', { visitId: id, password: DEMO_PASSWORD, strokes: drawn() }, expected);
    await refusedWhole('shen', 'visit.close', { visitId: id, password: DEMO_PASSWORD }, expected);
  });

  it('is begun by its team alone', async () => {
    caseId = await caseAt(3);
    const { id } = await planOn(test, caseId, TODAY);
    await refusedWhole('tan', 'visit.start', { visitId: id }, { code: 'visit.not-on-team' });
  });
});

describe('recording a visit', () => {
  let visitId: string;
  beforeEach(async () => {
    caseId = await caseAt(4);
    visitId = (await beginVisit(test, caseId)).id;
  });
  const answer = <T extends object>(changes: T) => ({ visitId, line: 'environment.hygiene', ...changes });

  it('keeps every answer; the last counts, and one that overtakes another’s says so', async () => {
    const { version } = await test.ask('lu', 'visit.get', { visitId });
    await test.ask('shen', 'visit.answer', answer({ answer: 'yes', baseVersion: version }));
    const later = await test.ask(
      'lu',
      'visit.answer',
      answer({ answer: 'partly', note: '更衣室无洗手液', severity: 'minor', baseVersion: version }),
    );
    expect(later.overtook).toMatchObject({ answer: 'yes', by: '沈检验（样例）' });
    const line = later.visit.groups.flatMap(({ lines }) => lines).find(({ id }) => id === 'environment.hygiene');
    expect(line).toMatchObject({ current: { answer: 'partly', by: '鲁评审（样例）' }, earlier: [{ answer: 'yes' }] });
    const unhurried = await test.ask(
      'shen',
      'visit.answer',
      answer({ answer: 'yes', baseVersion: later.visit.version }),
    );
    expect(unhurried.overtook).toBeNull();
  });

  it('refuses a finding without severity or words, a line nobody asks, an answer the line does not take, and strangers', async () => {
    await refusedWhole('lu', 'visit.answer', answer({ answer: 'no', note: '脏' }), {
      code: 'visit.severity-needed',
      field: 'severity',
    });
    await refusedWhole('lu', 'visit.answer', answer({ answer: 'no', severity: 'major' }), {
      code: 'visit.note-needed',
    });
    await refusedWhole('lu', 'visit.answer', answer({ answer: 'yes', severity: 'minor' }), {
      code: 'visit.severity-unwanted',
    });
    await refusedWhole('lu', 'visit.answer', answer({ answer: 'not-applicable', note: '无' }), {
      code: 'visit.answer-kind',
    });
    await refusedWhole('lu', 'visit.answer', answer({ line: 'risk-control.drilled', answer: 'yes' }), {
      code: 'visit.line-unknown',
    });
    await refusedWhole('tan', 'visit.answer', answer({ answer: 'yes' }), { code: 'visit.not-on-team' });
    await refusedWhole('peng', 'visit.answer', answer({ answer: 'yes' }), { code: 'right.missing' });
  });

  it('takes a level only with what bears it', async () => {
    const level = (record: object) => ({ visitId, record: { kind: 'risk-control', seen: '制度齐全', ...record } });
    await refusedWhole('lu', 'visit.level', level({ level: 'verified-on-site' }), {
      code: 'visit.cross-check-needed',
      field: 'record.crossCheck',
    });
    await refusedWhole('lu', 'visit.level', level({ level: 'effectively-tested', crossCheck: '一致' }), {
      code: 'visit.drill-needed',
    });
    const drill = { on: '2026-11-22', participants: '甲', described: '召回' };
    await refusedWhole('lu', 'visit.level', level({ level: 'effectively-tested', drill }), {
      code: 'visit.drill-in-future',
    });
    const ancient = { ...drill, on: '1990-01-01' };
    await refusedWhole('lu', 'visit.level', level({ level: 'effectively-tested', drill: ancient }), {
      code: 'visit.drill-too-old',
      field: 'record.drill.on',
      data: { on: '1990-01-01', earliest: '2025-11-21' },
    });
    await refusedWhole('lu', 'visit.level', level({ level: 'viewed-on-site', seen: ' ' }), {
      code: 'input.invalid',
      field: 'record.seen',
    });
    const kept = await test.ask(
      'lu',
      'visit.level',
      level({ level: 'verified-on-site', crossCheck: '与记录一致' }) as never,
    );
    expect(kept.levels).toMatchObject([
      { kind: 'risk-control', level: 'verified-on-site', means: 'cross-checked', by: '鲁评审（样例）' },
    ]);
  });

  it('keeps photos on their lines, moves them, strikes them out, and lets only the team', async () => {
    const keep = (slot: string) => ({
      owner: { kind: 'visit' as const, id: visitId, slot },
      name: '1.png',
      content: PIXEL,
    });
    const photo = await test.ask('lu', 'attachment.keep', keep('labels.mark'));
    await refusedWhole('tan', 'attachment.keep', keep('labels.mark'), { code: 'visit.not-on-team' });
    await refusedWhole('lu', 'attachment.keep', keep('no.such'), { code: 'visit.line-unknown', field: 'owner.slot' });
    await test.ask('shen', 'attachment.move', { attachmentId: photo.id, slot: 'storage.transport' });
    const on = async (line: string) =>
      (await test.ask('lu', 'visit.get', { visitId })).groups
        .flatMap(({ lines }) => lines)
        .find(({ id }) => id === line)?.photos;
    expect(await on('labels.mark')).toEqual([]);
    expect(await on('storage.transport')).toMatchObject([{ id: photo.id, warnings: [], struck: null }]);
    const before = (await test.ask('lu', 'visit.get', { visitId })).factsHash;
    await test.ask('shen', 'attachment.strike', { attachmentId: photo.id, reason: '拍糊了' });
    expect(await on('storage.transport')).toMatchObject([{ struck: { reason: '拍糊了', by: '沈检验（样例）' } }]);
    expect((await test.ask('lu', 'visit.get', { visitId })).factsHash).not.toBe(before);
  });

  it('agrees on what is put right only where something was found', async () => {
    const action = { visitId, line: 'environment.hygiene', what: '补齐洗手设施', dueOn: '2026-12-20' };
    await refusedWhole('lu', 'visit.corrective-add', action, { code: 'visit.no-finding' });
    await test.ask('lu', 'visit.answer', answer({ answer: 'no', note: '无洗手设施', severity: 'major' }));
    await refusedWhole('lu', 'visit.corrective-add', { ...action, dueOn: TODAY }, { code: 'visit.due-not-ahead' });
    await refusedWhole(
      'lu',
      'visit.corrective-add',
      { ...action, dueOn: '2099-12-31' },
      { code: 'visit.due-too-far', field: 'dueOn', data: { on: '2099-12-31', latest: '2027-11-21' } },
    );
    const { corrective, nextDueOn, openActions } = await test.ask('lu', 'visit.corrective-add', action);
    expect([openActions, nextDueOn, corrective[0]?.overdue]).toEqual([1, '2026-12-20', false]);
    const { rows } = await test.ask('lu', 'visit.list', { list: 'corrective' });
    expect(rows).toContainEqual(expect.objectContaining({ id: visitId }));
    const close = { visitId, correctiveId: corrective[0]?.id ?? '', evidence: '照片两张' };
    await test.ask('shen', 'visit.corrective-close', close);
    await refusedWhole('shen', 'visit.corrective-close', close, { code: 'visit.corrective-closed' });
  });
});
