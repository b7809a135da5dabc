import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { RISK_CONTROL_LEVELS, TRACEABILITY_LEVELS } from '#shared/domain/star/dossier.ts';
import { ANSWERS, isFinding, judgeAnswer, SEVERITIES } from '#shared/domain/visit/checklist.ts';
import { closingGaps, ENTERPRISE, isComplete } from '#shared/domain/visit/closing.ts';
import {
  isSettled,
  linesOutcome,
  mayBeDueOn,
  type WeighedAction,
  type WeighedAnswer,
} from '#shared/domain/visit/corrective.ts';
import { bearsLevel, meansOf, type LevelRecord } from '#shared/domain/visit/level-evidence.ts';
import { inkLength, isSignature, runsForward, SIGNATURE_BOX, type Stroke } from '#shared/domain/visit/signature.ts';
import { daysKind, visitSpan } from '#shared/domain/visit/visit-days.ts';
import { isUnderWay, mayPlanOn } from '#shared/domain/visit/visit-state.ts';

const day = (text: string): PlainDate => text as PlainDate;
const TODAY = day('2026-11-21');
const lines = ['a', 'b', 'c'];
const answers = fc.uniqueArray(
  fc.record({
    line: fc.constantFrom(...lines),
    answer: fc.constantFrom(...ANSWERS),
    severity: fc.option(fc.constantFrom(...SEVERITIES)),
  }),
  { selector: ({ line }) => line },
) as fc.Arbitrary<WeighedAnswer[]>;
const actions = fc.array(fc.record({ line: fc.constantFrom(...lines), closed: fc.boolean() })) as fc.Arbitrary<
  WeighedAction[]
>;
const recorded = fc.constantFrom('passed', 'failed', null);
const rank = (outcome: 'passed' | 'failed' | null): number => (outcome === 'failed' ? 0 : outcome === null ? 1 : 2);

describe('the day of a visit', () => {
  it.each([
    ['2026-11-21', null],
    ['2027-11-21', null],
    ['2026-11-20', 'visit.in-past'],
    ['2027-11-22', 'visit.too-far-ahead'],
    ['2036-11-21', 'visit.too-far-ahead'],
    ['9999-12-31', 'visit.too-far-ahead'],
  ])('set on %s: %s', (on, code) => {
    const may = mayPlanOn(day(on), TODAY);
    expect(may.ok ? null : may.failure.code).toBe(code);
  });

  it('names the last day there is', () => {
    expect(mayPlanOn(day('2036-11-21'), TODAY)).toMatchObject({
      failure: { data: { on: '2036-11-21', latest: '2027-11-21' } },
    });
  });
});

describe('what the lines come to', () => {
  it('is never better than what was recorded, and putting things right never makes it worse', () => {
    fc.assert(
      fc.property(recorded, answers, actions, (word, given, agreed) => {
        const before = linesOutcome(word, given, agreed);
        expect(before === 'passed').toBe(before === 'passed' && word === 'passed');
        if (word === 'failed') expect(before).toBe('failed');
        const done = agreed.map((action) => ({ ...action, closed: true }));
        expect(rank(linesOutcome(word, given, done))).toBeGreaterThanOrEqual(rank(before));
      }),
    );
  });

  it('passes exactly when nothing critical or major stands open', () => {
    fc.assert(
      fc.property(answers, actions, (given, agreed) => {
        const open = given.filter((each) => isFinding(each) && !isSettled(each.line, agreed));
        const worst = open.map(({ severity }) => severity);
        const expected = worst.includes('critical') ? 'failed' : worst.includes('major') ? null : 'passed';
        expect(linesOutcome('passed', given, agreed)).toBe(expected);
      }),
    );
  });

  it.each([
    ['critical', [], 'failed'],
    ['critical', [{ line: 'a', closed: false }], 'failed'],
    ['critical', [{ line: 'a', closed: true }], 'passed'],
    ['major', [], null],
    [
      'major',
      [
        { line: 'a', closed: true },
        { line: 'a', closed: false },
      ],
      null,
    ],
    ['major', [{ line: 'b', closed: true }], null],
    ['minor', [], 'passed'],
    ['observation', [{ line: 'a', closed: false }], 'passed'],
  ] as const)('a %s finding with %j: %s', (severity, agreed, expected) => {
    expect(linesOutcome('passed', [{ line: 'a', answer: 'partly', severity }], agreed)).toBe(expected);
  });
});

describe('a corrective action', () => {
  it.each([
    ['2026-11-01', 'visit.due-not-ahead'],
    ['2026-11-21', 'visit.due-not-ahead'],
    ['2026-11-22', null],
    ['2027-11-21', null],
    ['2027-11-22', 'visit.due-too-far'],
    ['2099-12-31', 'visit.due-too-far'],
  ])('is due after today, within a year: %s', (on, code) => {
    const due = mayBeDueOn(day(on), TODAY);
    expect(due.ok ? null : due.failure).toEqual(
      code === null ? null : expect.objectContaining({ code, field: 'dueOn' }),
    );
  });
});

describe('a recorded level', () => {
  const WHEN = { today: TODAY, visitOn: TODAY };
  const drill = { on: TODAY, participants: '厂长', described: '召回演练' };
  const base = { seen: '台账', crossCheck: null, drill: null };
  const risk = (level: (typeof RISK_CONTROL_LEVELS)[number], changes: object = {}): LevelRecord => ({
    kind: 'risk-control',
    level,
    ...base,
    ...changes,
  });

  it('is borne by what was done', () => {
    expect(bearsLevel(risk('filed'), WHEN).ok).toBe(true);
    expect(bearsLevel(risk('viewed-on-site'), WHEN).ok).toBe(true);
    expect(bearsLevel(risk('verified-on-site'), WHEN)).toMatchObject({
      failure: { code: 'visit.cross-check-needed' },
    });
    expect(bearsLevel(risk('verified-on-site', { crossCheck: '一致' }), WHEN).ok).toBe(true);
    expect(bearsLevel(risk('effectively-tested', { crossCheck: '一致' }), WHEN)).toMatchObject({
      failure: { code: 'visit.drill-needed' },
    });
    expect(bearsLevel(risk('effectively-tested', { drill }), WHEN).ok).toBe(true);
    expect(bearsLevel(risk('filed', { drill: { ...drill, on: day('2026-11-22') } }), WHEN)).toMatchObject({
      failure: { code: 'visit.drill-in-future' },
    });
  });

  it.each([
    ['1990-01-01', 'visit.drill-too-old'],
    ['2025-11-18', 'visit.drill-too-old'],
    ['2025-11-19', null],
    ['2026-11-21', null],
    ['2026-11-22', 'visit.drill-in-future'],
  ])('is borne by a drill of the twelve months before the visit: %s', (on, code) => {
    const record = risk('effectively-tested', { drill: { ...drill, on: day(on) } });
    const bears = bearsLevel(record, { today: TODAY, visitOn: day('2026-11-19') });
    expect(bears.ok ? null : bears.failure.code).toBe(code);
  });

  it('needs no more when more was done, and traceability asks only what was seen', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RISK_CONTROL_LEVELS), fc.boolean(), fc.boolean(), (level, checked, drilled) => {
        const record = risk(level, { crossCheck: checked ? '一致' : null, drill: drilled ? drill : null });
        if (bearsLevel(record, WHEN).ok) {
          expect(bearsLevel({ ...record, crossCheck: '一致' }, WHEN).ok).toBe(true);
          expect(bearsLevel({ ...record, drill }, WHEN).ok).toBe(true);
        }
        expect(meansOf(record)).toBe(drilled ? 'drilled' : checked ? 'cross-checked' : 'viewed');
      }),
    );
    for (const level of TRACEABILITY_LEVELS)
      expect(bearsLevel({ kind: 'traceability', level, ...base }, WHEN).ok).toBe(true);
  });
});

describe('an answer', () => {
  const line = { id: 'a', zh: '甲', en: 'A', required: true, answers: ['yes', 'no', 'partly'] as const, photo: false };

  it('stands exactly when a finding has severity and words, and nothing else has a severity', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ANSWERS),
        fc.option(fc.constantFrom(...SEVERITIES)),
        fc.option(fc.constant('说明')),
        (answer, severity, note) => {
          const finding = answer === 'no' || answer === 'partly';
          const right =
            answer !== 'not-applicable' && finding === (severity !== null) && (answer === 'yes' || note !== null);
          expect(judgeAnswer(line, { answer, severity, note }).ok).toBe(right);
        },
      ),
    );
  });
});

describe('a visit', () => {
  it.each([
    ['planned', 'visit.not-started'],
    ['under-way', null],
    ['closed', 'visit.closed'],
    ['cancelled', 'visit.cancelled'],
  ] as const)('takes something only while it is under way: %s', (state, code) => {
    const under = isUnderWay({ state });
    expect(under.ok ? null : under.failure.code).toBe(code);
  });

  it.each([
    ['2026-11-21', '2026-11-21', null, 'day', '2026-11-27'],
    ['2026-11-21', '2026-11-21', '2026-11-21', 'day', '2026-11-21'],
    ['2026-11-21', '2026-11-21', '2026-11-23', 'span', '2026-11-23'],
    ['2026-11-21', '2026-11-25', '2026-11-25', 'moved', '2026-11-25'],
    ['2026-11-30', '2026-11-25', null, 'moved', '2026-11-27'],
    ['2026-11-21', '2026-11-25', '2026-11-26', 'moved-span', '2026-11-26'],
    ['2026-11-21', '2026-11-25', '2026-11-20', 'moved', '2026-11-25'],
  ])('planned for %s, begun on %s, closed on %s: %s, to %s', (planned, on, closed, kind, to) => {
    const days = { plannedOn: day(planned), on: day(on), closedOn: closed === null ? null : day(closed) };
    expect(daysKind(days)).toBe(kind);
    expect(visitSpan(days, day('2026-11-27'))).toEqual({ from: on, to });
  });

  it('is complete only when every signer signed these very facts', () => {
    const checklist = { groups: [] };
    const signers = ['U-1', 'U-2', ENTERPRISE];
    fc.assert(
      fc.property(fc.array(fc.constantFrom('now', 'before', undefined), { minLength: 3, maxLength: 3 }), (hashes) => {
        const signed = new Map(
          signers.flatMap((signer, at) => (hashes[at] === undefined ? [] : [[signer, hashes[at]] as const])),
        );
        const levels = new Set(['traceability', 'risk-control']);
        const gaps = closingGaps({
          checklist,
          answered: new Set(),
          levels,
          hasOutcome: true,
          team: ['U-1', 'U-2'],
          signed,
          factsHash: 'now',
        });
        expect(isComplete(gaps)).toBe(hashes.every((hash) => hash === 'now'));
        expect(gaps.signatures.map(({ why }) => why)).toEqual(
          hashes.filter((hash) => hash !== 'now').map((hash) => (hash === undefined ? 'missing' : 'void')),
        );
      }),
    );
  });
});

describe('a signature', () => {
  it('is no tap, no dash, and does not depend on how it is cut into strokes’ points', () => {
    expect(isSignature([])).toBe(false);
    expect(isSignature([[[5_000, 5_000, 0]]])).toBe(false);
    expect(
      isSignature([
        [
          [0, 0, 0],
          [3_000, 0, 10],
        ],
      ]),
    ).toBe(false);
    expect(
      isSignature([
        [
          [0, 0, 0],
          [3_000, 0, 10],
        ],
        [
          [3_000, 0, 20],
          [6_000, 0, 30],
        ],
      ]),
    ).toBe(true);
    const x = fc.integer({ min: 0, max: SIGNATURE_BOX.units });
    fc.assert(
      fc.property(fc.array(x, { minLength: 2, maxLength: 30 }), (across) => {
        const sorted = across.toSorted((a, b) => a - b).map((at, index) => [at, 100, index] as const);
        const first = sorted[0]?.[0] ?? 0;
        expect(inkLength([sorted])).toBeCloseTo((sorted.at(-1)?.[0] ?? 0) - first, 6);
      }),
    );
  });

  it('runs forward in time over all its strokes', () => {
    const strokes: Stroke[] = [
      [
        [0, 0, 0],
        [1, 1, 20],
      ],
      [[2, 2, 30]],
    ];
    expect(runsForward(strokes)).toBe(true);
    expect(runsForward(strokes.toReversed())).toBe(false);
  });
});
