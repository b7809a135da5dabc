import { useEffect, useRef, useState } from 'react';
import { ActionButton } from './action-button.tsx';
import { Dialog } from './dialog.tsx';
import { useKeys } from './keys.tsx';
import { useText } from './language.tsx';
import { Notice } from './notice.tsx';

interface Props {
  readonly onTaken: (photo: File) => void;
  readonly onClose: () => void;
}

type Trouble = 'refused' | 'noCamera' | 'busyCamera';

/** Takes a photo with the camera, when the person and the system allow it. */
export function CameraDialog(props: Props) {
  const text = useText();
  const [attempt, setAttempt] = useState(0);
  return (
    <Dialog title={text('photo.cameraTitle')} size="medium" onClose={props.onClose}>
      <Camera key={attempt} {...props} onRetry={() => setAttempt((now) => now + 1)} />
    </Dialog>
  );
}

function Camera({ onTaken, onClose, onRetry }: Props & { readonly onRetry: () => void }) {
  const text = useText();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'starting' | 'on' | Trouble>('starting');
  useEffect(() => {
    let stream: MediaStream | null = null;
    let gone = false;
    const begin = async (): Promise<void> => {
      try {
        stream = await openCamera();
        if (gone) stop(stream);
        else if (video.current !== null) {
          video.current.srcObject = stream;
          await video.current.play();
          setState('on');
        }
      } catch (error) {
        if (!gone) setState(troubleOf(error));
      }
    };
    void begin();
    return () => {
      gone = true;
      if (stream !== null) stop(stream);
    };
  }, []);
  const take = (): void => {
    const { current } = video;
    if (state !== 'on' || current === null) return;
    const canvas = document.createElement('canvas');
    canvas.width = current.videoWidth;
    canvas.height = current.videoHeight;
    canvas.getContext('2d')?.drawImage(current, 0, 0);
    canvas.toBlob(
      (blob) => {
        if (blob !== null) onTaken(new File([blob], 'camera.jpg', { type: 'image/jpeg' }));
      },
      'image/jpeg',
      0.92,
    );
  };
  const troubled = state !== 'on' && state !== 'starting';
  const label = troubled ? text('photo.retry') : text('photo.take');
  useKeys([{ combo: 'Ctrl+Enter', label, run: troubled ? onRetry : take }]);
  return (
    <div className="stack">
      {troubled ? (
        <Notice kind="error">{text(`photo.${state}`)}</Notice>
      ) : (
        <video ref={video} className="camera" muted playsInline aria-label={text('photo.cameraTitle')} />
      )}
      <div className="row-end">
        <ActionButton onPress={onClose}>{text('common.cancel')}</ActionButton>
        <ActionButton
          tone="primary"
          combo="Ctrl+Enter"
          disabledReason={state === 'starting' ? text('photo.starting') : null}
          onPress={troubled ? onRetry : take}
        >
          {label}
        </ActionButton>
      </div>
    </div>
  );
}

/** The camera at its best resolution; a page without a secure origin has no cameras at all. */
function openCamera(): Promise<MediaStream> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new DOMException('no camera here', 'NotFoundError');
  return devices.getUserMedia({ video: { width: { ideal: 2560 }, facingMode: 'environment' }, audio: false });
}

function troubleOf(error: unknown): Trouble {
  if (!(error instanceof DOMException)) throw error;
  if (error.name === 'NotAllowedError' || error.name === 'SecurityError') return 'refused';
  return error.name === 'NotFoundError' || error.name === 'OverconstrainedError' ? 'noCamera' : 'busyCamera';
}

const stop = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());
