import { Progress } from 'antd';
import { ActionButton } from './action-button.tsx';
import { useKeys } from './keys.tsx';
import { useText } from './language.tsx';
import './work-progress.css';

/** Props of {@link WorkProgress}. */
export interface WorkProgressProps {
  /** What is being done. */
  readonly label: string;
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
  /** When it began, and the moment of the newest count, both in milliseconds of one clock. */
  readonly startedMs: number;
  readonly nowMs: number;
  /** Given when it can be stopped. */
  readonly onCancel?: (() => void) | undefined;
}

/** Long work: what it is, how far it is, how long it will still take, and the way to stop it. */
export function WorkProgress({ label, done, total, startedMs, nowMs, onCancel }: WorkProgressProps) {
  const text = useText();
  useKeys(onCancel === undefined ? [] : [{ combo: 'Escape', label: text('common.stop'), run: onCancel }]);
  const seconds = done === 0 ? null : Math.ceil((((nowMs - startedMs) / done) * (total - done)) / 1000);
  return (
    <div className="work-progress" role="status">
      <div className="small">{label}</div>
      <Progress percent={total === 0 ? 0 : Math.round((done / total) * 100)} size="small" aria-label={label} />
      <div className="work-progress-line">
        <span className="dim small">
          {total === 0 ? text('common.workBegins') : text('common.workCount', { done, total })}
          {seconds === null ? '' : ` · ${text('common.workLeft', { seconds })}`}
        </span>
        {onCancel === undefined ? null : (
          <ActionButton combo="Escape" onPress={onCancel}>
            {text('common.stop')}
          </ActionButton>
        )}
      </div>
    </div>
  );
}
