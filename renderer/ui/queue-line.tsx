import type { ReactNode } from 'react';
import type { DueTone } from './due-text.ts';
import { StarRow } from './star-row.tsx';
import './queue.css';

/** A queue row's two lines: the thing and its stars, whose it is and when it is due. */
export function QueueLine({
  title,
  star,
  detail,
  due,
  tone = 'plain',
  code = false,
}: {
  readonly title: string;
  readonly star: number | null;
  readonly detail: ReactNode;
  readonly due?: ReactNode;
  readonly tone?: DueTone;
  /** The title is a code, shown in tabular figures. */
  readonly code?: boolean;
}) {
  return (
    <>
      <span className={`queue-title${code ? ' code' : ''}${star === null ? ' queue-title-alone' : ''}`}>{title}</span>
      {star === null ? null : (
        <span className="queue-star">
          <StarRow star={star} />
        </span>
      )}
      <span className="queue-detail">{detail}</span>
      <span className={`queue-due queue-due-${tone}`}>{due}</span>
    </>
  );
}
