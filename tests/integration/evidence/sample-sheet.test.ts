import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '#renderer/ui/text/en.ts';
import { zh } from '#renderer/ui/text/zh.ts';
import { CUSTODY_KINDS } from '#shared/domain/custody.ts';
import { CONDITIONS } from '#shared/domain/sample-life.ts';
import { CONDITION_WORDS, CUSTODY_WORDS } from '#electron/backend/services/sample-words.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { enter, FIVE_PASSING, openLabDesk, orderFive, release } from '#tests/support/lab/lab-desk.ts';

let test: TestDesk;
let sample: { readonly id: string; readonly caseId: string; readonly barcode: string };

beforeAll(async () => {
  const lab = await openLabDesk(2);
  ({ test } = lab);
  const [first] = lab.samples;
  if (first === undefined) throw new Error('a sample was received');
  sample = first;
  const { orderId } = await orderFive(test, sample.id);
  await enter(test, orderId, FIVE_PASSING);
  await release(test, orderId);
});
afterAll(() => test.close());

describe('the sample behind the ladder’s last row', () => {
  it('says who received it, when, with which waybill, and every line of its custody book', async () => {
    const { caseId, id, barcode } = sample;
    const sheet = await test.ask('tang', 'evidence.open', { caseId, source: { kind: 'sample', id } });
    const view = (await test.ask('tang', 'case.get', { caseId })).samples.find((one) => one.id === id);
    const facts = new Map(sheet.facts.map(([label, value]) => [label.zh, value]));
    expect(sheet).toMatchObject({ title: { zh: `样品 ${barcode}`, en: `Sample ${barcode}` }, state: 'holds' });
    expect(facts.get('收样')).toMatch(new RegExp(`^${view?.receivedBy} · \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d$`));
    expect(facts.get('运单')).toMatch(/^\S+/);
    expect(facts.get('到样状态')).toEqual(CONDITION_WORDS[view?.condition ?? 'other']);
    const story = await test.ask('peng', 'sample.story', { sampleId: id as never });
    expect(sheet.tables[0]?.rows.map(({ cells }) => cells[1])).toEqual(
      story.lines.map(({ kind }) => CUSTODY_WORDS[kind]),
    );
    expect(story.lines.length).toBeGreaterThan(1);
  });

  it('opens from its own case only', async () => {
    const others = (await test.ask('peng', 'sample.list', {})).rows.filter(({ caseId }) => caseId !== sample.caseId);
    expect(others.length).toBeGreaterThan(0);
    for (const { id } of others) {
      const source = { kind: 'sample', id } as const;
      expect(await test.refused('tang', 'evidence.open', { caseId: sample.caseId, source })).toMatchObject({
        code: 'evidence.unknown',
      });
    }
  });

  it('speaks the words of the shelves and the reception', () => {
    for (const kind of CUSTODY_KINDS) {
      expect(CUSTODY_WORDS[kind]).toEqual({ zh: zh.shelf.kind[kind], en: en.shelf.kind[kind] });
    }
    for (const condition of CONDITIONS) {
      expect(CONDITION_WORDS[condition]).toEqual({ zh: zh.common[condition], en: en.common[condition] });
    }
  });
});
