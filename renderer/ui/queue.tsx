import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useKeys } from './keys.tsx';
import { useText } from './language.tsx';
import { QueueTabs, type QueueTab } from './queue-tabs.tsx';
import './queue.css';

const ROW_HEIGHT = 59;
const FETCH_AHEAD = 10;
/** Where the list beside an open case is folded, as `desk-layout.css` has it. */
const FOLDED = '(max-width: 1249px)';

/** Props of {@link Queue}. */
export interface QueueProps<Row, Tab extends string> {
  /** Name of the list for a screen reader. */
  readonly label: string;
  readonly tabs: readonly QueueTab<Tab>[];
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Key of the row whose thing is open; null when none is. */
  readonly openKey: string | null;
  readonly onOpen: (row: Row) => void;
  /** What a row shows, usually a {@link QueueLine}. */
  readonly line: (row: Row) => ReactNode;
  readonly pending: boolean;
  readonly hasMore: boolean;
  readonly onMore: () => void;
  /** Shown in place of the rows: an `EmptyState`, or the refusal. */
  readonly empty: ReactNode;
  /** Above the rows: import buttons and the like. */
  readonly tools?: ReactNode;
}

/** The list on the left of a desk: virtualised, walked with the arrow keys, opened with Enter. */
export function Queue<Row, Tab extends string>(props: QueueProps<Row, Tab>) {
  const { rows, rowKey, openKey, onOpen, hasMore, onMore } = props;
  const text = useText();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const at = Math.min(active, Math.max(rows.length - 1, 0));
  // oxlint-disable-next-line react/incompatible-library -- read in this component only, never handed to a memoised one
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;

  const fetchMore = useEffectEvent(onMore);
  useEffect(() => {
    if (hasMore && lastShown >= rows.length - FETCH_AHEAD) fetchMore();
  }, [hasMore, lastShown, rows.length]);

  const openIndex = openKey === null ? -1 : rows.findIndex((row) => rowKey(row) === openKey);
  const [followed, setFollowed] = useState(openIndex);
  if (openIndex !== followed) {
    setFollowed(openIndex);
    if (openIndex >= 0) setActive(openIndex);
  }

  const walk = (step: number): void => {
    const next = Math.min(Math.max(at + step, 0), rows.length - 1);
    setActive(next);
    virtual.scrollToIndex(next);
    scroller.current?.focus();
  };
  const open = (row: Row): void => {
    onOpen(row);
    // A list that lies folded beside the case folds away again.
    if (matchMedia(FOLDED).matches && document.activeElement === scroller.current) scroller.current?.blur();
  };
  const openActive = (): void => {
    const row = rows[at];
    if (row !== undefined) open(row);
  };
  useKeys([
    { combo: 'ArrowDown', label: text('frame.nextRow'), run: () => walk(1) },
    { combo: 'ArrowUp', label: text('frame.previousRow'), run: () => walk(-1) },
    { combo: 'Enter', label: text('frame.openRow'), run: openActive },
  ]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -rows.length,
      End: rows.length,
    };
    const step = steps[event.key];
    if (event.ctrlKey || event.metaKey || (step === undefined && event.key !== 'Enter')) return;
    event.preventDefault();
    if (step === undefined) openActive();
    else walk(step);
  };

  return (
    <section className="queue" aria-label={text('common.queue')}>
      <QueueTabs tabs={props.tabs} tab={props.tab} onTab={props.onTab} panelId={`${id}-panel`} />
      {props.tools === undefined ? null : <div className="queue-tools">{props.tools}</div>}
      <div className="queue-panel" role="tabpanel" id={`${id}-panel`} aria-label={props.label}>
        {rows.length === 0 ? (
          props.pending ? (
            <p className="queue-note" role="status">
              {text('common.loading')}
            </p>
          ) : (
            props.empty
          )
        ) : (
          <div
            ref={scroller}
            className="queue-rows"
            role="listbox"
            tabIndex={0}
            aria-label={props.label}
            aria-activedescendant={`${id}-${at}`}
            onKeyDown={onKeyDown}
          >
            <div role="presentation" className="queue-height" style={{ height: virtual.getTotalSize() }}>
              {items.map(({ index, start }) => {
                const row = rows[index];
                if (row === undefined) return null;
                return (
                  <div
                    key={rowKey(row)}
                    id={`${id}-${index}`}
                    role="option"
                    aria-selected={index === openIndex}
                    aria-posinset={index + 1}
                    aria-setsize={hasMore ? -1 : rows.length}
                    className={`queue-row${index === at ? ' queue-active' : ''}${index === openIndex ? ' queue-open' : ''}`}
                    style={{ transform: `translateY(${start}px)` }}
                    onClick={() => {
                      setActive(index);
                      open(row);
                    }}
                  >
                    {props.line(row)}
                  </div>
                );
              })}
            </div>
          </div>
        )}
      </div>
    </section>
  );
}
