import type { Failure } from '#shared/base/result.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import type { Application } from '#shared/platform/application.ts';
import type { SheetKey } from './sheets.ts';

/** What a cell can hold as a spreadsheet gives it. */
export type CellValue = string | number | boolean | Date | null;

/** One thing wrong in one cell, or in one field of a JSON file. */
export interface CellFault<Key extends string = SheetKey> {
  /** Path in the application, `documents[0].validUntil`. */
  readonly path: string;
  readonly sheet: Key;
  /** The sheet's name as it stands in the file: 资料. */
  readonly sheetName: string;
  /** Row in the sheet, counted from 1 with the header; for JSON, the row it would have in a workbook of its own. */
  readonly row: number;
  /** Column counted from 1; 0 when the fault concerns the row. */
  readonly column: number;
  readonly header: string;
  /** What stood there, shortened. */
  readonly value: string;
  readonly message: Bilingual;
}

/** A row of a file as it came, cells in the order of the sheet's columns. */
export interface SourceRow<Key extends string = SheetKey> {
  readonly sheet: Key;
  readonly row: number;
  readonly cells: readonly CellValue[];
}

/** Where an application stood: the sheet row of its own line, or its place in a JSON list (from 1). */
export interface Source {
  readonly fileName: string;
  readonly row: number;
}

/** One application of a file, read; or rows that cannot be, with every reason. */
export type IntakeEntry =
  | { readonly kind: 'good'; readonly application: Application; readonly source: Source }
  | {
      readonly kind: 'bad';
      /** The number the rows share; null when they have none. */
      readonly applicationNo: string | null;
      readonly rows: readonly SourceRow[];
      readonly faults: readonly CellFault[];
    };

/** Rows that come back, with what is wrong in them. */
export interface BadRows<Key extends string = SheetKey> {
  readonly rows: readonly SourceRow<Key>[];
  readonly faults: readonly CellFault<Key>[];
}

/** A bad entry. */
export type BadEntry = Extract<IntakeEntry, { kind: 'bad' }>;

/** A file opened: how much there is, and its applications one by one. */
export interface IntakeFile {
  readonly format: 'xlsx' | 'json';
  /** Entries that {@link entries} will give, good and bad, for a progress bar. */
  readonly total: number;
  /** Headers that were passed over, `资料：备注`. */
  readonly ignoredColumns: readonly string[];
  /** Checks and gives one application at a time, in the file's order; orphaned rows come last. */
  readonly entries: () => Generator<IntakeEntry, void>;
}

/** Why a file is refused as a whole. */
export type IntakeFailure = Failure<
  | 'intake.empty'
  | 'intake.not-a-workbook'
  | 'intake.legacy-workbook'
  | 'intake.encrypted'
  | 'intake.damaged'
  | 'intake.too-large'
  | 'intake.sheet-missing'
  | 'intake.header-missing'
  | 'intake.column-missing'
  | 'intake.column-twice'
  | 'intake.not-json'
  | 'intake.not-applications'
>;
