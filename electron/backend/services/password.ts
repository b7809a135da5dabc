import { randomBytes } from 'node:crypto';
import { argon2Verify, argon2id } from 'hash-wasm';

/** argon2id with 19 MiB, two passes, one lane: the OWASP minimum, about 50 ms here. */
const COST = { parallelism: 1, iterations: 2, memorySize: 19_456, hashLength: 32 } as const;

/** Hashes a password into its PHC text, salt and cost included. */
export const hashPassword = (password: string): Promise<string> =>
  argon2id({ ...COST, password: password.normalize('NFC'), salt: randomBytes(16), outputType: 'encoded' });

/** Whether a password is the one behind a PHC text. */
export const passwordMatches = (password: string, hash: string): Promise<boolean> =>
  password === '' ? Promise.resolve(false) : argon2Verify({ password: password.normalize('NFC'), hash });
