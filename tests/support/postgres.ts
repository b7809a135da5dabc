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

/** Starts a cluster in a temporary folder. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = temporaryFolder();
  const database = await startEmbeddedDatabase(folder);
  return {
    pid: database.pid,
    freshDatabase: async () => {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      const client = new pg.Client({ connectionString: database.url() });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return database.url(name);
    },
    stop: async () => {
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
