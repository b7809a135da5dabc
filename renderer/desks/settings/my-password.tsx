import { Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { showClock } from '#renderer/ui/show-time.ts';

/** Changes the password of the person who sits here. */
export function MyPassword() {
  const text = useText();
  const { run, pending, failure, fieldErrors } = useCommand('person.change-password');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const [differs, setDiffers] = useState(false);
  const [changedAt, setChangedAt] = useState<string | null>(null);
  const change = async (): Promise<void> => {
    setChangedAt(null);
    setDiffers(next !== repeat);
    if (next !== repeat) return;
    const reply = await run({ current, next });
    if (!reply.ok) return;
    setCurrent('');
    setNext('');
    setRepeat('');
    setChangedAt(new Date().toISOString());
  };
  const namesField = Object.keys(fieldErrors).length > 0;
  return (
    <Panel title={text('settings.mine')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        {failure === null || namesField ? null : <Notice kind="error">{failure.text}</Notice>}
        {changedAt === null ? null : (
          <Notice kind="saved">{text('settings.changed', { at: showClock(changedAt) })}</Notice>
        )}
        <Field label={text('settings.current')} error={fieldErrors['current']}>
          {(control) => (
            <Input
              {...control}
              type="password"
              autoComplete="current-password"
              value={current}
              onChange={(event) => setCurrent(event.target.value)}
            />
          )}
        </Field>
        <Field label={text('settings.next')} hint={text('start.passwordHint')} error={fieldErrors['next']}>
          {(control) => (
            <Input
              {...control}
              type="password"
              autoComplete="new-password"
              value={next}
              onChange={(event) => setNext(event.target.value)}
            />
          )}
        </Field>
        <Field label={text('settings.repeat')} error={differs ? text('settings.repeatWrong') : undefined}>
          {(control) => (
            <Input
              {...control}
              type="password"
              autoComplete="new-password"
              value={repeat}
              onChange={(event) => setRepeat(event.target.value)}
            />
          )}
        </Field>
        <div className="row-end">
          <ActionButton submit pending={pending}>
            {text('settings.change')}
          </ActionButton>
        </div>
      </form>
    </Panel>
  );
}
