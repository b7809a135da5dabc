import { z } from 'zod';
import { BLOB_CHUNK_BYTES, BLOB_MAX_BYTES, BLOB_PLAN_FILES } from './limits.ts';

/** A file's name on the wire: SHA-256 of its bytes, lower-case hex. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A file by its hash and length. */
export const blobSchema = z.strictObject({ sha256: sha256Schema, bytes: z.int().min(1).max(BLOB_MAX_BYTES) });

export type BlobName = z.infer<typeof blobSchema>;

/** Files a desk has, or wants. */
export const blobPlanRequestSchema = z.strictObject({ files: z.array(blobSchema).min(1).max(BLOB_PLAN_FILES) });

/** For each file asked about: whether the platform holds it whole, else which chunks this desk has yet to put. */
export const blobPlanReplySchema = z.object({
  files: z.array(z.object({ sha256: sha256Schema, held: z.boolean(), missing: z.array(z.int().min(0)) })),
});

export type BlobPlanReply = z.infer<typeof blobPlanReplySchema>;

/** A chunk was taken, or was there already. */
export const blobChunkReplySchema = z.object({ taken: z.literal(true) });

/** A file was put together, its hash found right; it is held from now on, for every desk. */
export const blobCommitReplySchema = z.object({ held: z.literal(true) });

/** How many chunks a file has; the last may be shorter. */
export const chunkCount = (bytes: number): number => Math.ceil(bytes / BLOB_CHUNK_BYTES);

/** Length of a chunk, counted from 0. */
export const chunkLength = (bytes: number, index: number): number =>
  Math.min(BLOB_CHUNK_BYTES, bytes - index * BLOB_CHUNK_BYTES);

/** Where a chunk is put and fetched. */
export const chunkTarget = (sha256: string, index: number): string => `/blobs/${sha256}/${index}`;
