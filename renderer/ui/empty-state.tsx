import type { ReactNode } from 'react';
import './notice.css';

/** An empty screen says what comes here and how to get the first one. */
export function EmptyState({
  title,
  detail,
  action,
}: {
  readonly title: string;
  readonly detail: string;
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{detail}</p>
      {action}
    </div>
  );
}
