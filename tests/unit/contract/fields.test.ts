import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { isPlainDate } from '#shared/base/plain-date.ts';
import {
  caseId,
  cursor,
  decimal,
  fileContent,
  limit,
  personId,
  plainDate,
  secret,
  star,
  text,
} from '#shared/contract/fields.ts';

/** The key of the first thing wrong; undefined when the value is taken. */
const problem = (schema: z.ZodType, value: unknown): string | undefined => {
  const parsed = schema.safeParse(value);
  return parsed.success ? undefined : parsed.error.issues[0]?.message;
};

const HOSTILE = [null, undefined, 7, true, [], {}, ['text'], { toString: () => 'text' }];
const LONE = '\ud800';

describe('typed text', () => {
  const field = text(10);

  it('is trimmed and brought to one form', () => {
    expect(field.parse('  云台山 \t')).toBe('云台山');
    expect(field.parse('e\u0301')).toBe('\u00e9');
    expect(field.parse('全角　Ａ')).toBe('全角　Ａ');
  });

  it.each([
    ['', 'text.empty'],
    ['   ', 'text.empty'],
    ['十一个字十一个字十一个', 'text.too-long'],
    ['a\u0000b', 'text.characters'],
    ['a\u001bb', 'text.characters'],
    ['a\u202eb', 'text.characters'],
    ['a\u2066b', 'text.characters'],
    ['a\u007fb', 'text.characters'],
    [`a${LONE}`, 'text.characters'],
  ])('refuses %j as %s', (value, key) => expect(problem(field, value)).toBe(key));

  it('takes rare characters, line breaks and tabs', () => {
    for (const value of ['𠮷㵑', '两\n行', '列\t二', '👩‍🔬']) expect(field.parse(value)).toBe(value);
  });

  it('never lets through what it promises to keep out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (value) => {
        const parsed = text(20).safeParse(value);
        if (!parsed.success) return;
        expect(parsed.data.isWellFormed()).toBe(true);
        expect(parsed.data.length).toBeGreaterThan(0);
        expect(parsed.data.length).toBeLessThanOrEqual(20);
        expect(parsed.data).toBe(parsed.data.trim());
        expect(parsed.data).not.toMatch(/[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('refuses a megabyte without choking', () => {
    expect(problem(field, 'x'.repeat(1_000_000))).toBe('text.too-long');
  });

  it.each(HOSTILE)('refuses %j', (value) => expect(problem(field, value)).toBeDefined());
});

describe('ids', () => {
  it.each(['C-2026-90001', 'a', '019ad3c2-7d8e-7000-8000-000000000000'])('take %s', (id) => {
    expect(caseId.parse(id)).toBe(id);
  });

  it.each(['', 'C 1', '../etc', 'a'.repeat(65), 'C-1\n', '案卷', "C'--", 'C.1'])('refuse %j', (id) => {
    expect(problem(caseId, id)).toBe('id.form');
  });

  it('of people hold every login: letters, digits, dots, dashes and underscores', () => {
    for (const login of ['peng', 'li.wei', 'zhang_san', 'a-b', 'x'.repeat(32)]) {
      expect(personId.parse(`U-${login}`)).toBe(`U-${login}`);
    }
    expect(problem(personId, 'U-a b')).toBe('id.form');
  });
});

describe('dates, decimals and numbers', () => {
  it('a date is one that exists', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-'), maxLength: 12 }), (value) => {
        expect(plainDate.safeParse(value).success).toBe(isPlainDate(value));
      }),
    );
    expect(problem(plainDate, '2026-02-30')).toBe('date.form');
  });

  it.each(['0', '12.50', '999999999.999999'])('a decimal is %s, kept as text', (value) => {
    expect(decimal.parse(value)).toBe(value);
  });

  it.each(['', '-1', '1.', '.5', '1e3', '０', '1,5', '1234567890', '0.1234567', ' 1', '1\n'])(
    'a decimal is not %j',
    (value) => expect(problem(decimal, value)).toBe('decimal.form'),
  );

  it('a star is one to five, a number', () => {
    for (const value of [1, 2, 3, 4, 5]) expect(star.parse(value)).toBe(value);
    for (const value of [0, 6, 2.5, '3', null]) expect(problem(star, value)).toBeDefined();
  });

  it('a page has 50 rows unless asked otherwise, 200 at most', () => {
    expect(limit.parse(undefined)).toBe(50);
    for (const value of [0, 201, 1.5, -1, '50']) expect(problem(limit, value)).toBeDefined();
  });

  it('a list begins at its start unless a cursor says otherwise', () => {
    expect(cursor.parse(undefined)).toBeNull();
    expect(problem(cursor, 'x'.repeat(201))).toBeDefined();
  });
});

describe('secrets and files', () => {
  it('a password is taken as typed, six characters or more', () => {
    expect(secret.parse('  密码 六个 ')).toBe('  密码 六个 ');
    expect(problem(secret, '12345')).toBe('secret.short');
    expect(problem(secret, 'x'.repeat(129))).toBeDefined();
  });

  it('a file is base64', () => {
    expect(fileContent.parse('AAEC')).toBe('AAEC');
    for (const value of ['AAE', 'A A=', 'data:,x', 7]) expect(problem(fileContent, value)).toBeDefined();
  });
});
