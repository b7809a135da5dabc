import { createHash } from 'node:crypto';
import type { BlobName } from '#shared/platform/blob.ts';
import type { FileStore, IncomingFile, OpenFile } from '#electron/backend/sync/file-store.ts';

/** SHA-256 of bytes, lower-case hex. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A desk's files and their two queues in memory: the fake of what a sync run moves files with. */
export class MemoryFiles implements FileStore {
  readonly disk = new Map<string, Uint8Array>();
  readonly queue = new Set<string>();
  readonly aside = new Map<string, string>();
  readonly wanted = new Map<string, number>();
  readonly broken = new Map<string, string>();
  opened = 0;

  /** Keeps a file and queues it, as a deed that names it does. */
  keep(bytes: Uint8Array): string {
    const sha256 = hashOf(bytes);
    this.disk.set(sha256, bytes);
    this.queue.add(sha256);
    return sha256;
  }

  /** Waits for another desk's file. */
  want(sha256: string, bytes: number): void {
    if (!this.disk.has(sha256)) this.wanted.set(sha256, bytes);
  }

  waiting(after: string, limit: number): readonly string[] {
    return [...this.queue]
      .sort()
      .filter((sha256) => sha256 > after)
      .slice(0, limit);
  }

  async open(sha256: string): Promise<OpenFile | undefined> {
    const bytes = this.disk.get(sha256);
    if (bytes === undefined) return undefined;
    this.opened += 1;
    return {
      bytes: bytes.byteLength,
      read: async (from, length) => bytes.slice(from, from + length),
      close: async () => {
        this.opened -= 1;
      },
    };
  }

  sent({ sha256 }: BlobName): void {
    this.queue.delete(sha256);
  }

  setAside(sha256: string, problem: string): void {
    this.queue.delete(sha256);
    this.aside.set(sha256, problem);
  }

  expected(after: string, limit: number): readonly BlobName[] {
    return [...this.wanted]
      .map(([sha256, bytes]) => ({ sha256, bytes }))
      .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
      .filter(({ sha256 }) => sha256 > after)
      .slice(0, limit);
  }

  async receive(sha256: string): Promise<IncomingFile> {
    const chunks: Uint8Array[] = [];
    return {
      write: async (chunk) => void chunks.push(chunk),
      keep: async () => {
        const whole = Buffer.concat(chunks);
        if (hashOf(whole) !== sha256) return false;
        this.disk.set(sha256, new Uint8Array(whole));
        return true;
      },
      discard: async () => undefined,
    };
  }

  received(sha256: string): void {
    this.wanted.delete(sha256);
  }

  spoiled(sha256: string, problem: string): void {
    this.broken.set(sha256, problem);
  }
}
