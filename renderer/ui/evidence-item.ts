import type { Dossier } from '#shared/domain/star/dossier.ts';
import { showMoment } from './show-time.ts';

/** What is known of a document beyond the dossier: its title, number and who checked it. */
export interface EvidencePaper {
  readonly id?: string;
  readonly kind: string;
  readonly title: string;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly checkedBy: string | null;
  readonly checkedAt: string | null;
  readonly reason: string | null;
  /** When it came after a return; null for what came with the application. */
  readonly arrivedAt?: string | null;
}

/** Where a recorded fact comes from; all but the first two have a page of their own. */
export interface RecordSource {
  readonly kind: 'hand' | 'application' | 'lab-report' | 'external-report' | 'visit' | 'draw' | 'sample';
  readonly id?: string;
}

/** A file of a paper, as far as the panel counts it. */
export interface EvidenceFile {
  readonly id: string;
  readonly pages: number;
  readonly owner: { readonly kind: string; readonly id: string };
}

/** What a piece of evidence opens beside the ladder. */
export type EvidenceOpens =
  | { readonly kind: 'files'; readonly ids: readonly string[] }
  | {
      readonly kind: 'sheet';
      readonly source: RecordSource;
      /** The criterion it is opened for. */ readonly about?: string;
    };

/** Who recorded a fact of the dossier, and when; `kind` is the finding's kind. */
export interface EvidenceRecord {
  readonly kind: string;
  readonly by: string;
  readonly at: string;
  readonly source?: RecordSource;
  readonly value?: { readonly kind: string; readonly link?: string };
}

/** One piece of evidence as the panel shows it: a title, a state, and its fields in order. */
export interface EvidenceItem {
  readonly path: string;
  readonly title: string;
  readonly state: 'holds' | 'fails' | 'pending' | 'fact';
  /** Says the state in words of its own. */
  readonly word?: string;
  readonly fields: readonly (readonly [label: string, value: string])[];
  /** Null where there is nothing more to see. */
  readonly opens: EvidenceOpens | null;
}

/** A sample of the case as the receiving desk took it in. */
export interface EvidenceSample {
  readonly id: string;
  readonly barcode: string;
  readonly batch: string;
  readonly condition: 'intact' | 'damaged' | 'leaking' | 'other';
  readonly refusal: string | null;
  readonly receivedBy: string;
  readonly receivedAt: string;
}

/** What the evidence of a case is read from. */
export interface EvidenceSource {
  readonly dossier: Dossier;
  readonly papers?: readonly EvidencePaper[] | undefined;
  readonly records?: readonly EvidenceRecord[] | undefined;
  readonly samples?: readonly EvidenceSample[] | undefined;
  /** Attached files of the case; without them nothing is said of files. */
  readonly files?: readonly EvidenceFile[] | undefined;
}

/** A row of a card before it is known whether there is anything to say. */
export type Field = readonly [label: string, value: string | null | undefined];

/** The rows that say something. */
export const present = (fields: readonly Field[]): EvidenceItem['fields'] =>
  fields.flatMap(([label, value]) => (value ? [[label, value] as const] : []));

/** Who and when, as one text. */
export const recorded = (by: string | null | undefined, at: string | null | undefined): string =>
  [by, at ? showMoment(at) : null].filter(Boolean).join(' · ');
