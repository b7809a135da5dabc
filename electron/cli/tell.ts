import { failureText } from '#shared/contract/failures.ts';
import type { Refusal } from '#shared/contract/contract.ts';

/** How a command ends: done, refused with the reason, or a fault of the program. */
export const EXIT = { done: 0, fault: 1, refused: 2 } as const;

/** Ends a command with a sentence for people in both languages; nothing was done. */
export class Refused extends Error {
  readonly code: string;
  readonly data: Refusal['data'];
  readonly field: string | undefined;
  readonly sentence: { readonly zh: string; readonly en: string };

  constructor(
    code: string,
    sentence: { readonly zh: string; readonly en: string },
    field?: string,
    data: Refusal['data'] = {},
  ) {
    super(`${sentence.zh}\n${sentence.en}`);
    this.code = code;
    this.sentence = sentence;
    this.field = field;
    this.data = data;
  }
}

/** A refusal of the backend as the end of a command. */
export const refusedBy = (failure: Refusal): Refused =>
  new Refused(
    failure.code,
    { zh: failureText(failure, 'zh'), en: failureText(failure, 'en') },
    failure.field,
    failure.data,
  );

/** Where a command speaks: values for programs as JSON, or lines for people; never both on stdout. */
export class Teller {
  readonly json: boolean;

  constructor(json: boolean) {
    this.json = json;
  }

  /** The command's result: one JSON value with `--json`, else the lines. */
  result(value: unknown, lines: readonly string[]): void {
    process.stdout.write(this.json ? `${JSON.stringify(value, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
  }

  /** A value that is JSON whatever the output form. */
  value(value: unknown): void {
    process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** Progress for people, on stderr; silent with `--json`. */
  progress(line: string): void {
    if (!this.json) process.stderr.write(`${line}\n`);
  }

  /** A refusal: JSON or both sentences, on stderr. */
  refused(refusal: Refused): void {
    const { code, data, field, sentence } = refusal;
    const reply = { ok: false, failure: { code, ...(field !== undefined && { field }), data }, message: sentence };
    process.stderr.write(this.json ? `${JSON.stringify(reply)}\n` : `${sentence.zh}\n${sentence.en}\n`);
  }
}
