import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { photoPicture } from '#renderer/client/photo-picture.tsx';
import { showRefusal } from '#renderer/client/refusal.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { readBase64 } from '#renderer/ui/base64-file.ts';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PhotoRow } from '#renderer/ui/photo-row.tsx';
import { PHOTO_MAX_BYTES, type PhotoView } from '#shared/contract/photos.ts';
import { CameraDialog } from './camera-dialog.tsx';

const ACCEPT = '.jpg,.jpeg,.png,.webp,.heic,.heif,image/*';

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
  const { language } = useLanguage();
  const { run } = useCommand('photo.keep');
  const input = useRef<HTMLInputElement>(null);
  const [saving, setSaving] = useState<string | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [camera, setCamera] = useState(false);

  const keepOne = async (file: File): Promise<string | null> => {
    const { name, size } = file;
    if (size > PHOTO_MAX_BYTES) {
      const data = { name, mb: Math.ceil(size / 1_000_000), limitMb: PHOTO_MAX_BYTES / 1_000_000 };
      return showRefusal({ code: 'photo.too-large', data }, language).text;
    }
    const reply = await run({ parcelId, name: name || 'photo.jpg', content: await readBase64(file) });
    if (!reply.ok) return showRefusal(reply.failure, language).text;
    onKept(reply.value);
    return null;
  };
  const keep = async (files: readonly File[]): Promise<void> => {
    const found: string[] = [];
    setProblems([]);
    for (const file of files) {
      setSaving(file.name);
      const problem = await keepOne(file);
      if (problem !== null) found.push(problem);
    }
    setSaving(null);
    setProblems(found);
  };
  const pasted = useEffectEvent((event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void keep(files);
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => pasted(event);
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, []);
  return (
    <section
      className="photo-tools"
      aria-label={text('photo.photos')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void keep([...event.dataTransfer.files]);
      }}
    >
      <div className="photo-buttons">
        <ActionButton onPress={() => input.current?.click()} pending={saving !== null}>
          {text('photo.choose')}
        </ActionButton>
        <ActionButton onPress={() => setCamera(true)}>{text('photo.camera')}</ActionButton>
        <span className="dim small">
          {saving === null
            ? photos.length === 0
              ? text('photo.hint')
              : text('photo.kept', { count: photos.length })
            : text('photo.saving', { name: saving })}
        </span>
      </div>
      <input
        ref={input}
        hidden
        multiple
        type="file"
        accept={ACCEPT}
        aria-label={text('photo.choose')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void keep(files);
        }}
      />
      {problems.map((problem) => (
        <Notice key={problem} kind="error">
          {problem}
        </Notice>
      ))}
      {photos.length === 0 ? null : <PhotoRow photos={photos} picture={photoPicture} />}
      {camera ? (
        <CameraDialog
          onClose={() => setCamera(false)}
          onTaken={(file) => {
            setCamera(false);
            void keep([file]);
          }}
        />
      ) : null}
    </section>
  );
}
