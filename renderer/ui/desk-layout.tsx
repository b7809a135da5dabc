import type { ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';
import { useKeys } from './keys.tsx';
import { useText } from './language.tsx';
import './desk-layout.css';

interface Columns {
  readonly queue?: ReactNode;
  readonly side?: ReactNode;
  /** The evidence viewer or a sheet, while one is open; null otherwise. */
  readonly reader?: ReactNode;
  readonly children: ReactNode;
}

/**
 * The shape of every desk: queue on the left, the case in the middle with its action bar, what
 * belongs to it on the right. While something is read, the queue steps aside: the case stands on
 * the left with what belongs to it under it, and the reader beside them.
 */
export function DeskLayout({ bar, children, ...columns }: Columns & { readonly bar?: ReactNode }) {
  return (
    <DeskColumns {...columns}>
      <DeskCase bar={bar}>{children}</DeskCase>
    </DeskColumns>
  );
}

/** The columns alone, for a desk whose middle changes while what stands beside it stays; the middle is a {@link DeskCase}. */
export function DeskColumns({ queue, side, reader, children }: Columns) {
  const text = useText();
  const reading = reader !== undefined && reader !== null;
  const columns = `${queue === undefined ? '' : 'q'}c${side === undefined ? '' : 's'}`;
  return (
    <div
      className={reading ? `desk desk-reading${side === undefined ? '' : ' desk-with-side'}` : `desk desk-${columns}`}
    >
      {queue}
      {children}
      {side === undefined ? null : (
        <aside className="desk-side" aria-label={text('common.side')} tabIndex={0}>
          {side}
        </aside>
      )}
      {reading ? <div className="desk-reader">{reader}</div> : null}
    </div>
  );
}

/** The middle of a desk: what scrolls, and the action bar under it. */
export function DeskCase({ bar, children }: { readonly bar?: ReactNode; readonly children: ReactNode }) {
  const text = useText();
  return (
    <section className="desk-case" aria-label={text('common.details')}>
      <div className="desk-scroll" tabIndex={-1}>
        {children}
      </div>
      {bar}
    </section>
  );
}

/** The next sensible action of a screen. */
export interface PrimaryAction {
  readonly label: string;
  readonly onPress: () => void;
  readonly pending?: boolean;
  /** Why it cannot be done now; null when it can. */
  readonly disabledReason?: string | null;
}

/** The bar under a case: what the person should know, other actions, and the one red button (Ctrl Enter). */
export function ActionBar({
  info,
  primary,
  children,
}: {
  readonly info?: ReactNode;
  readonly primary?: PrimaryAction | undefined;
  /** Other actions, left of the primary one. */
  readonly children?: ReactNode;
}) {
  const text = useText();
  const ready = primary !== undefined && (primary.disabledReason ?? null) === null && primary.pending !== true;
  useKeys(ready ? [{ combo: 'Ctrl+Enter', label: primary.label, run: primary.onPress }] : []);
  return (
    <footer className="action-bar" role="group" aria-label={text('common.actions')}>
      <div className="action-info">{info}</div>
      {children}
      {primary === undefined ? null : (
        <ActionButton
          tone="primary"
          combo="Ctrl+Enter"
          pending={primary.pending ?? false}
          disabledReason={primary.disabledReason ?? null}
          onPress={primary.onPress}
        >
          {primary.label}
        </ActionButton>
      )}
    </footer>
  );
}
