import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { reportChecklistSchema } from '#shared/contract/external.ts';
import { accreditationOn, type Accreditation } from '#shared/domain/external/accreditation.ts';
import { checkAnswers, judgeReport, type PointFound } from '#shared/domain/external/report-checklist.ts';

const FILE = join(import.meta.dirname, '..', '..', '..', '..', 'resources', 'templates', 'report-checklist.json');
const checklist = reportChecklistSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
const asked = checklist.points.filter(({ workedOut }) => workedOut === null);
const day = (text: string): PlainDate => text as PlainDate;
const certificate = (validFrom: string, validUntil: string): Accreditation => ({
  scheme: 'CNAS',
  number: 'L1',
  scope: '食品',
  validFrom: day(validFrom),
  validUntil: day(validUntil),
});
const VALID = { issuedOn: day('2026-11-12'), accreditations: [certificate('2024-01-01', '2029-12-31')] };
const YES: PointFound = { answer: 'yes', page: 1, note: null };
const NO: PointFound = { answer: 'no', page: null, note: '缺' };
const NOT: PointFound = { answer: 'not-applicable', page: null, note: null };
const all = (found: PointFound) => Object.fromEntries(asked.map(({ id }) => [id, found]));

describe('the checklist that ships', () => {
  it('asks for what ISO/IEC 17025 7.8.2.1 lists, each once and with its clause, and works the accreditation out', () => {
    expect(new Set(checklist.points.map(({ id }) => id)).size).toBe(checklist.points.length);
    for (const letter of 'abcdefghijklmno') {
      expect(checklist.points.map(({ clause }) => clause).join(' ')).toContain(`7.8.2.1 ${letter})`);
    }
    expect(checklist.points.filter(({ workedOut }) => workedOut !== null).map(({ id }) => id)).toEqual([
      'accreditation',
    ]);
  });
});

describe('answers', () => {
  const point = asked[0]?.id ?? '';
  const code = (found: PointFound, id = point, pages = 2): string => {
    const result = checkAnswers(checklist, { [id]: found }, pages);
    return result.ok ? 'ok' : result.failure.code;
  };
  it.each<readonly [string, PointFound, string]>([
    ['yes with its page', YES, 'ok'],
    ['yes without a page', { ...YES, page: null }, 'external.page-needed'],
    ['a page the report does not have', { ...YES, page: 3 }, 'external.page-beyond'],
    ['no with what is wrong', NO, 'ok'],
    ['no without a word', { ...NO, note: null }, 'external.note-needed'],
    ['not applicable where it must stand', NOT, 'external.point-applies'],
  ])('%s', (_what, found, expected) => {
    expect(code(found)).toBe(expected);
  });

  it('of points that are not asked, or that the program works out, are refused', () => {
    expect(code(YES, 'nothing')).toBe('external.point-unknown');
    expect(code(YES, 'accreditation')).toBe('external.point-unknown');
    expect(code(NOT, 'sampling')).toBe('ok');
  });
});

describe('a report', () => {
  it('is whole when every point holds or does not apply, open while one is not answered', () => {
    expect(judgeReport(checklist, all(YES), VALID)).toMatchObject({ open: [], failing: [] });
    const { [asked[3]?.id ?? '']: _, ...rest } = all(YES);
    expect(judgeReport(checklist, rest, VALID)).toMatchObject({ open: [asked[3]?.id], failing: [] });
    expect(judgeReport(checklist, {}, VALID).open).toHaveLength(asked.length);
  });

  it('fails when it was issued outside the accreditation, with the dates named', () => {
    const { failing, points } = judgeReport(checklist, all(YES), {
      issuedOn: day('2026-11-12'),
      accreditations: [certificate('2020-01-01', '2026-11-11')],
    });
    expect(failing).toEqual(['accreditation']);
    expect(points.at(-1)?.why).toEqual({
      zh: '报告签发于 2026-11-12，不在认可有效期内：CNAS L1（2020-01-01 至 2026-11-11）',
      en: 'the report was issued on 2026-11-12, outside the accreditation: CNAS L1 (2020-01-01 to 2026-11-11)',
    });
  });

  it('never gets better by a no, nor worse by a yes, and every point has one state', () => {
    const found = fc.constantFrom<PointFound | null>(YES, NO, NOT, null);
    fc.assert(
      fc.property(fc.array(found, { minLength: asked.length, maxLength: asked.length }), fc.nat(), (list, pick) => {
        const answers = Object.fromEntries(
          asked.flatMap(({ id }, at) => {
            const one = list[at];
            return one === null || one === undefined ? [] : [[id, one]];
          }),
        );
        const at = asked[pick % asked.length]?.id ?? '';
        const judged = judgeReport(checklist, answers, VALID);
        expect(judged.points).toHaveLength(checklist.points.length);
        const worse = judgeReport(checklist, { ...answers, [at]: NO }, VALID);
        const better = judgeReport(checklist, { ...answers, [at]: YES }, VALID);
        expect(worse.failing).toContain(at);
        expect(better.failing.length).toBeLessThanOrEqual(judged.failing.length);
        expect(better.open.length).toBeLessThanOrEqual(judged.open.length);
      }),
      { numRuns: 200, seed: 17 },
    );
  });
});

describe('accreditations', () => {
  it('cover both their first and their last day, and of several the longest counts', () => {
    const [old, renewed] = [certificate('2020-01-01', '2026-06-30'), certificate('2026-06-01', '2032-05-31')];
    expect(accreditationOn([old, renewed], day('2020-01-01'))).toBe(old);
    expect(accreditationOn([old], day('2026-06-30'))).toBe(old);
    expect(accreditationOn([old], day('2026-07-01'))).toBeUndefined();
    expect(accreditationOn([old, renewed], day('2026-06-15'))).toBe(renewed);
    expect(accreditationOn([], day('2026-06-15'))).toBeUndefined();
  });
});
