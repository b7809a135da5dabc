import { createHash, randomUUID } from 'node:crypto';
import { createSigner, makeDeskKey, type DeskKey } from '#electron/backend/sync/desk-key.ts';
import { createPlatformClient, enrol, type PlatformClient } from '#electron/backend/sync/platform-client.ts';
import type { StreamPage, StreamPlace, SyncStore } from '#electron/backend/sync/sync-store.ts';
import { chainInput, GENESIS, ledgerBody, type LedgerEntry, type SealedEntry } from '#shared/domain/ledger-entry.ts';
import type { PullEvent } from '#shared/platform/pull.ts';
import type { PushReply, Verdict } from '#shared/platform/push.ts';

/** What a test says about a deed; the rest is filled in. */
export type Deed = Partial<Omit<LedgerEntry, 'desk' | 'seq'>>;

/** Puts a body into a chain. */
export function seal(seq: number, prev: string, body: string): SealedEntry {
  return { seq, prev, body, hash: createHash('sha256').update(chainInput(prev, body)).digest('hex') };
}

/** A desk's ledger and sync state in memory: the fake of the store that a sync run works against. */
export class MemoryStore implements SyncStore {
  readonly desk: string;
  readonly ledger: SealedEntry[] = [];
  readonly verdicts = new Map<number, Verdict>();
  readonly parked = new Map<number, string>();
  readonly released = new Set<number>();
  readonly applied = new Map<number, PullEvent>();
  place: StreamPlace | undefined;
  acknowledged = 0;

  constructor(desk: string) {
    this.desk = desk;
  }

  append(deed: Deed = {}): SealedEntry {
    const seq = this.ledger.length + 1;
    const body = ledgerBody({
      v: 1,
      id: randomUUID(),
      at: '2026-03-02T01:00:00.000Z',
      actor: 'person-1',
      type: 'sample.received',
      entity: 'sample',
      entityId: `sample-${this.desk}-${seq}`,
      baseVersion: 0,
      payload: { note: '样例' },
      blobs: [],
      ...deed,
      desk: this.desk,
      seq,
    });
    return this.appendBody(body);
  }

  appendBody(body: string): SealedEntry {
    const entry = seal(this.ledger.length + 1, this.ledger.at(-1)?.hash ?? GENESIS, body);
    this.ledger.push(entry);
    return entry;
  }

  ack(): number {
    return this.acknowledged;
  }

  pending(afterSeq: number, maxEntries: number, maxBytes: number): readonly SealedEntry[] {
    const batch: SealedEntry[] = [];
    let bytes = 0;
    for (const entry of this.ledger.slice(afterSeq, afterSeq + maxEntries)) {
      bytes += Buffer.byteLength(entry.body);
      if (batch.length > 0 && bytes > maxBytes) break;
      batch.push(entry);
    }
    return batch;
  }

  resubmitted(): readonly SealedEntry[] {
    return this.ledger.filter(({ seq }) => this.released.has(seq));
  }

  recordPush(reply: PushReply): void {
    this.acknowledged = reply.ack;
    for (const verdict of reply.verdicts) {
      this.verdicts.set(verdict.seq, verdict);
      this.released.delete(verdict.seq);
    }
  }

  park(entry: SealedEntry, problem: string): void {
    this.parked.set(entry.seq, problem);
    this.released.delete(entry.seq);
  }

  cursor(): StreamPlace | undefined {
    return this.place;
  }

  applyPage({ epoch, cursor, events }: StreamPage): void {
    if (epoch !== this.place?.epoch) this.applied.clear();
    for (const event of events) {
      if (this.applied.has(event.event.cursor)) throw new Error(`event ${event.event.cursor} came twice`);
      this.applied.set(event.event.cursor, event);
    }
    this.place = { epoch, cursor };
  }

  /** Hashes of others' entries in the order they came down. */
  pulledHashes(): readonly string[] {
    return [...this.applied.values()].flatMap(({ known, event }) =>
      known && event.kind === 'entry' ? [event.hash] : [],
    );
  }
}

/** An enrolled desk. */
export interface TestDesk {
  readonly desk: string;
  readonly key: DeskKey;
  readonly client: PlatformClient;
  readonly store: MemoryStore;
  /** Signs and sends anything, for requests no honest desk would make. */
  raw(method: 'GET' | 'POST', target: string, body?: string, headers?: Record<string, string>): Promise<Response>;
}

export const ADMIN_TOKEN = 'administrator-token-for-tests';

/** Asks the platform for an enrolment code, as its administrator. */
export async function enrolmentCode(origin: string): Promise<string> {
  const response = await fetch(`${origin}/admin/enrolment-codes`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
  });
  const { code } = (await response.json()) as { readonly code: string };
  return code;
}

/** Enrols a new desk; `through` is the network it uses from then on. */
export async function enrolTestDesk(
  origin: string,
  through: typeof fetch = fetch,
  now: () => Date = () => new Date(),
): Promise<TestDesk> {
  const parts = { origin, fetch, now, timeoutMs: 10_000 };
  const key = makeDeskKey();
  const joined = await enrol(parts, key, { code: await enrolmentCode(origin), name: '样例工作台' });
  if (joined.kind !== 'done') throw new Error(`not enrolled: ${JSON.stringify(joined)}`);
  const { desk } = joined.value;
  return {
    desk,
    key,
    client: createPlatformClient({ ...parts, fetch: through }, desk, key.privateKey),
    store: new MemoryStore(desk),
    raw: (method, target, body = '', headers = {}) =>
      fetch(`${origin}${target}`, {
        method,
        headers: {
          'content-type': 'application/json',
          ...createSigner(key.privateKey, desk)({ method, target, body }, now()),
          ...headers,
        },
        ...(method === 'POST' && { body }),
      }),
  };
}
