import { markTokenSchema } from '#shared/platform/public-status-reply.ts';
import { publicStatus, type MarkFact, type PublicStatus } from '#shared/domain/public-status.ts';
import { isPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import type { Database } from './database.ts';

const CHINA_AHEAD_MS = 8 * 3_600_000;

/** The date in China at an instant: certificates begin and end by that calendar. */
export function dateInChina(now: Date): PlainDate {
  const text = new Date(now.getTime() + CHINA_AHEAD_MS).toISOString().slice(0, 10);
  if (!isPlainDate(text)) throw new RangeError(`the clock stands at ${now.toISOString()}`);
  return text;
}

/** The status behind a printed token, from the accepted entries. */
export async function publicStatusOf(database: Database, token: string, now: Date): Promise<PublicStatus> {
  if (!markTokenSchema.safeParse(token).success) return { state: 'unknown' };
  const { rows } = await database.query<{ fact: MarkFact }>(
    `SELECT f.fact FROM public_mark m JOIN mark_fact f ON f.number = m.number
     WHERE m.token = $1 ORDER BY f.cursor`,
    [token],
  );
  return publicStatus(
    rows.map(({ fact }) => fact),
    dateInChina(now),
  );
}
