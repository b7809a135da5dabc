import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';

/** Where a sample is in its life: 待检 在检 已检 留样 展示 已归还 已处置 拒收. */
export const SAMPLE_STATES = [
  'waiting',
  'in-test',
  'tested',
  'retained',
  'on-display',
  'returned',
  'disposed',
  'refused',
] as const;
export type SampleState = (typeof SAMPLE_STATES)[number];

export const STORAGE_CLASSES = ['ambient', 'chilled', 'frozen'] as const;
export type StorageClass = (typeof STORAGE_CLASSES)[number];

export const CONDITIONS = ['intact', 'damaged', 'leaking', 'other'] as const;
export type Condition = (typeof CONDITIONS)[number];

const NEXT: Readonly<Record<SampleState, readonly SampleState[]>> = {
  waiting: ['in-test', 'retained', 'on-display', 'returned', 'disposed'],
  'in-test': ['tested', 'waiting'],
  tested: ['retained', 'on-display', 'returned', 'disposed'],
  retained: ['in-test', 'on-display', 'returned', 'disposed'],
  'on-display': ['retained', 'returned', 'disposed'],
  returned: [],
  disposed: [],
  refused: ['returned', 'disposed'],
};

export type MoveFailure = Failure<'sample.no-such-move' | 'sample.legal-hold'>;

/**
 * Whether a sample may go from one state to another.
 *
 * A sample under an open complaint or appeal cannot leave the centre's hands (legal hold).
 */
export function moveSample(from: SampleState, to: SampleState, legalHold: boolean): Result<SampleState, MoveFailure> {
  if (!NEXT[from].includes(to)) return fail({ code: 'sample.no-such-move', data: { from, to } });
  if (legalHold && (to === 'disposed' || to === 'returned')) return fail({ code: 'sample.legal-hold' });
  return ok(to);
}

/**
 * A sample's barcode: `S`, two digits of the year, the desk's two digits, a serial of six.
 * Unique without asking anyone because every desk has its own code.
 */
export const sampleBarcode = (year: number, desk: string, serial: number): string =>
  `S${String(year % 100).padStart(2, '0')}${desk}${String(serial).padStart(6, '0')}`;
