import type { Canonical } from '#shared/base/canonical-json.ts';
import type { AnswerGiven } from './checklist.ts';
import type { LevelRecord } from './level-evidence.ts';

/** Who recorded something, and when (ISO instant). */
interface Recorded {
  readonly by: string;
  readonly at: string;
}

/** What a visit says, as far as its signatures cover it: texts and whole numbers only, in one order. */
export interface SignedFacts {
  readonly visit: {
    readonly id: string;
    readonly caseId: string;
    readonly star: number;
    readonly on: string;
    readonly purpose: string;
    readonly lead: string;
    readonly team: readonly string[];
  };
  readonly checklist: { readonly id: string; readonly version: string; readonly standard: string };
  /** Decimal degrees as text. */
  readonly place: { readonly latitude: string; readonly longitude: string } | null;
  readonly answers: readonly (AnswerGiven & Recorded & { readonly line: string })[];
  readonly levels: readonly (LevelRecord & Recorded)[];
  readonly lines:
    | (Recorded & {
        readonly inspected: boolean;
        readonly recordsViewed: boolean;
        readonly outcome: 'passed' | 'failed' | null;
      })
    | null;
  readonly siteTest: (Recorded & { readonly outcome: 'passed' | 'failed'; readonly note: string | null }) | null;
  /** What was agreed to be put right; whether it has been is followed up later and signed by nobody. */
  readonly corrective: readonly {
    readonly id: string;
    readonly line: string;
    readonly what: string;
    readonly dueOn: string;
  }[];
  /** Photos that count, by line and in their order. */
  readonly photos: readonly { readonly line: string; readonly sha256: string }[];
}

/** The facts as the canonical form takes them. */
export const canonicalFacts = (facts: SignedFacts): Canonical => facts as unknown as Canonical;

/** A coordinate as text, to the decimetre; a float has no canonical form. */
export const degreesText = (degrees: number): string => degrees.toFixed(6);
