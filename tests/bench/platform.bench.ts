import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { createPlatformClient } from '#electron/backend/sync/platform-client.ts';
import { createSigner, makeDeskKey } from '#electron/backend/sync/desk-key.ts';
import { adminTokenIn } from '#electron/platform/platform-folder.ts';
import { PUSH_MAX_BYTES, PUSH_MAX_ENTRIES } from '#shared/platform/limits.ts';
import { pushReplySchema, type PushEntry } from '#shared/platform/push.ts';
import { temporaryFolder } from '#tests/support/postgres.ts';
import { MemoryStore } from '#tests/support/test-desk.ts';

const ROUNDS = 5;
const DESKS = 4;
const PER_DESK = 5_000;
const EVENTS = DESKS * PER_DESK;

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
const shown = (perSecond: number): string => `${Math.round(perSecond).toLocaleString('en')} events/s`;

interface Server {
  readonly child: ChildProcess;
  readonly origin: string;
}

async function startServer(folder: string): Promise<Server> {
  const { DATABASE_URL: _, ...env } = process.env;
  const args = ['electron/platform/main.ts', '--port', '0', '--data', folder];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const origin = /ready:\s+(http:\S+)[^]*stops/.exec(said)?.[1];
      if (origin) resolve({ child, origin });
    });
    child.once('close', () => reject(new Error(`the platform did not start: ${said}`)));
  });
}

/** One desk with its ledger written and cut into batches; signing is part of what is timed. */
async function makeDesk({ origin }: Server, folder: string): Promise<() => Promise<void>> {
  const post = async (path: string, body: string, headers: Record<string, string>): Promise<Response> =>
    fetch(`${origin}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  const asked = await post('/admin/enrolment-codes', '{}', { authorization: `Bearer ${adminTokenIn(folder)}` });
  const { code } = (await asked.json()) as { readonly code: string };
  const key = makeDeskKey();
  const wish = JSON.stringify({ code, name: 'bench', publicKey: key.publicKey });
  const enrolled = await post('/enrol', wish, {
    ...createSigner(key.privateKey)({ method: 'POST', target: '/enrol', body: wish }, new Date()),
  });
  const { desk } = (await enrolled.json()) as { readonly desk: string };
  const store = new MemoryStore(desk);
  for (let count = 0; count < PER_DESK; count += 1) {
    store.append({
      payload: { note: '样例：包装完好，批号清楚', barcode: `6901234${count}`, weightG: 500 + (count % 90) },
    });
  }
  const batches: (readonly PushEntry[])[] = [];
  for (let from = 0; from < PER_DESK; from += PUSH_MAX_ENTRIES) {
    batches.push(store.pending(from, PUSH_MAX_ENTRIES, PUSH_MAX_BYTES));
  }
  const parts = { origin, fetch, now: () => new Date(), timeoutMs: 60_000 };
  const client = createPlatformClient(parts, desk, key.privateKey);
  return async () => {
    for (const batch of batches) {
      const outcome = await client.push(batch);
      if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
      const accepted = pushReplySchema.parse(outcome.value).verdicts.filter(({ verdict }) => verdict === 'accepted');
      if (accepted.length !== batch.length) throw new Error(`${accepted.length} of ${batch.length} accepted`);
    }
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return EVENTS / ((performance.now() - from) / 1_000);
}

function databaseUrl(folder: string): string {
  const port = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://otop:${readFileSync(join(folder, 'database.key'), 'utf8')}@127.0.0.1:${port}/postgres`;
}

/** Writes what was pushed last into a file the database reads, as COPY wants it. */
async function exportEntries(client: pg.Client, file: string): Promise<void> {
  const { rows } = await client.query<{ line: string }>({
    text: `SELECT concat_ws(E'\\t', desk, seq, prev, hash, replace(body, '\\', '\\\\')) AS line
           FROM entry ORDER BY received_at DESC, desk, seq LIMIT ${EVENTS}`,
  });
  writeFileSync(file, `${rows.map(({ line }) => line).join('\n')}\n`);
  chmodSync(file, 0o644);
}

/** Measures signed pushes over HTTP against COPY of the same entries into PostgreSQL, in turns. */
export async function run(): Promise<void> {
  const folder = temporaryFolder();
  const server = await startServer(folder);
  const client = new pg.Client({ connectionString: databaseUrl(folder) });
  await client.connect();
  try {
    const pushed: number[] = [];
    const copied: number[] = [];
    const file = join(folder, 'entries.tsv');
    for (let round = 0; round <= ROUNDS; round += 1) {
      const desks = await Promise.all(Array.from({ length: DESKS }, () => makeDesk(server, folder)));
      const push = await timed(() => Promise.all(desks.map((desk) => desk())));
      await exportEntries(client, file);
      await client.query(`DROP TABLE IF EXISTS copied;
        CREATE TABLE copied (desk text, seq bigint, prev text, hash text, body text, PRIMARY KEY (desk, seq))`);
      const copy = await timed(() => client.query(`COPY copied FROM '${file}'`));
      if (round === 0) continue;
      pushed.push(push);
      copied.push(copy);
    }
    const share = (median(pushed) / median(copied)) * 100;
    console.log(
      `platform, ${EVENTS.toLocaleString('en')} events from ${DESKS} desks at once, medians of ${ROUNDS} rounds`,
    );
    console.log(`  signed pushes over HTTP: chain, rules, verdicts  ${shown(median(pushed))}`);
    console.log(
      `  COPY of the same entries from a file: the limit  ${shown(median(copied))}; pushes reach ${share.toFixed(0)} %`,
    );
  } finally {
    await client.end();
    const ended = once(server.child, 'close');
    server.child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) await run();
