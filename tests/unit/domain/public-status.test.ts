import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import { publicStatus, type MarkFact, type PublicMark } from '#shared/domain/public-status.ts';

const day = (text: string): PlainDate => {
  if (!isPlainDate(text)) throw new Error(text);
  return text;
};
const number = 'OTOP-2026-3-01-00001-7';
const mark: PublicMark = {
  number,
  token: 'k3J9xWq2',
  caseId: 'case-1',
  star: 3,
  productName: '安化黑茶',
  enterpriseName: '样例茶业有限公司',
  issuedOn: day('2026-03-02'),
  validUntil: day('2029-03-01'),
};
const issued: MarkFact = { type: 'certificate.issued', mark };
const raised = (level: 'yellow' | 'red'): MarkFact => ({ type: 'warning.raised', number, level });
const lifted = (level: 'yellow' | 'red'): MarkFact => ({ type: 'warning.lifted', number, level });
const suspended: MarkFact = { type: 'certificate.suspended', number };
const restored: MarkFact = { type: 'certificate.restored', number };
const withdrawn: MarkFact = { type: 'certificate.withdrawn', number };
const today = day('2027-01-01');

test.each<[string, readonly MarkFact[], string, string | undefined]>([
  ['nothing issued', [], 'unknown', undefined],
  ['only warnings, nothing issued', [raised('red'), withdrawn], 'unknown', undefined],
  ['issued', [issued], 'valid', undefined],
  ['a badge without a certificate', [{ type: 'badge.issued', mark }], 'valid', undefined],
  ['yellow', [issued, raised('yellow')], 'yellow', 'yellow'],
  ['red', [issued, raised('red')], 'red', 'red'],
  ['red outranks yellow, whichever came first', [issued, raised('red'), raised('yellow')], 'red', 'red'],
  ['red lifted, yellow stands', [issued, raised('yellow'), raised('red'), lifted('red')], 'yellow', 'yellow'],
  ['raised twice, lifted once', [issued, raised('yellow'), raised('yellow'), lifted('yellow')], 'valid', undefined],
  ['lifting what does not stand', [issued, lifted('red'), raised('yellow')], 'yellow', 'yellow'],
  ['suspended', [issued, suspended], 'suspended', undefined],
  ['suspended tells the warning too', [issued, raised('red'), suspended], 'suspended', 'red'],
  ['restored', [issued, suspended, restored], 'valid', undefined],
  ['withdrawn', [issued, withdrawn], 'withdrawn', undefined],
  ['withdrawn is for good', [issued, suspended, withdrawn, restored], 'withdrawn', undefined],
  ['a fact before the issue counts for nothing', [raised('red'), issued], 'valid', undefined],
])('%s', (_, facts, state, warning) => {
  const status = publicStatus(facts, today);
  expect(status.state).toBe(state);
  expect(status.warning).toBe(warning);
});

test('the last valid day is valid, the day after is expired, and a warning is told beside it', () => {
  expect(publicStatus([issued], day('2029-03-01')).state).toBe('valid');
  expect(publicStatus([issued], day('2029-03-02'))).toEqual({ state: 'expired', mark });
  expect(publicStatus([issued, raised('red')], day('2029-03-02'))).toEqual({ state: 'expired', mark, warning: 'red' });
  expect(publicStatus([issued, suspended], day('2029-03-02')).state).toBe('expired');
  expect(publicStatus([issued, withdrawn], day('2029-03-02')).state).toBe('withdrawn');
});

test('nothing but what is issued, in force and without warning or suspension is ever valid', () => {
  const fact = fc.constantFrom(
    issued,
    raised('yellow'),
    raised('red'),
    lifted('yellow'),
    lifted('red'),
    suspended,
    restored,
    withdrawn,
  );
  const date = fc.constantFrom(day('2026-03-02'), today, day('2029-03-01'), day('2029-03-02'), day('2035-01-01'));
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 12 }), date, (facts, today) => {
      const after = facts.slice(facts.indexOf(issued));
      const stands = (level: 'yellow' | 'red'): boolean =>
        after.findLastIndex((f) => f.type === 'warning.raised' && f.level === level) >
        after.findLastIndex((f) => f.type === 'warning.lifted' && f.level === level);
      const good =
        facts.includes(issued) &&
        today <= mark.validUntil &&
        !after.includes(withdrawn) &&
        after.lastIndexOf(suspended) <= after.lastIndexOf(restored) &&
        !stands('yellow') &&
        !stands('red');
      expect(publicStatus(facts, today).state === 'valid').toBe(good);
    }),
  );
});
