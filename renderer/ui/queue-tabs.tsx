import { useEffect, useRef, type KeyboardEvent } from 'react';
import './queue.css';

/** A tab over a queue with the number that waits. */
export interface QueueTab<Tab extends string> {
  readonly key: Tab;
  readonly label: string;
  readonly count?: number | undefined;
}

/** The tab the arrows went to, until it has the focus: the list under it may be put up anew meanwhile. */
let walkedTo: string | null = null;

/** The tabs over a queue; left and right move between them. */
export function QueueTabs<Tab extends string>({
  tabs,
  tab,
  onTab,
  panelId,
}: {
  readonly tabs: readonly QueueTab<Tab>[];
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly panelId: string;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (walkedTo !== tab) return;
    walkedTo = null;
    list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }, [tab]);
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = (tabs.findIndex(({ key }) => key === tab) + step + tabs.length) % tabs.length;
    const next = tabs[at];
    if (next === undefined) return;
    walkedTo = next.key;
    onTab(next.key);
  };
  return (
    <div ref={list} className="queue-tabs" role="tablist" onKeyDown={move}>
      {tabs.map(({ key, label, count }) => (
        <button
          key={key}
          type="button"
          role="tab"
          aria-selected={key === tab}
          aria-controls={panelId}
          tabIndex={key === tab ? 0 : -1}
          className={key === tab ? 'queue-tab queue-tab-on' : 'queue-tab'}
          onClick={() => onTab(key)}
        >
          {label}
          {count === undefined ? null : <span className="queue-count"> {count}</span>}
        </button>
      ))}
    </div>
  );
}
