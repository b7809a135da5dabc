import { showRefusal, type RefusalLanguage } from '#renderer/client/refusal.ts';
import { callDoor, useWorkstation } from '#renderer/client/workstation.tsx';
import { photoSender } from '#renderer/ui/send-file.ts';
import { holdWindow } from '#renderer/ui/hold-window.ts';
import { createUploadQueue, type UploadQueue } from '#renderer/ui/upload-queue.ts';
import { ATTACHMENT_MAX_BYTES } from '#shared/contract/evidence.ts';
import type { Door } from '#shared/contract/door.ts';

/** What a photo of a visit belongs to, as an upload's place: the visit, then the line. */
export const placeOf = (visitId: string, line: string): string => `${visitId} ${line}`;

/** One queue a window, so that photos go on while another line, or another visit, is opened. */
const QUEUES = new WeakMap<Door, UploadQueue>();

/** The window's queue of photos for visits. */
export function useVisitUploads(): UploadQueue {
  const { door, language } = useWorkstation();
  return QUEUES.get(door) ?? newQueue(door, language);
}

function newQueue(door: Door, language: RefusalLanguage): UploadQueue {
  const queue = holdWindow(
    createUploadQueue({
      nowMs: () => performance.now(),
      ...photoSender({
        limitBytes: ATTACHMENT_MAX_BYTES,
        sentence: (code, data) => showRefusal({ code, data }, language).text,
        keep: async (place, name, content) => {
          const [id = '', slot = ''] = place.split(' ');
          const reply = await callDoor(door, 'attachment.keep', { owner: { kind: 'visit', id, slot }, name, content });
          return reply.ok ? null : showRefusal(reply.failure, language).text;
        },
      }),
    }),
  );
  QUEUES.set(door, queue);
  return queue;
}
