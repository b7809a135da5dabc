import { useMemo } from 'react';
import type { AttachmentView } from '#shared/contract/evidence.ts';
import { callDoor, Refused, useWorkstation } from './workstation.tsx';

type Bytes = Uint8Array<ArrayBuffer>;

/** Most bytes of files kept ready; beyond it the one used longest ago is let go. */
const KEPT_BYTES = 120_000_000;
/** Base64 signs decoded before the window gets its turn again: a multiple of four, under 40 ms. */
const SLICE = 4_000_000;

/** Files fetched lately, the one used last at the end. */
const kept = new Map<string, Bytes>();

function keep(id: string, bytes: Bytes): void {
  kept.delete(id);
  kept.set(id, bytes);
  let total = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
  for (const [oldest, { length }] of kept) {
    if (total <= KEPT_BYTES || oldest === id) return;
    kept.delete(oldest);
    total -= length;
  }
}

/** Turns base64 into bytes in slices, so that a scan of 40 MB does not hold the window up. */
export async function bytesOf(base64: string): Promise<Bytes> {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((base64.length / 4) * 3 - padding);
  let at = 0;
  for (let from = 0; from < base64.length; from += SLICE) {
    const binary = atob(base64.slice(from, from + SLICE));
    for (let index = 0; index < binary.length; index++) bytes[at++] = binary.charCodeAt(index);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return bytes;
}

/** Fetches attached files as they were kept; the same function for as long as the door is the same. */
export function useAttachmentFile(): (id: string) => Promise<Bytes> {
  const { door } = useWorkstation();
  return useMemo(
    () =>
      async (id: string): Promise<Bytes> => {
        const ready = kept.get(id);
        if (ready !== undefined) {
          keep(id, ready);
          return ready;
        }
        const attachmentId = id as AttachmentView['id'];
        const reply = await callDoor(door, 'attachment.get', { attachmentId, size: 'original' });
        if (!reply.ok) throw new Refused(reply.failure);
        const bytes = await bytesOf(reply.value.content);
        keep(id, bytes);
        return bytes;
      },
    [door],
  );
}
