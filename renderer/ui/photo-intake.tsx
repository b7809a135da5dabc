import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';
import { CameraDialog } from './camera-dialog.tsx';
import { useText } from './language.tsx';
import './photo-intake.css';

const ACCEPT = '.jpg,.jpeg,.png,.webp,.heic,.heif,image/*';

/** Where photos come in: chosen as files, taken by the camera, pasted, or dropped anywhere in the window. */
export function PhotoIntake({
  label,
  status,
  disabledReason = null,
  onFiles,
  children,
}: {
  readonly label: string;
  /** Beside the buttons: what comes here, or how far it is. */
  readonly status: ReactNode;
  readonly disabledReason?: string | null;
  readonly onFiles: (files: readonly File[]) => void;
  /** Below the buttons: what is kept, what was refused. */
  readonly children?: ReactNode;
}) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [camera, setCamera] = useState(false);
  const over = useWindowFiles((files) => {
    if (disabledReason === null) onFiles(files);
  });
  return (
    <section className={over ? 'photo-intake photo-intake-over' : 'photo-intake'} aria-label={label}>
      <div className="photo-buttons">
        <ActionButton disabledReason={disabledReason} onPress={() => input.current?.click()}>
          {text('photo.choose')}
        </ActionButton>
        <ActionButton disabledReason={disabledReason} onPress={() => setCamera(true)}>
          {text('photo.camera')}
        </ActionButton>
        <span className="dim small">{status}</span>
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
          onFiles(files);
        }}
      />
      {children}
      {camera ? (
        <CameraDialog
          onClose={() => setCamera(false)}
          onTaken={(file) => {
            setCamera(false);
            onFiles([file]);
          }}
        />
      ) : null}
    </section>
  );
}

/** Hears files pasted or dropped anywhere, which a browser would otherwise open in the window's place; tells whether some hang over it. */
function useWindowFiles(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const come = useEffectEvent((event: Event, files: FileList | undefined): void => {
    if (files === undefined || files.length === 0) return;
    event.preventDefault();
    onFiles([...files]);
  });
  useEffect(() => {
    const leave = new AbortController();
    const { signal } = leave;
    const carries = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    window.addEventListener('paste', (event) => come(event, event.clipboardData?.files), { signal });
    window.addEventListener(
      'dragover',
      (event) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    window.addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) setOver(false);
      },
      { signal },
    );
    window.addEventListener(
      'drop',
      (event) => {
        setOver(false);
        if (carries(event)) event.preventDefault();
        come(event, event.dataTransfer?.files);
      },
      { signal },
    );
    return () => leave.abort();
  }, []);
  return over;
}
