import { afterAll, beforeAll, expect, it } from 'vitest';
import { carriedSheet } from '#shared/contract/evidence.ts';
import type { TestDesk } from '#tests/support/desk.ts';
import { enter, FIVE_PASSING, openLabDesk, orderFive, release } from '#tests/support/lab/lab-desk.ts';

let test: TestDesk;
let caseId = '';

beforeAll(async () => {
  const lab = await openLabDesk(1);
  ({ test } = lab);
  const [sample] = lab.samples;
  caseId = sample?.caseId ?? '';
  const { orderId } = await orderFive(test, sample?.id ?? '');
  await enter(test, orderId, FIVE_PASSING);
  await release(test, orderId);
});
afterAll(() => test.close());

it('a released report travels with its sheet, the same that this desk opens; its paper is to be had here alone', async () => {
  const { body } = test.desk.room.store.get<{ body: string }>("SELECT body FROM ledger WHERE type = 'lab.released'");
  const { entityId, payload } = JSON.parse(body) as { entityId: string; payload: { sheet: unknown; touch: string } };
  const carried = carriedSheet.parse(payload.sheet);
  const source = { kind: 'lab-report', id: entityId } as const;
  const { attachments, paper, ...opened } = await test.ask('tang', 'evidence.open', { caseId, source });
  expect(attachments).toEqual([]);
  expect(paper).toBe(true);
  expect(carried).toEqual(opened);
  expect(payload.touch).toBe('recorded-evidence');
});
