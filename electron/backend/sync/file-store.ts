import type { BlobName } from '#shared/platform/blob.ts';

/** A file that is read piece by piece; it is never held whole. */
export interface OpenFile {
  readonly bytes: number;
  read(from: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A file on its way down: beside its place until it is whole and its hash is right. */
export interface IncomingFile {
  write(chunk: Uint8Array): Promise<void>;
  /** Puts it in its place, flushed; false, and nothing kept, when its hash is another. */
  keep(): Promise<boolean>;
  discard(): Promise<void>;
}

/**
 * What moving files needs of the desk: two queues, and the files themselves.
 *
 * Every change to a queue is done when its method returns.
 */
export interface FileStore {
  /** Files the ledger names and the platform may not hold yet, after a hash; at most `limit`. */
  waiting(after: string, limit: number): readonly string[];
  /** Undefined when the file is gone from the disk. */
  open(sha256: string): Promise<OpenFile | undefined>;
  sent(file: BlobName): void;
  /** Lays a file aside with what is wrong; it is tried again later. */
  setAside(sha256: string, problem: string): void;

  /** Other desks' files that have not come down yet, after a hash; at most `limit`. */
  expected(after: string, limit: number): readonly BlobName[];
  receive(sha256: string): Promise<IncomingFile>;
  received(sha256: string): void;
  spoiled(sha256: string, problem: string): void;
}
