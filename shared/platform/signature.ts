/** Headers a signed request carries. */
export const SIGNATURE_HEADERS = {
  desk: 'x-otop-desk',
  time: 'x-otop-time',
  nonce: 'x-otop-nonce',
  signature: 'x-otop-signature',
} as const;

/** What a desk signs: everything that makes the request that request, and nothing a proxy may change. */
export interface SignedParts {
  readonly method: string;
  /** Path with query, as sent. */
  readonly target: string;
  /** ISO 8601 in UTC, by the desk's clock. */
  readonly time: string;
  /** 16 random bytes or more in base64url; never used twice by one desk. */
  readonly nonce: string;
  /** SHA-256 of the body's bytes (of none for GET), lower-case hex. */
  readonly bodyHash: string;
}

/** The text under the Ed25519 signature; its first line is the version of this form. */
export const signatureInput = (parts: SignedParts): string =>
  ['otop-1', parts.method, parts.target, parts.time, parts.nonce, parts.bodyHash].join('\n');
