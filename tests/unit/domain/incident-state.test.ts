import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSettled,
  judgementsInForce,
  type IncidentJudgement,
  type IncidentState,
  type IncidentVerdict,
} from '#shared/domain/incident-state.ts';

const OPEN: IncidentState = { status: 'open', grade: null };
const judged = (id: string, verdict: IncidentVerdict, follows: string | null, travels = true): IncidentJudgement => ({
  id,
  verdict,
  follows,
  travels,
});
const stateOf = (ordered: readonly IncidentJudgement[], told = OPEN) => judgementsInForce(told, ordered).state;

describe('what is in force of an incident', () => {
  it('is what was told while nobody judged it', () => {
    expect(judgementsInForce(OPEN, [])).toEqual({
      state: OPEN,
      grading: undefined,
      closing: undefined,
      newest: null,
    });
  });

  it('is each judgement that follows the one before it', () => {
    const ordered = [judged('a', 'important', null), judged('b', 'minor', 'a'), judged('c', 'upheld', 'b')];
    expect(judgementsInForce(OPEN, ordered)).toMatchObject({
      state: { status: 'upheld', grade: 'minor' },
      grading: { id: 'b' },
      closing: { id: 'c' },
      newest: 'c',
    });
  });

  it('is the earlier of two that did not know of each other, and nothing that rests on the later', () => {
    const ordered = [judged('a', 'important', null), judged('b', 'minor', null), judged('c', 'dismissed', 'b')];
    expect(stateOf(ordered)).toEqual({ status: 'open', grade: 'important' });
  });

  it('is what was judged before judgements travelled, and what follows nothing after it', () => {
    const ordered = [judged('old', 'upheld', null, false), judged('a', 'minor', null)];
    expect(judgementsInForce(OPEN, ordered)).toMatchObject({
      state: { status: 'upheld', grade: 'minor' },
      newest: 'a',
    });
  });

  it('is closed once, and never changed after it was settled', () => {
    expect(stateOf([judged('a', 'upheld', null), judged('b', 'dismissed', 'a')])).toEqual({
      status: 'upheld',
      grade: null,
    });
    expect(stateOf([judged('a', 'dismissed', null), judged('b', 'important', 'a')])).toEqual({
      status: 'dismissed',
      grade: null,
    });
  });
});

const verdict = fc.constantFrom<IncidentVerdict>('important', 'minor', 'upheld', 'dismissed');
/** Judgements in some order, each following nothing or any of the others. */
const ordered = fc
  .array(fc.record({ verdict, follows: fc.option(fc.nat({ max: 7 }), { nil: null }) }), { maxLength: 8 })
  .map((drawn) => drawn.map((one, at) => judged(`${at}`, one.verdict, one.follows === null ? null : `${one.follows}`)));

describe('whatever the judgements', () => {
  it('what comes later never takes back what is settled', () => {
    fc.assert(
      fc.property(ordered, fc.nat({ max: 8 }), (judgements, at) => {
        const before = judgementsInForce(OPEN, judgements.slice(0, at));
        if (isSettled(before.state)) expect(judgementsInForce(OPEN, judgements)).toEqual(before);
      }),
    );
  });

  it('one that lost can be left out', () => {
    fc.assert(
      fc.property(ordered, (judgements) => {
        const whole = judgementsInForce(OPEN, judgements);
        const winners = judgements.filter(
          (one, at) => judgementsInForce(OPEN, judgements.slice(0, at + 1)).newest === one.id,
        );
        expect(judgementsInForce(OPEN, winners)).toEqual(whole);
      }),
    );
  });
});
