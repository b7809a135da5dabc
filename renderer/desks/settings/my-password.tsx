import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
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
        <TextField
          label={text('settings.current')}
          error={fieldErrors['current']}
          type="password"
          autoComplete="current-password"
          value={current}
          onValue={setCurrent}
        />
        <TextField
          label={text('settings.next')}
          hint={text('start.passwordHint')}
          error={fieldErrors['next']}
          type="password"
          autoComplete="new-password"
          value={next}
          onValue={setNext}
        />
        <TextField
          label={text('settings.repeat')}
          error={differs ? text('settings.repeatWrong') : undefined}
          type="password"
          autoComplete="new-password"
          value={repeat}
          onValue={setRepeat}
        />
        <div className="row-end">
          <ActionButton submit pending={pending}>
            {text('settings.change')}
          </ActionButton>
        </div>
      </form>
    </Panel>
  );
}
