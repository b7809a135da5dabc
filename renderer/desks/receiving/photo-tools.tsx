import { useState } from 'react';
import { photoPicture } from '#renderer/client/photo-picture.tsx';
import { showRefusal } from '#renderer/client/refusal.ts';
import { callDoor, useWorkstation } from '#renderer/client/workstation.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { PhotoIntake } from '#renderer/ui/photo-intake.tsx';
import { PhotoRow } from '#renderer/ui/photo-row.tsx';
import { photoSender } from '#renderer/ui/send-file.ts';
import { UploadProgress, useUploads } from '#renderer/ui/upload-progress.tsx';
import { holdWindow } from '#renderer/ui/hold-window.ts';
import { createUploadQueue, type UploadQueue } from '#renderer/ui/upload-queue.ts';
import { PHOTO_MAX_BYTES, type PhotoView } from '#shared/contract/photos.ts';

/** Photos of a parcel's condition: from files, by dropping or pasting, or by the camera; each is kept at once. */
export function PhotoTools({
  parcelId,
  photos,
  onKept,
}: {
  readonly parcelId: string;
  readonly photos: readonly PhotoView[];
  readonly onKept: (photo: PhotoView) => void;
}) {
  const text = useText();
  const queue = useParcelPhotos(onKept);
  const { sending } = useUploads(queue);
  const [now] = sending;
  const idle = photos.length === 0 ? text('photo.hint') : text('photo.kept', { count: photos.length });
  return (
    <PhotoIntake
      label={text('photo.photos')}
      status={now === undefined ? idle : text('photo.saving', { name: now })}
      onFiles={(files) => queue.add(parcelId, files)}
    >
      <UploadProgress queue={queue} />
      {photos.length === 0 ? null : <PhotoRow photos={photos} picture={photoPicture} />}
    </PhotoIntake>
  );
}

function useParcelPhotos(onKept: (photo: PhotoView) => void): UploadQueue {
  const { door, language } = useWorkstation();
  const [queue] = useState(() =>
    holdWindow(
      createUploadQueue({
        nowMs: () => performance.now(),
        ...photoSender({
          limitBytes: PHOTO_MAX_BYTES,
          sentence: (code, data) => showRefusal({ code, data }, language).text,
          keep: async (parcelId, name, content) => {
            const reply = await callDoor(door, 'photo.keep', { parcelId, name, content });
            if (!reply.ok) return showRefusal(reply.failure, language).text;
            onKept(reply.value);
            return null;
          },
        }),
      }),
    ),
  );
  return queue;
}
