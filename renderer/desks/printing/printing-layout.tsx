import type { ReactNode } from 'react';
import { DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';

/** What every tab of the printing desk stands in: the tabs and what was last saved. */
export interface PrintingFrame {
  readonly tabs: ReactNode;
  readonly panelId: string;
  readonly said: string | null;
  readonly onHeard: () => void;
}

/** The desk's shape: tabs over a wide table, what is chosen beside it. */
export function PrintingLayout({
  frame,
  side,
  bar,
  children,
}: {
  readonly frame: PrintingFrame;
  readonly side?: ReactNode;
  readonly bar?: ReactNode;
  readonly children: ReactNode;
}) {
  const text = useText();
  return (
    <DeskLayout side={side} bar={bar}>
      <h1 className="unseen">{text('frame.printing')}</h1>
      <div className="printing-tabs">{frame.tabs}</div>
      {frame.said === null ? null : (
        <Notice kind="saved" onClose={frame.onHeard}>
          {frame.said}
        </Notice>
      )}
      <div id={frame.panelId} role="tabpanel" className="printing-panel">
        {children}
      </div>
    </DeskLayout>
  );
}
