import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeChange, type ReadingChange, type StandingReading } from '#shared/domain/lab/reading-change.ts';

const failed = { verdict: 'failed', by: 'U-1', released: false } as const;
const slip = { kind: 'correction', reason: '多写一个零' } as const;
const anew = { kind: 'retest', reason: '怀疑污染' } as const;

describe('replacing a reading', () => {
  it('is no replacing where none stands', () => {
    expect(judgeChange('microbiological', null, 'U-1', null)).toEqual({ ok: true, value: 'first' });
  });

  /** GB 4789.1—2016 and GB 29921—2021: a sampling plan is judged once; a microbiological failure is not re-inspected. */
  it.each<readonly [string, StandingReading, string, ReadingChange | null, string]>([
    ['a second test', failed, 'U-1', anew, 'micro.no-retest'],
    ['a second test by another', failed, 'U-2', anew, 'micro.no-retest'],
    ['no reason', failed, 'U-1', null, 'change.reason-needed'],
    ['a reason of spaces', failed, 'U-1', { ...slip, reason: ' ' }, 'change.reason-needed'],
    ['another’s slip', failed, 'U-2', slip, 'change.not-yours'],
    ['a slip after release', { ...failed, released: true }, 'U-1', slip, 'micro.released-stands'],
    ['a second test after release', { ...failed, released: true }, 'U-1', anew, 'micro.released-stands'],
  ])('of a failed microbiological one is refused for %s', (_, standing, by, change, code) => {
    expect(judgeChange('microbiological', standing, by, change)).toEqual({ ok: false, failure: { code } });
  });

  it('of a failed microbiological one is left to its own writer’s slip', () => {
    expect(judgeChange('microbiological', failed, 'U-1', slip)).toEqual({ ok: true, value: 'correction' });
  });

  it('never lets a failed microbiological reading be tested again, whoever, whenever', () => {
    const standing = fc.record({ verdict: fc.constant('failed' as const), by: fc.string(), released: fc.boolean() });
    fc.assert(
      fc.property(standing, fc.string(), fc.string(), (one, by, reason) => {
        expect(judgeChange('microbiological', one, by, { kind: 'retest', reason }).ok).toBe(false);
      }),
    );
  });

  it('of a deciding one takes a reason, of an undecided one none', () => {
    const kinds = fc.constantFrom('numeric', 'not-detected', 'wording', 'net-content' as const);
    const by = fc.constantFrom('U-1', 'U-2');
    const verdict = fc.constantFrom('passed', 'failed', 'undecided' as const);
    fc.assert(
      fc.property(kinds, by, verdict, fc.boolean(), (kind, who, is, released) => {
        const standing = { verdict: is, by: 'U-1', released };
        expect(judgeChange(kind, standing, who, null).ok).toBe(is === 'undecided');
        expect(judgeChange(kind, standing, who, anew)).toEqual({ ok: true, value: 'retest' });
        expect(judgeChange(kind, standing, who, slip)).toEqual({ ok: true, value: 'correction' });
      }),
    );
  });
});
