import { randomBytes } from 'node:crypto';
import type { World } from './ports.ts';

const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';

/** The real world: system clock, random bytes, the network. */
export function realWorld(log: (line: object) => void): World {
  return { now: () => new Date(), newId: () => uuidV7(Date.now()), token, fetch: globalThis.fetch, log };
}

/** RFC 9562 version 7: 48 bits of milliseconds, then random bits, so that ids sort by time. */
export function uuidV7(atMs: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(atMs, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function token(length: number): string {
  const limit = 256 - (256 % ALPHABET.length);
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < limit && text.length < length) text += ALPHABET[byte % ALPHABET.length];
    }
  }
  return text;
}
