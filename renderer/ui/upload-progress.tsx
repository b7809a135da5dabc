import { Progress } from 'antd';
import { useSyncExternalStore } from 'react';
import { ActionButton } from './action-button.tsx';
import { useText } from './language.tsx';
import { LongNotice } from './long-notice.tsx';
import { ProblemList } from './problem-list.tsx';
import type { UploadQueue, UploadState } from './upload-queue.ts';

/** How far a queue is, fresh whenever it changes. */
export const useUploads = (queue: UploadQueue): UploadState => useSyncExternalStore(queue.subscribe, queue.state);

/** Files on their way: count, time left and Cancel; then the refused ones with their reasons, until they were read. */
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
      {refused.length === 0 ? null : (
        <LongNotice kind="error" label={text('photo.refusedFiles')} onClose={queue.dismissRefused}>
          <ProblemList problems={refused.flatMap(({ problem }) => problem ?? [])} />
        </LongNotice>
      )}
    </>
  );
}
