import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { IncomingFile, OpenFile } from '#electron/backend/sync/file-store.ts';

/** The copies of a photo. */
type CopySize = 'thumb' | 'print';

/** Where a file lies under its hash: `blobs/ab/cdef…`. */
const blobPath = (workspace: string, sha256: string): string =>
  join(workspace, 'blobs', sha256.slice(0, 2), sha256.slice(2));

const copyPath = (workspace: string, sha256: string, size: CopySize): string =>
  join(workspace, 'copies', sha256.slice(0, 2), `${sha256.slice(2)}-${size}.jpg`);

/**
 * Keeps a file unchanged under its SHA-256; the same file again changes nothing.
 *
 * On the disk before it answers: written beside its place, flushed, then renamed.
 */
export async function keepBlob(
  workspace: string,
  { bytes, sha256 }: { readonly bytes: Uint8Array; readonly sha256: string },
): Promise<void> {
  const path = blobPath(workspace, sha256);
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) await writeWhole(path, bytes, true);
}

/**
 * A file by its hash.
 * @throws Error when the file is gone or is not the one that was kept.
 */
export async function readBlob(workspace: string, sha256: string): Promise<Uint8Array> {
  const bytes = await readFile(blobPath(workspace, sha256));
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`blob ${sha256} was altered`);
  return new Uint8Array(bytes);
}

/** Keeps a photo's copies, which can be made again from its original. */
export async function keepCopies(
  workspace: string,
  sha256: string,
  copies: Readonly<Record<CopySize, Uint8Array>>,
): Promise<void> {
  const sizes: readonly CopySize[] = ['thumb', 'print'];
  await Promise.all(sizes.map((size) => writeWhole(copyPath(workspace, sha256, size), copies[size], false)));
}

/** A copy, or undefined when it has to be made again. */
export async function readCopy(workspace: string, sha256: string, size: CopySize): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await readFile(copyPath(workspace, sha256, size)));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeWhole(path: string, bytes: Uint8Array, flush: boolean): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${randomUUID()}`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    if (flush) await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
}

/** Opens a file by its hash to be read piece by piece; undefined when it is gone. */
export async function openBlob(workspace: string, sha256: string): Promise<OpenFile | undefined> {
  try {
    const file = await open(blobPath(workspace, sha256), 'r');
    const { size } = await file.stat();
    return {
      bytes: size,
      read: async (from, length) => {
        const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, from);
        return buffer.subarray(0, bytesRead);
      },
      close: () => file.close(),
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Takes a file in piece by piece; it reaches its place only whole and with the hash it goes by. */
export async function receiveBlob(workspace: string, sha256: string): Promise<IncomingFile> {
  const path = blobPath(workspace, sha256);
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${randomUUID()}`;
  const file = await open(beside, 'w', 0o600);
  const hash = createHash('sha256');
  const discard = async (): Promise<void> => {
    await file.close();
    await rm(beside);
  };
  return {
    write: async (chunk) => {
      hash.update(chunk);
      await file.writeFile(chunk);
    },
    keep: async () => {
      if (hash.digest('hex') !== sha256) {
        await discard();
        return false;
      }
      await file.sync();
      await file.close();
      await rename(beside, path);
      return true;
    },
    discard,
  };
}
