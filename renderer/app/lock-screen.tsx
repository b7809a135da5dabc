import { Input } from 'antd';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { KeyLayer } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { StartPage } from './start-page.tsx';
import { useSignOut } from './use-sign-out.ts';

/**
 * Covers the desks, an open dialog included, until the person who locked them is back; their screens stay as
 * they were. A dialog of its own, because nothing else lies above one and keeps the keyboard from it.
 */
export function LockScreen({ name }: { readonly name: string }) {
  const text = useText();
  const { run, pending, failure } = useCommand('session.unlock');
  const { signOut, pending: leaving } = useSignOut();
  const [password, setPassword] = useState('');
  const element = useRef<HTMLDialogElement>(null);
  const before = useRef<Element | null>(null);
  // Before the browser takes the focus from what is hidden now.
  useLayoutEffect(() => {
    before.current = document.activeElement;
    element.current?.showModal();
    element.current?.querySelector('input')?.focus();
  }, []);
  // After what was hidden is shown again.
  useEffect(
    () => () => {
      if (before.current instanceof HTMLElement) before.current.focus();
    },
    [],
  );
  const unlock = async (): Promise<void> => {
    await run({ password });
    setPassword('');
  };
  return (
    <dialog
      ref={element}
      className="lock"
      aria-label={text('start.locked')}
      closedby="none"
      onCancel={(event) => event.preventDefault()}
    >
      <KeyLayer>
        <StartPage title={text('start.locked')} detail={text('start.lockedDetail', { name })}>
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              void unlock();
            }}
          >
            {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
            <Field label={text('start.password')}>
              {(control) => (
                <Input
                  {...control}
                  type="password"
                  autoComplete="current-password"
                  value={password}
                  onChange={(event) => setPassword(event.target.value)}
                />
              )}
            </Field>
            <div className="row-end">
              <ActionButton pending={leaving} onPress={() => void signOut()}>
                {text('start.other')}
              </ActionButton>
              <ActionButton tone="primary" pending={pending} submit>
                {text('start.unlock')}
              </ActionButton>
            </div>
          </form>
        </StartPage>
      </KeyLayer>
    </dialog>
  );
}
