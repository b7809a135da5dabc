/**
 * An outcome as a value: either what was asked for, or an expected refusal with a code.
 *
 * Bugs and broken disks throw; everything a person can cause comes back as a {@link Failure}.
 */
export type Result<T, F = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

/** An expected refusal: a code from a closed set, the field it concerns, and data for the message. */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  /** Path of the offending field in the caller's input, `documents[0].validFrom`; absent when it concerns the whole. */
  readonly field?: string;
  /** Values the message names; plain JSON. */
  readonly data?: Readonly<Record<string, string | number | null>>;
}

/** Wraps a value as a success. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** Wraps a refusal. */
export const fail = <F>(failure: F): Result<never, F> => ({ ok: false, failure });
