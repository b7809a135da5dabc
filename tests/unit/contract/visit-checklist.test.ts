import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseStandard } from '#shared/contract/standard.ts';
import { parseVisitChecklist } from '#shared/contract/visit-checklist-file.ts';
import { checklistFor, linesOf, uncoveredCriteria, type ChecklistFile } from '#shared/domain/visit/checklist.ts';

const RESOURCES = join(import.meta.dirname, '..', '..', '..', 'resources');
const read = (path: string): unknown => JSON.parse(readFileSync(join(RESOURCES, path), 'utf8'));
const shipped = (): Record<string, never> => read('templates/visit-checklist.json') as Record<string, never>;
const standard = (() => {
  const parsed = parseStandard(read('standards/otop-star.json'), 'a'.repeat(64));
  if (!parsed.ok) throw new Error(parsed.failure.code);
  return parsed.value;
})();
const file = (): ChecklistFile => {
  const parsed = parseVisitChecklist(shipped());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
};

describe('the shipped visit checklist', () => {
  it.each([3, 4, 5] as const)('covers what %i stars want seen on site', (star) => {
    expect(uncoveredCriteria(file(), standard, star)).toEqual([]);
    expect(linesOf(checklistFor(file(), standard, star)).length).toBeGreaterThan(20);
  });

  it('grows with the star, and carries the standard’s own words and version', () => {
    const ids = ([3, 4, 5] as const).map((star) => linesOf(checklistFor(file(), standard, star)).map(({ id }) => id));
    for (const [at, lower] of ids.slice(0, 2).entries())
      expect(ids[at + 1]).toEqual(expect.arrayContaining([...lower]));
    expect(ids[0]).not.toContain('risk-control.drilled');
    expect(ids[2]).toContain('risk-control.drilled');
    const five = checklistFor(file(), standard, 5);
    expect(five.groups.find(({ id }) => id === 'risk-control')?.ask).toEqual({
      zh: '有效测试',
      en: 'Effectively tested',
    });
    expect(five.standard).toEqual({ id: 'otop-star', version: standard.version, sha256: standard.sha256 });
    expect(
      checklistFor(file(), standard, 3).groups.some(({ criterion }) => criterion === 'RISK.QUALITY_INSURANCE'),
    ).toBe(false);
  });

  it('notices a criterion that lost its lines', () => {
    const whole = file();
    const groups = whole.groups.filter(({ criterion }) => criterion !== 'TEST.LINES');
    expect(uncoveredCriteria({ ...whole, groups }, standard, 3)).toEqual(['TEST.LINES']);
  });
});

describe('a wrong checklist file', () => {
  const wrong = (change: (content: never) => void) => {
    const content = shipped();
    change(content as never);
    return parseVisitChecklist(content);
  };

  it.each([
    [
      'a star that is none',
      (it: { groups: { lines: { stars: number[] }[] }[] }) => it.groups[0]?.lines[0]?.stars.push(6),
      'groups[0].lines[0].stars[3]',
    ],
    [
      'an answer that is none',
      (it: { groups: { lines: { answers: string[] }[] }[] }) => it.groups[1]?.lines[0]?.answers.push('maybe'),
      'groups[1].lines[0].answers[4]',
    ],
    [
      'a line named twice',
      (it: { groups: { lines: object[] }[] }) => it.groups[0]?.lines.push({ ...it.groups[0].lines[0] }),
      'groups[0].lines[6].id',
    ],
    [
      'no English',
      (it: { groups: { lines: { en?: string }[] }[] }) => delete it.groups[0]?.lines[0]?.en,
      'groups[0].lines[0].en',
    ],
    ['a field nobody knows', (it: { photos: Record<string, number> }) => (it.photos['height'] = 3), 'photos.height'],
    ['another schema', (it: { schema: string }) => (it.schema = 'otop-visit-checklist/2'), 'schema'],
  ])('with %s is refused with the place', (_, change, field) => {
    expect(wrong(change as (content: never) => void)).toMatchObject({
      ok: false,
      failure: { code: 'checklist.invalid', field },
    });
  });

  it.each([null, 3, 'text', [], {}])('that is no file at all is refused: %j', (content) => {
    expect(parseVisitChecklist(content)).toMatchObject({
      ok: false,
      failure: { data: { zh: expect.any(String), en: expect.any(String) } },
    });
  });
});
