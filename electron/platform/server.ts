import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import { createApp } from './app.ts';
import { isDatabaseTrouble, migrate, openDatabase, type Database } from './database.ts';
import { dropOldChunks } from './keep-blobs.ts';
import { startEmbeddedDatabase } from './embedded-database.ts';
import type { PlatformLogger } from './platform-logger.ts';
import { PlatformStartError } from './platform-start-error.ts';
import { forgetOldNonces } from './signed-request.ts';

const FORGET_EVERY_MS = 60_000;
const REQUEST_WITHIN_MS = 30_000;
const CLOSE_WITHIN_MS = 3_000;

/** How a platform is to run. */
export interface PlatformOptions {
  /** A PostgreSQL that is there, or a folder for one of our own. */
  readonly database: { readonly url: string } | { readonly folder: string };
  /** 0 takes a free one. */
  readonly port: number;
  readonly host?: string;
  /** Where the pages behind printed codes are reached from outside; the origin when none is named. */
  readonly publicUrl?: string;
  /** Guards the administration endpoints. */
  readonly adminToken: string;
  readonly logger: PlatformLogger;
  readonly now?: () => Date;
  /** Begin a new epoch: desks pull everything again. Needed once after the database came back from a backup. */
  readonly newEpoch?: boolean;
}

/** A running platform. */
export interface Platform {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Ends open requests, the connections and our own database. */
  close(): Promise<void>;
}

function databaseUnreachable(error: unknown): PlatformStartError {
  const why = error instanceof Error ? error.message || error.name : String(error);
  return new PlatformStartError(
    'database-unreachable',
    `连不上 DATABASE_URL 指定的数据库：${why}`,
    `Cannot reach the database that DATABASE_URL names: ${why}`,
  );
}

const REJECTED_LOGIN = /^(?:28|3D)/;

async function ready(database: Database, newEpoch: boolean): Promise<{ readonly epoch: string }> {
  try {
    return await migrate(database, newEpoch);
  } catch (error) {
    const rejected =
      error instanceof Error && 'code' in error && typeof error.code === 'string' && REJECTED_LOGIN.test(error.code);
    throw rejected || isDatabaseTrouble(error) ? databaseUnreachable(error) : error;
  }
}

function listenFailure(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new PlatformStartError(
      'port-in-use',
      `端口 ${port} 已被占用。请用 --port 另选端口（0 表示自动选择）。`,
      `Port ${port} is in use. Choose another with --port (0 takes a free one).`,
    );
  }
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new PlatformStartError(
      'address-refused',
      `不能在 ${host}:${port} 上监听（${error.code}）。请检查 --host 和 --port。`,
      `Cannot listen on ${host}:${port} (${error.code}). Check --host and --port.`,
    );
  }
  return error;
}

async function listen(app: ReturnType<typeof createApp>, host: string, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: app.fetch,
        hostname: host,
        port,
        serverOptions: { requestTimeout: REQUEST_WITHIN_MS, headersTimeout: REQUEST_WITHIN_MS / 2 },
      },
      () => resolve(server),
    );
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenFailure(error, host, port)));
  });
}

const urlHost = (address: AddressInfo): string =>
  address.family === 'IPv6' ? `[${address.address}]` : address.address;

/**
 * Starts the platform: its database (when it is our own), the schema, the HTTP server.
 *
 * Resolves once requests are answered.
 * @throws PlatformStartError when a person can mend it; nothing is left running then
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { logger, host = '127.0.0.1', now = () => new Date() } = options;
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const embedded = 'folder' in options.database ? await startEmbeddedDatabase(options.database.folder) : undefined;
    if (embedded) closing.push(embedded.stop);
    const url = 'url' in options.database ? options.database.url : (embedded?.url() ?? '');
    let inUse = true;
    const database = openDatabase(url, (error) => {
      if (inUse) logger.error('a connection to the database ended', error);
    });
    closing.push(() => {
      inUse = false;
      return database.end();
    });
    const { epoch } = await ready(database, options.newEpoch ?? false);
    let origin = '';
    const app = createApp({
      database,
      epoch,
      publicUrl: () => options.publicUrl ?? origin,
      adminToken: options.adminToken,
      now,
      logger,
    });
    const server = await listen(app, host, options.port);
    closing.push(
      () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS).unref();
        }),
    );
    const address = server.address() as AddressInfo;
    origin = `http://${urlHost(address)}:${address.port}`;
    const forgetting = setInterval(() => {
      Promise.all([forgetOldNonces(database, now()), dropOldChunks(database, now())]).catch((error: unknown) =>
        logger.error('old nonces and unfinished files stay for now', error),
      );
    }, FORGET_EVERY_MS);
    forgetting.unref();
    closing.push(async () => clearInterval(forgetting));
    logger.info('platform ready', { origin });
    return { origin, close };
  } catch (error) {
    await close();
    throw error;
  }
}
