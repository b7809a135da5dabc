import { describe, expect, it } from 'vitest';
import { csv } from '#renderer/desks/insight/csv.ts';
import { checkState, needsCheck } from '#renderer/desks/surveillance/check-state.ts';

describe('CSV export', () => {
  it('quotes what needs quotes and never starts a formula', () => {
    expect(
      csv([
        ['名称', '数量'],
        ['a,b "c"', 3],
        ['=1+1', 0],
        ['两\n行', -2],
      ]),
    ).toBe('\ufeff名称,数量\r\n"a,b ""c""",3\r\n\'=1+1,0\r\n"两\n行",-2\r\n');
  });
});

describe('the annual check of an award', () => {
  const award = (checkDueOn: string) => ({ checkDueOn, validUntil: '2028-11-21' });
  it.each([
    ['2026-11-20', 'late', true],
    ['2026-11-21', 'due', true],
    ['2026-12-21', 'due', true],
    ['2026-12-22', 'fine', false],
  ] as const)('due on %s is %s on 2026-11-21', (dueOn, state, needs) => {
    expect(checkState(award(dueOn), '2026-11-21')).toBe(state);
    expect(needsCheck(state)).toBe(needs);
  });

  it('is no longer asked for once the award has expired', () => {
    expect(checkState({ checkDueOn: '2026-01-01', validUntil: '2026-11-20' }, '2026-11-21')).toBe('expired');
  });
});
