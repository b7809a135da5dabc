import { Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Panel } from '#renderer/ui/panel.tsx';

/** Joins this desk to a platform with the address and one-time code its administrator gives. */
export function EnrolForm({ onEnrolled }: { readonly onEnrolled: (origin: string) => void }) {
  const text = useText();
  const { run, pending, failure, fieldErrors } = useCommand('sync.enrol');
  const [origin, setOrigin] = useState('');
  const [code, setCode] = useState('');
  const enrol = async (): Promise<void> => {
    const reply = await run({ origin: origin.trim(), code });
    if (reply.ok) onEnrolled(origin.trim());
  };
  const namesField = Object.keys(fieldErrors).length > 0;
  return (
    <Panel title={text('platform.enrol')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void enrol();
        }}
      >
        <p className="dim">{text('platform.enrolDetail')}</p>
        {failure === null || namesField ? null : <Notice kind="error">{failure.text}</Notice>}
        <Field label={text('platform.origin')} error={fieldErrors['origin']}>
          {(control) => (
            <Input
              {...control}
              inputMode="url"
              spellCheck={false}
              placeholder="https://"
              value={origin}
              onChange={(event) => setOrigin(event.target.value)}
            />
          )}
        </Field>
        <Field label={text('platform.code')} error={fieldErrors['code']}>
          {(control) => (
            <Input
              {...control}
              className="mono"
              data-scan="."
              autoComplete="off"
              spellCheck={false}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
        <div className="row-end">
          <ActionButton submit pending={pending}>
            {text('platform.enrol')}
          </ActionButton>
        </div>
      </form>
    </Panel>
  );
}
