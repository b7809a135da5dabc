import type { DeskListReply } from '#shared/platform/administration.ts';
import type { Database } from './database.ts';

interface Row {
  readonly code: string;
  readonly name: string;
  readonly enrolled_at: Date;
  readonly ack: number;
  readonly head: string;
  readonly forked_at: Date | null;
}

/** The desks that joined, with the heads of their ledgers: the anchor outside each desk's own disk. */
export async function listDesks(database: Database): Promise<DeskListReply['desks']> {
  const { rows } = await database.query<Row>(
    'SELECT code, name, enrolled_at, ack, head, forked_at FROM desk ORDER BY code',
  );
  return rows.map((row) => ({
    desk: row.code,
    name: row.name,
    enrolledAt: row.enrolled_at.toISOString(),
    ack: row.ack,
    head: row.head,
    ...(row.forked_at && { forkedAt: row.forked_at.toISOString() }),
  }));
}
