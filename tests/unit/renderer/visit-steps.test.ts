import { describe, expect, it } from 'vitest';
import {
  answered,
  answerOf,
  draftOfLine,
  graver,
  isChanged,
  lineGap,
} from '#renderer/desks/inspection/visit/line-draft.ts';
import {
  firstStep,
  nextStep,
  progressOf,
  stepState,
  stepsOf,
  walkStep,
} from '#renderer/desks/inspection/visit/visit-steps.ts';
import { gapLines } from '#renderer/desks/inspection/visit/visit-words.ts';
import { textIn, type TextOf } from '#renderer/ui/language.tsx';
import type { VisitLineView, VisitPhotoView, VisitView } from '#shared/contract/visits.ts';
import type { LineAnswer, Severity } from '#shared/domain/visit/checklist.ts';

const zh: TextOf = (key, values) => textIn('zh', key, values);

const line = (
  id: string,
  answer: LineAnswer | null = null,
  part: Partial<VisitLineView> = {},
  severity: Severity | null = null,
): VisitLineView => ({
  id,
  zh: `条目 ${id}`,
  en: `Line ${id}`,
  required: true,
  answers: ['yes', 'no', 'partly', 'not-applicable'],
  photo: false,
  current: answer === null ? null : { answer, note: null, severity, by: '沈', at: '2026-11-21T02:00:00.000Z' },
  earlier: [],
  photos: [],
  ...part,
});

function visit(lines: readonly VisitLineView[], part: Partial<VisitView> = {}): VisitView {
  const gaps = {
    lines: lines.filter(({ required, current }) => required && current === null).map(({ id }) => id),
    levels: [],
    outcome: false,
    signatures: [],
  };
  const groups = [{ id: 'g', criterion: null, zh: '组', en: 'Group', ask: null, lines }];
  return {
    groups,
    gaps,
    photos: [],
    corrective: [],
    openActions: 0,
    team: [],
    state: 'under-way',
    lines: null,
    siteTest: null,
    place: null,
    ...part,
  } as unknown as VisitView;
}

const photo = (part: Partial<VisitPhotoView> = {}): VisitPhotoView =>
  ({ struck: null, upload: 'waiting', warnings: [], ...part }) as VisitPhotoView;

describe('the way through a visit', () => {
  it('goes line by line, then by the pages', () => {
    const view = visit([line('a'), line('b')]);
    expect(
      stepsOf(view)
        .map(({ key }) => key)
        .slice(0, 4),
    ).toEqual(['line:a', 'line:b', 'traceability', 'risk-control']);
    expect(walkStep(view, 'line:a', -1)).toBe('line:a');
    expect(walkStep(view, 'line:b', 1)).toBe('traceability');
    expect(walkStep(view, 'signatures', 1)).toBe('signatures');
  });

  it('leads to what still bars the closing, first ahead, then behind, at last to the signatures', () => {
    const view = visit([line('a'), line('b', 'yes'), line('c'), line('d', null, { required: false })]);
    expect(firstStep(view)).toBe('line:a');
    expect(nextStep(view, 'line:a')).toBe('line:c');
    expect(nextStep(view, 'line:c')).toBe('line:a');
    expect(nextStep(visit([line('a', 'yes')]), 'line:a')).toBe('signatures');
    const { gaps } = visit([line('a', 'yes')]);
    expect(nextStep(visit([line('a', 'yes')], { gaps: { ...gaps, levels: ['risk-control'] } }), 'line:a')).toBe(
      'risk-control',
    );
  });

  it('tells a finding from what is in order and what is open', () => {
    const view = visit([
      line('a', 'no', {}, 'major'),
      line('b', 'not-applicable'),
      line('c'),
      line('d', null, { required: false }),
    ]);
    expect(
      stepsOf(view)
        .slice(0, 4)
        .map((step) => stepState(step, view)),
    ).toEqual(['finding', 'done', 'todo', 'open']);
  });

  it('counts answers, findings and photos; a struck photo counts no more', () => {
    const struck = { by: '沈', at: '2026-11-21T02:00:00.000Z', reason: '重拍' };
    const view = visit([
      line('a', 'no', { photos: [photo(), photo({ warnings: [{ kind: 'other-day', day: '2026-11-20' }] })] }, 'minor'),
      line('b', null, { photos: [photo({ struck }), photo({ upload: 'sent' })] }),
    ]);
    expect(progressOf(view)).toEqual({
      answered: 1,
      lines: 2,
      requiredLeft: 1,
      findings: 1,
      photos: 3,
      warnings: 1,
    });
  });

  it('names what is missing in words, each with the step that settles it', () => {
    const view = visit([line('a')], {
      team: [{ personId: 'U-1', name: '沈（样例）', lead: true }] as unknown as VisitView['team'],
      gaps: {
        lines: ['a'],
        levels: ['traceability'],
        outcome: true,
        signatures: [
          { signer: 'U-1', why: 'void' },
          { signer: 'enterprise', why: 'missing' },
        ],
      },
    });
    expect(gapLines(view, zh, 'zh').map(({ step }) => step)).toEqual([
      'line:a',
      'traceability',
      'lines',
      'signatures',
      'signatures',
    ]);
    expect(gapLines(view, zh, 'zh').at(3)?.words).toContain('沈（样例）');
  });
});

describe('the answer to a line', () => {
  it('is sent at once when all is well, and asks for severity and words when it is not', () => {
    const empty = draftOfLine(line('a'));
    expect(lineGap(empty)).toBe('answer');
    expect(lineGap(answered(empty, 'yes'))).toBeNull();
    expect(lineGap(answered(empty, 'no'))).toBe('severity');
    expect(lineGap({ ...answered(empty, 'no'), severity: 'minor' })).toBe('note');
    expect(lineGap({ ...answered(empty, 'partly'), severity: 'minor', note: '标签旧' })).toBeNull();
    expect(lineGap(answered(empty, 'not-applicable'))).toBe('note');
  });

  it('loses its severity when it is no finding any more', () => {
    const finding = { answer: 'no', severity: 'critical', note: ' 漏水 ' } as const;
    expect(answerOf(answered(finding, 'yes'))).toEqual({ answer: 'yes', severity: null, note: '漏水' });
  });

  it('grows graver round and round', () => {
    const round = [graver(null)];
    for (let at = 0; at < 4; at += 1) round.push(graver(round.at(-1) ?? null));
    expect(round).toEqual(['observation', 'minor', 'major', 'critical', 'observation']);
  });

  it('is changed only when it says something else', () => {
    const kept = line('a', 'yes');
    expect(isChanged(draftOfLine(kept), kept)).toBe(false);
    expect(isChanged({ ...draftOfLine(kept), note: '  ' }, kept)).toBe(false);
    expect(isChanged({ ...draftOfLine(kept), note: '好' }, kept)).toBe(true);
  });
});
