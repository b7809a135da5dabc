import { useCallback } from 'react';
import { callDoor, Refused, useWorkstation } from './workstation.tsx';

/** Gives an attached file's bytes by its id, for the evidence viewer; the same function from drawing to drawing. */
export function useLoadAttachment(): (id: string) => Promise<Uint8Array<ArrayBuffer>> {
  const { door } = useWorkstation();
  return useCallback(
    async (id: string) => {
      const reply = await callDoor(door, 'attachment.get', { attachmentId: id, size: 'original' });
      if (!reply.ok) throw new Refused(reply.failure);
      const binary = atob(reply.value.content);
      return Uint8Array.from(binary, (character) => character.codePointAt(0) ?? 0);
    },
    [door],
  );
}
