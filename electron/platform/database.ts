import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { MIGRATIONS } from './migrations/all.ts';
import { PlatformStartError } from './platform-start-error.ts';

const INT8 = 20;
const CONNECTIONS = 16;
const CONNECT_WITHIN_MS = 5_000;

/** Locks of the whole platform, as numbers PostgreSQL knows them by. */
export const LOCKS = {
  /** Held while migrations run, so that two servers on one database take turns. */
  migrations: 7_270_001,
  /** Held from choosing cursors until commit, so that cursors become visible in order. */
  stream: 7_270_002,
} as const;

/** Runs statements; a pool or a transaction on one of its connections. */
export type Queryable = Pick<pg.Pool, 'query'>;

/** The platform's connections. */
export type Database = pg.Pool;

/** Opens connections to PostgreSQL; int8 comes as a number, our counters stay far below 2^53. */
export function openDatabase(url: string, onIdleError: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    application_name: 'otop-platform',
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(type, format),
    },
  });
  pool.on('error', onIdleError);
  return pool;
}

/** Runs `work` in one transaction on one connection; anything thrown rolls it back. */
export async function inTransaction<T>(database: Database, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const client = await database.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const value = await work(client);
    await client.query('COMMIT');
    return value;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

const DATABASE_TROUBLE =
  /^(?:08|53|57P|58)|^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/;

/** Whether an error says that the database is away, full or stopping, and not that we are wrong. */
export function isDatabaseTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseTrouble);
  if ('code' in error && typeof error.code === 'string' && DATABASE_TROUBLE.test(error.code)) return true;
  return /Connection terminated|timeout exceeded when trying to connect|not queryable/i.test(error.message);
}

const checksum = (sql: string): string => createHash('sha256').update(sql).digest('hex');

/**
 * Brings the schema up to date and returns the epoch of the data, a new one when asked for.
 *
 * @throws PlatformStartError `data-newer` when the database is from a newer program or an applied
 *   migration has been edited since; nothing is changed then
 */
export async function migrate(database: Database, newEpoch: boolean): Promise<{ readonly epoch: string }> {
  return inTransaction(database, async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.migrations]);
    await tx.query(`CREATE TABLE IF NOT EXISTS platform_migration (
      number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now())`);
    const { rows } = await tx.query<{ number: number; checksum: string }>(
      'SELECT number, checksum FROM platform_migration ORDER BY number',
    );
    const ours = new Map(MIGRATIONS.map((migration) => [migration.number, migration]));
    for (const applied of rows) {
      const known = ours.get(applied.number);
      if (known && checksum(known.sql) === applied.checksum) continue;
      throw new PlatformStartError(
        'data-newer',
        `数据库的第 ${applied.number} 号结构变更与本程序不符（可能由更新的程序建立）；数据未改动。请更新程序。`,
        `Schema change ${applied.number} of the database is not the one this program knows (perhaps a newer program made it). Nothing was changed; update the program.`,
      );
    }
    const done = new Set(rows.map((row) => row.number));
    for (const { number, name, sql } of MIGRATIONS) {
      if (done.has(number)) continue;
      await tx.query(sql);
      await tx.query('INSERT INTO platform_migration (number, name, checksum) VALUES ($1, $2, $3)', [
        number,
        name,
        checksum(sql),
      ]);
    }
    const first = await tx.query<{ value: string }>(
      `INSERT INTO platform_fact (name, value) VALUES ('epoch', $1)
       ON CONFLICT (name) DO UPDATE SET value = CASE WHEN $2 THEN excluded.value ELSE platform_fact.value END
       RETURNING value`,
      [randomUUID(), newEpoch],
    );
    return { epoch: first.rows[0]?.value ?? '' };
  });
}
