import { createHash, randomInt } from 'node:crypto';
import { ok, type Result } from '#shared/base/result.ts';
import type { EnrolmentCodeReply } from '#shared/platform/administration.ts';
import type { EnrolRequest } from '#shared/platform/enrolment.ts';
import { inTransaction, type Database, type Queryable } from './database.ts';
import { refuse, type Refusal } from './refusal.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const VALID_MS = 7 * 24 * 3_600_000;
const HIGHEST_DESK = 99;

const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');
const group = (): string => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** Makes a code that lets one desk in, within seven days; only its hash is kept. */
export async function makeEnrolmentCode(database: Database, now: Date): Promise<EnrolmentCodeReply> {
  const code = `${group()}-${group()}-${group()}`;
  const expiresAt = new Date(now.getTime() + VALID_MS);
  await database.query('INSERT INTO enrolment_code (code_hash, expires_at) VALUES ($1, $2)', [hashOf(code), expiresAt]);
  return { code, expiresAt: expiresAt.toISOString() };
}

async function freeDesk(tx: Queryable, wanted: string | undefined): Promise<Result<string, Refusal>> {
  const { rows } = await tx.query<{ code: string }>('SELECT code FROM desk');
  const taken = new Set(rows.map((row) => row.code));
  if (wanted !== undefined) return taken.has(wanted) ? refuse('enrol.desk-taken', { desk: wanted }) : ok(wanted);
  for (let number = 1; number <= HIGHEST_DESK; number += 1) {
    const code = String(number).padStart(2, '0');
    if (!taken.has(code)) return ok(code);
  }
  return refuse('enrol.full');
}

/**
 * Lets a desk in and gives it its two digits; the same code and key again get the same answer, and so
 * does a known key with a fresh code: a desk killed before it heard the answer asks again.
 *
 * Codes: `enrol.code`, `enrol.desk-taken`, `enrol.full`.
 */
export async function enrolDesk(
  database: Database,
  request: EnrolRequest,
  now: Date,
): Promise<Result<string, Refusal>> {
  return inTransaction(database, async (tx) => {
    await tx.query('LOCK TABLE desk IN SHARE ROW EXCLUSIVE MODE');
    const { rows } = await tx.query<{ expires_at: Date; desk: string | null; public_key: string | null }>(
      `SELECT c.expires_at, c.desk, d.public_key FROM enrolment_code c LEFT JOIN desk d ON d.code = c.desk
       WHERE c.code_hash = $1`,
      [hashOf(request.code)],
    );
    const code = rows[0];
    if (!code) return refuse('enrol.code');
    if (code.desk !== null) return code.public_key === request.publicKey ? ok(code.desk) : refuse('enrol.code');
    if (code.expires_at < now) return refuse('enrol.code');
    const known = await tx.query<{ code: string }>('SELECT code FROM desk WHERE public_key = $1', [request.publicKey]);
    const desk = known.rows[0] ? ok(known.rows[0].code) : await freeDesk(tx, request.desk);
    if (!desk.ok) return desk;
    if (!known.rows[0]) {
      await tx.query('INSERT INTO desk (code, name, public_key) VALUES ($1, $2, $3)', [
        desk.value,
        request.name,
        request.publicKey,
      ]);
    }
    await tx.query('UPDATE enrolment_code SET desk = $2 WHERE code_hash = $1', [hashOf(request.code), desk.value]);
    return desk;
  });
}
