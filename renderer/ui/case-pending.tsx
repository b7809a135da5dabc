import type { ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';
import { DeskLayout } from './desk-layout.tsx';
import { useText } from './language.tsx';
import { useNavigation } from './navigation.tsx';
import { Notice } from './notice.tsx';

/** A desk whose case is not there yet: on its way, or why it could not be opened and the way back. */
export function CasePending({ queue, problem }: { readonly queue: ReactNode; readonly problem: string | null }) {
  const text = useText();
  const { open } = useNavigation();
  return (
    <DeskLayout queue={queue}>
      {problem === null ? (
        <p role="status">{text('common.loading')}</p>
      ) : (
        <>
          <Notice kind="error">{problem}</Notice>
          <div>
            <ActionButton onPress={() => open(null)}>{text('common.backToList')}</ActionButton>
          </div>
        </>
      )}
    </DeskLayout>
  );
}
