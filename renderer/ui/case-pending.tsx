import type { ReactNode } from 'react';
import { DeskLayout } from './desk-layout.tsx';
import { useText } from './language.tsx';
import { Notice } from './notice.tsx';

/** A desk whose case is not there yet: on its way, or why it could not be opened. */
export function CasePending({ queue, problem }: { readonly queue: ReactNode; readonly problem: string | null }) {
  const text = useText();
  return (
    <DeskLayout queue={queue}>
      {problem === null ? <p role="status">{text('common.loading')}</p> : <Notice kind="error">{problem}</Notice>}
    </DeskLayout>
  );
}
