import { z } from 'zod';
import type { ReviewSettings } from '#shared/domain/review-settings.ts';
import type { ScannerSettings } from '#shared/domain/scan-code.ts';
import { command, query } from './entry.ts';
import { text } from './fields.ts';

/** A label roll one can choose. */
export interface LabelStockRow {
  readonly id: string;
  readonly name: string;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** What an administrator sets up once for this desk. */
export interface SettingsView {
  readonly scanner: ScannerSettings;
  readonly labels: {
    /** Id of the label roll. */
    readonly stock: string;
    /** Printer that takes labels at once; null: labels are shown as PDF. */
    readonly printer: string | null;
  };
  readonly stocks: readonly LabelStockRow[];
  readonly review: ReviewSettings;
}

/** The printers of this machine. */
export interface PrinterList {
  /** Whether this machine has a print system that takes files from a program. */
  readonly system: boolean;
  readonly printers: readonly string[];
}

const whole = (most: number, error: string) =>
  z.number({ error }).int({ error }).min(1, { error }).max(most, { error });
const seats = whole(9, 'review.seats');
const days = whole(365, 'review.days');
const added = z.array(text(8)).max(8);
const printerName = z.string().regex(/^[^\s/#-][^\s/#]{0,126}$/, { error: 'printer.form' });

export const settingsContract = {
  'settings.get': query<SettingsView>()('read', z.strictObject({})),
  /** Sets what is given and leaves the rest. */
  'settings.set': command<SettingsView>()(
    'settings.manage',
    z.strictObject({
      scanner: z
        .strictObject({ prefixes: added, suffixes: added, meanMs: z.number().int().min(10).max(80) })
        .nullable()
        .default(null),
      /** Experts per star, from 1★ to 5★; days to consent to a lower star, and to appeal; share of a spot-check draw. */
      review: z
        .strictObject({
          panel: z.strictObject({ 1: seats, 2: seats, 3: seats, 4: seats, 5: seats }),
          consentDays: days,
          appealDays: days,
          spotCheckPercent: whole(100, 'review.percent'),
        })
        .nullable()
        .default(null),
      labels: z
        .strictObject({ stock: text(40), printer: printerName.nullable() })
        .nullable()
        .default(null),
    }),
  ),
  'printer.list': query<PrinterList>()('read', z.strictObject({})),
};
