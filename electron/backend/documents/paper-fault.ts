import type { Failure } from '#shared/base/result.ts';

/**
 * Why a paper cannot be made. Each is a value with the data its message needs:
 *
 * - `paper.missing-glyph` {character, codePoint, field, number}: no shipped font draws the character;
 * - `paper.text-too-long` {field, number}: the text does not fit at the smallest legible size;
 * - `paper.code-too-dense` {field, number, moduleMm}: the QR or bar code would be finer than a reader can take;
 * - `paper.bad-code` {field, number}: the text cannot be put in the bar code at all;
 * - `paper.unknown-stock` {stock}, `paper.bad-position` {startAt, labels}: no such label stock or place on its sheet;
 * - `paper.nothing-to-print`: an empty list.
 */
export type PaperFaultCode =
  | 'paper.missing-glyph'
  | 'paper.text-too-long'
  | 'paper.code-too-dense'
  | 'paper.bad-code'
  | 'paper.unknown-stock'
  | 'paper.bad-position'
  | 'paper.nothing-to-print';

/** A refusal of this room. */
export type PaperFault = Failure<PaperFaultCode>;

/** A field of a certificate, badge or label: what must be printed to the letter or not at all. */
export type PaperField =
  | 'address'
  | 'authorisedBy'
  | 'barcode'
  | 'batch'
  | 'centreName'
  | 'code'
  | 'enterpriseName'
  | 'issuedOn'
  | 'name'
  | 'number'
  | 'productName'
  | 'receivedOn'
  | 'specification'
  | 'standardLabel'
  | 'uscc'
  | 'validUntil'
  | 'verifyUrl';

/** Where a text belongs: the caller's field path, the field's own name, and the number printed on that paper. */
export interface TextOrigin {
  readonly path: string;
  readonly field: PaperField;
  readonly number: string;
}

/** Stops laying out a sheet; caught by {@link refusable} and nowhere else. */
export class PaperRefusal extends Error {
  readonly fault: PaperFault;

  constructor(fault: PaperFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** Raises a refusal that concerns one text. */
export function refuseText(code: PaperFaultCode, origin: TextOrigin, data: PaperFault['data'] = {}): never {
  throw new PaperRefusal({
    code,
    field: origin.path,
    data: { ...data, field: origin.field, number: origin.number },
  });
}
