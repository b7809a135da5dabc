import { PLAIN_REVIEW, type ReviewSettings } from '#shared/domain/review-settings.ts';
import { PLAIN_SCANNER, type ScannerSettings } from '#shared/domain/scan-code.ts';
import type { Store } from './database.ts';
import { findFact, setFact } from './facts.ts';

/** Which roll is in the label printer, and which printer that is. */
export interface LabelSettings {
  readonly stock: string;
  readonly printer: string | null;
}

/** 50 × 30 mm on a roll, shown as PDF until a printer is chosen. */
const PLAIN_LABELS: LabelSettings = { stock: 'roll-50x30', printer: null };

export const scannerSettings = (store: Store): ScannerSettings =>
  read(findFact(store, 'settings.scanner'), PLAIN_SCANNER);

export const labelSettings = (store: Store): LabelSettings => read(findFact(store, 'settings.labels'), PLAIN_LABELS);

export const reviewSettings = (store: Store): ReviewSettings => read(findFact(store, 'settings.review'), PLAIN_REVIEW);

export const keepScannerSettings = (store: Store, settings: ScannerSettings): void =>
  setFact(store, 'settings.scanner', JSON.stringify(settings));

export const keepLabelSettings = (store: Store, settings: LabelSettings): void =>
  setFact(store, 'settings.labels', JSON.stringify(settings));

export const keepReviewSettings = (store: Store, settings: ReviewSettings): void =>
  setFact(store, 'settings.review', JSON.stringify(settings));

/** What was set, over what a new desk begins with. */
const read = <T extends object>(stored: string | undefined, plain: T): T =>
  stored === undefined ? plain : { ...plain, ...(JSON.parse(stored) as T) };
