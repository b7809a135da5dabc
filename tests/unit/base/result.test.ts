import { describe, expect, it } from 'vitest';
import { assertNever } from '#shared/base/assert-never.ts';
import { fail, ok } from '#shared/base/result.ts';

describe('results', () => {
  it('are a value or a refusal, told apart by ok', () => {
    expect(ok(7)).toEqual({ ok: true, value: 7 });
    expect(fail({ code: 'case.unknown' })).toEqual({ ok: false, failure: { code: 'case.unknown' } });
  });

  it('assertNever throws on what slips past the compiler, naming it', () => {
    expect(() => assertNever('surprise' as never)).toThrow(/surprise/);
  });
});
