import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseStage, isOpen, STAGES, type StageFacts } from '#shared/domain/case-stage.ts';

const NEW: StageFacts = {
  pendingDocuments: 3,
  rejectedDocuments: 0,
  awaitingPapers: false,
  acceptedSamples: 0,
  evaluationCompleted: false,
  opinions: 0,
  panelSize: 2,
  decision: null,
  issued: false,
};

const count = fc.nat({ max: 4 });
const facts: fc.Arbitrary<StageFacts> = fc.record({
  pendingDocuments: count,
  rejectedDocuments: count,
  awaitingPapers: fc.boolean(),
  acceptedSamples: count,
  evaluationCompleted: fc.boolean(),
  opinions: count,
  panelSize: fc.integer({ min: 1, max: 3 }),
  decision: fc.constantFrom(null, 'proposed', 'granted', 'refused'),
  issued: fc.boolean(),
});

describe('the stage of a case', () => {
  it('goes the whole way step by step', () => {
    const way: readonly Partial<StageFacts>[] = [
      {},
      { pendingDocuments: 0, rejectedDocuments: 1 },
      { pendingDocuments: 0, rejectedDocuments: 1, awaitingPapers: true },
      { pendingDocuments: 1 },
      { pendingDocuments: 0 },
      { pendingDocuments: 0, acceptedSamples: 1 },
      { pendingDocuments: 0, acceptedSamples: 1, evaluationCompleted: true },
      { pendingDocuments: 0, acceptedSamples: 1, evaluationCompleted: true, opinions: 1 },
      { pendingDocuments: 0, acceptedSamples: 1, evaluationCompleted: true, opinions: 2 },
      { decision: 'proposed' },
      { decision: 'granted' },
      { decision: 'refused' },
      { decision: 'granted', issued: true },
    ];
    expect(way.map((step) => caseStage({ ...NEW, ...step }))).toEqual([
      'documents-in-review',
      'documents-in-review',
      'returned',
      'documents-in-review',
      'awaiting-sample',
      'in-inspection',
      'ready-for-review',
      'ready-for-review',
      'in-review',
      'proposed',
      'granted',
      'refused',
      'issued',
    ]);
  });

  it('lets a rejected paper stand once the evaluation goes on without it', () => {
    const rejected = { ...NEW, pendingDocuments: 0, rejectedDocuments: 1, acceptedSamples: 1 };
    const returned = { ...rejected, awaitingPapers: true };
    expect(caseStage({ ...returned, evaluationCompleted: true })).toBe('ready-for-review');
    expect(caseStage({ ...returned, opinions: 1 })).toBe('in-inspection');
    expect(caseStage({ ...rejected, evaluationCompleted: true })).toBe('ready-for-review');
    expect(caseStage({ ...rejected, opinions: 1 })).toBe('in-inspection');
  });

  it('is with the applicant exactly while papers are awaited and nobody evaluates without them', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const open = { ...known, decision: null, issued: false };
        const waits = known.awaitingPapers && known.opinions === 0 && !known.evaluationCompleted;
        expect(caseStage(open) === 'returned').toBe(waits);
      }),
    );
  });

  it('is open exactly until a decision, whatever else is known', () => {
    fc.assert(
      fc.property(facts, (known) => {
        expect(isOpen(caseStage(known))).toBe(known.decision === null && !known.issued);
      }),
    );
  });

  it('is a question for the panel only when everything before it is done', () => {
    fc.assert(
      fc.property(facts, (known) => {
        if (caseStage(known) !== 'in-review') return;
        expect(known.pendingDocuments).toBe(0);
        expect(known.acceptedSamples).toBeGreaterThan(0);
        expect(known.evaluationCompleted).toBe(true);
        expect(known.opinions).toBeGreaterThanOrEqual(known.panelSize);
      }),
    );
  });

  it('never falls back when only more work gets done', () => {
    const order = (known: StageFacts): number => STAGES.indexOf(caseStage(known));
    fc.assert(
      fc.property(facts, (known) => {
        const open = { ...known, rejectedDocuments: 0, awaitingPapers: false, decision: null, issued: false };
        expect(order({ ...open, pendingDocuments: 0 })).toBeGreaterThanOrEqual(order(open));
        expect(order({ ...open, acceptedSamples: open.acceptedSamples + 1 })).toBeGreaterThanOrEqual(order(open));
        expect(order({ ...open, evaluationCompleted: true })).toBeGreaterThanOrEqual(order(open));
        expect(order({ ...open, opinions: open.opinions + 1 })).toBeGreaterThanOrEqual(order(open));
      }),
    );
  });
});
