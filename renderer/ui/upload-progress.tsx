import { Progress } from 'antd';
import { useSyncExternalStore } from 'react';
import { ActionButton } from './action-button.tsx';
import { useText } from './language.tsx';
import { Notice } from './notice.tsx';
import type { UploadQueue, UploadState } from './upload-queue.ts';

/** How far a queue is, fresh whenever it changes. */
export const useUploads = (queue: UploadQueue): UploadState => useSyncExternalStore(queue.subscribe, queue.state);

/** Files on their way: count, time left and Cancel; then each refused one with its reason, until it was read. */
export function UploadProgress({ queue }: { readonly queue: UploadQueue }) {
  const text = useText();
  const { cancelled, kept, left, refused, secondsLeft, total } = useUploads(queue);
  const label = text('photo.sending', { done: total - left, total });
  return (
    <>
      {left === 0 ? null : (
        <div className="upload-progress">
          <Progress percent={Math.round(((total - left) / total) * 100)} size="small" aria-label={label} />
          <span className="small" role="status">
            {label}
            {secondsLeft === null ? '' : ` · ${text('photo.secondsLeft', { seconds: secondsLeft })}`}
          </span>
          <ActionButton tone="quiet" onPress={queue.cancel}>
            {text('photo.cancel')}
          </ActionButton>
        </div>
      )}
      {left > 0 || total < 2 ? null : (
        <p className="dim small" role="status">
          {text('photo.allSent', { kept, total })}
          {cancelled === 0 ? '' : text('photo.cancelled', { count: cancelled })}
        </p>
      )}
      {refused.map(({ key, problem }) => (
        <Notice key={key} kind="error" onClose={() => queue.dismiss(key)}>
          {problem}
        </Notice>
      ))}
    </>
  );
}
