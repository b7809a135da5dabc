import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedDatabase } from '#electron/platform/embedded-database.ts';

/** A real PostgreSQL in a folder that goes away; each test takes a database of its own. */
export interface TestCluster {
  /** Connection string of a fresh, empty database. */
  freshDatabase(): Promise<string>;
  /** Process number of the server, for tests that hurt it. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** A folder under the system's temporary one that PostgreSQL's own user can walk into. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'otop-platform-'));
  chmodSync(folder, 0o755);
  return folder;
}

async function execute(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Starts a cluster in a temporary folder; it does not wait for the disk, since nobody needs its data tomorrow. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = temporaryFolder();
  const database = await startEmbeddedDatabase(folder);
  await execute(database.url(), 'ALTER SYSTEM SET fsync = off', 'SELECT pg_reload_conf()');
  return {
    pid: database.pid,
    freshDatabase: async () => {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await execute(database.url(), `CREATE DATABASE ${name} STRATEGY file_copy`);
      return database.url(name);
    },
    stop: async () => {
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
