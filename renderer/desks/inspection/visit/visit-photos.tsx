import { attachmentPicture } from '#renderer/client/photo-picture.tsx';
import { showRefusal } from '#renderer/client/refusal.ts';
import { callDoor, useWorkstation } from '#renderer/client/workstation.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { PhotoBoard, type PhotoDeeds } from '#renderer/ui/photo-board.tsx';
import { PhotoIntake } from '#renderer/ui/photo-intake.tsx';
import { UploadProgress, useUploads } from '#renderer/ui/upload-progress.tsx';
import type { Reply } from '#shared/contract/contract.ts';
import { ATTACHMENT_MAX_BYTES } from '#shared/contract/evidence.ts';
import type { VisitPhotoView, VisitView } from '#shared/contract/visits.ts';
import { stepsOf } from './visit-steps.ts';
import { placeOf, useVisitUploads } from './visit-uploads.ts';
import { boardPhoto } from './visit-words.ts';

const LIMIT_MB = ATTACHMENT_MAX_BYTES / 1_000_000;

/** Photos of a line, or of none: taken in by the dozen, put in order, moved to another line, struck out. */
export function VisitPhotos({
  view,
  line,
  photos,
  disabledReason,
  onChanged,
}: {
  readonly view: VisitView;
  /** Empty for photos of no line. */
  readonly line: string;
  readonly photos: readonly VisitPhotoView[];
  readonly disabledReason: string | null;
  readonly onChanged: () => void;
}) {
  const text = useText();
  const queue = useVisitUploads();
  useUploads(queue);
  const deeds = usePhotoDeeds(view, line, photos, onChanged);
  const place = placeOf(view.id, line);
  const kept = photos.filter(({ struck }) => struck === null).length;
  const left = queue.leftAt(place);
  const title = line === '' ? text('visits.photosOther') : text('visits.photosOf');
  const shown = photos.map((photo) => boardPhoto(photo, text));
  const board =
    photos.length === 0 ? null : (
      <PhotoBoard photos={shown} picture={attachmentPicture} deeds={disabledReason === null ? deeds : null} />
    );
  return (
    <Panel title={title} extra={<span className="dim small">{text('visits.photosKept', { count: kept })}</span>}>
      {disabledReason !== null && left === 0 ? (
        (board ?? <p className="dim">{text('visits.photosKept', { count: 0 })}</p>)
      ) : (
        <PhotoIntake
          label={title}
          status={text('visits.photosHint', { limitMb: LIMIT_MB })}
          disabledReason={disabledReason}
          onFiles={(files) => queue.add(place, files)}
        >
          <UploadProgress queue={queue} />
          {board}
        </PhotoIntake>
      )}
    </Panel>
  );
}

function usePhotoDeeds(
  view: VisitView,
  line: string,
  photos: readonly VisitPhotoView[],
  onChanged: () => void,
): PhotoDeeds {
  const { door } = useWorkstation();
  const { language } = useLanguage();
  const text = useText();
  const said = (reply: Reply): string | null => {
    if (!reply.ok) return showRefusal(reply.failure, language).text;
    onChanged();
    return null;
  };
  const owner = { kind: 'visit' as const, id: view.id, slot: line };
  const struck = new Set(photos.flatMap((photo) => (photo.struck === null ? [] : [photo.id as string])));
  const lines = stepsOf(view).flatMap((step) => (step.line === null ? [] : [step.line]));
  return {
    places: [
      ...lines.map((one) => ({ value: one.id, label: one[language] })),
      { value: '', label: text('visits.photosOther') },
    ].filter(({ value }) => value !== line),
    order: async (ids) => {
      const counting = photos.filter(({ id }) => !struck.has(id));
      const order = ids.flatMap((id) => counting.find((photo) => photo.id === id)?.id ?? []);
      return said(await callDoor(door, 'attachment.arrange', { owner, ids: order }));
    },
    move: async (id, slot) => said(await callDoor(door, 'attachment.move', { attachmentId: idOf(photos, id), slot })),
    strike: async (id, reason) =>
      said(await callDoor(door, 'attachment.strike', { attachmentId: idOf(photos, id), reason })),
  };
}

/** The board names photos by plain ids; the contract wants its own. */
function idOf(photos: readonly VisitPhotoView[], id: string): VisitPhotoView['id'] {
  const found = photos.find((photo) => photo.id === id);
  if (found === undefined) throw new Error(`no photo ${id} on this board`);
  return found.id;
}
