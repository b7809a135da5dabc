import { evaluateItem } from '#shared/domain/lab/evaluate-item.ts';
import type { ItemResult } from '#shared/domain/lab/item-result.ts';
import { labSentence } from '#shared/domain/lab/lab-sentences.ts';
import { readQuantity } from '#shared/domain/lab/quantity.ts';
import type { ItemReading } from '#shared/domain/lab/reading.ts';
import type { TestItem } from '#shared/domain/lab/test-item.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';

/** What the body itself says of a figure or of the whole: its verdict and its words. */
export interface BodyVerdict {
  readonly outcome: 'passed' | 'failed' | 'none';
  readonly text: string | null;
}

/** A figure from outside, never mixed into the centre's own results. */
export interface ExternalResult {
  /** The item of the centre's plan it answers, as it read then; null for one the plan does not ask for. */
  readonly item: TestItem | null;
  readonly name: string;
  readonly method: string | null;
  readonly reading: ItemReading;
  readonly body: BodyVerdict;
}

/** The centre's own reading of a figure from outside. */
export interface CentreReading {
  /** By the plan's item; null where the plan does not ask for it. */
  readonly result: ItemResult | null;
  /** Why the figure cannot be read at all; null when it can. */
  readonly unreadable: Bilingual | null;
  /** The body says one thing and the figures, by the centre's plan, another. */
  readonly differs: boolean;
}

/** Reasons that say the entry itself is wrong, not the product. */
const MISREAD = /^(?:decimal\.|reading\.unreadable|reading\.wrong-kind|unit\.|micro\.too-|net\.)/;

/** Reads a figure from outside by the centre's own plan and rules; the body's verdict stays beside it. */
export function readExternal({ body, item, reading }: ExternalResult): CentreReading {
  if (item === null) {
    const read = reading.kind === 'quantity' ? readQuantity(reading.value) : null;
    const unreadable = read?.ok === false ? labSentence(read.failure.code, read.failure.data) : null;
    return { result: null, unreadable, differs: false };
  }
  const result = evaluateItem(item, reading);
  const misread = result.verdict === 'undecided' ? result.reasons.find(({ code }) => MISREAD.test(code)) : undefined;
  return {
    result,
    unreadable: misread === undefined ? null : labSentence(misread.code, misread.data),
    differs: body.outcome !== 'none' && result.verdict !== 'undecided' && body.outcome !== result.verdict,
  };
}

/** What of a report a person has to speak to before it is accepted. */
export interface ReportTension {
  /** Names of the figures that fail, by the body or by the centre's reading. */
  readonly failing: readonly string[];
  /** Names of the figures that the two read differently. */
  readonly differing: readonly string[];
  /** The body's verdict on the whole is “failed”. */
  readonly bodyFails: boolean;
}

/** Where a report's figures fail or are read in two ways. */
export function tensionOf(results: readonly ExternalResult[], whole: BodyVerdict): ReportTension {
  const read = results.map((row) => ({ row, centre: readExternal(row) }));
  const fails = ({ centre, row }: (typeof read)[number]): boolean =>
    row.body.outcome === 'failed' || centre.result?.verdict === 'failed';
  return {
    failing: read.filter(fails).map(({ row }) => row.name),
    differing: read.filter(({ centre }) => centre.differs).map(({ row }) => row.name),
    bodyFails: whole.outcome === 'failed',
  };
}

/** Whether a report can be accepted only with a person's word on it. */
export const needsRemark = ({ bodyFails, differing, failing }: ReportTension): boolean =>
  bodyFails || differing.length > 0 || failing.length > 0;
