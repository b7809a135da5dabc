import { Progress } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useEvent } from '#renderer/client/use-event.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { StartPage } from './start-page.tsx';

/** An empty workspace: take the demo, or make the first administrator. */
export function FirstStart() {
  const text = useText();
  return (
    <StartPage title={text('start.welcome')} detail={text('start.welcomeDetail')} wide>
      <div className="start-columns">
        <TakeDemo />
        <MakeFirst />
      </div>
    </StartPage>
  );
}

function TakeDemo() {
  const text = useText();
  const { run, pending, failure } = useCommand('demo.start');
  const [percent, setPercent] = useState(0);
  useEvent('import.progress', ({ done, total }) => setPercent(total === 0 ? 0 : Math.round((done / total) * 100)));
  return (
    <Panel title={text('start.demoTitle')}>
      <p>{text('start.demoDetail')}</p>
      {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
      {pending ? (
        <div role="status">
          <p className="dim">{text('start.demoStarting')}</p>
          <Progress percent={percent} status="active" aria-label={text('start.demoStarting')} />
        </div>
      ) : (
        <div className="row-end">
          <ActionButton onPress={() => void run({ job: true })}>{text('start.demoJob')}</ActionButton>
          <ActionButton tone="primary" onPress={() => void run({})}>
            {text('start.demoStart')}
          </ActionButton>
        </div>
      )}
    </Panel>
  );
}

function MakeFirst() {
  const text = useText();
  const { run, pending, failure, fieldErrors } = useCommand('person.create-first');
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const [deskCode, setDeskCode] = useState('01');
  const [differs, setDiffers] = useState(false);
  const submit = (): void => {
    setDiffers(password !== repeat);
    if (password === repeat) void run({ login, name, password, deskCode });
  };
  const hasFieldError = Object.keys(fieldErrors).length > 0;
  return (
    <Panel title={text('start.realTitle')}>
      <p>{text('start.realDetail')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {failure === null || hasFieldError ? null : <Notice kind="error">{failure.text}</Notice>}
        <TextField
          label={text('start.name')}
          error={fieldErrors['name']}
          autoComplete="name"
          value={name}
          onValue={setName}
        />
        <TextField
          label={text('start.login')}
          hint={text('start.loginHint')}
          error={fieldErrors['login']}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={login}
          onValue={setLogin}
        />
        <TextField
          label={text('start.password')}
          hint={text('start.passwordHint')}
          error={fieldErrors['password']}
          type="password"
          autoComplete="new-password"
          value={password}
          onValue={setPassword}
        />
        <TextField
          label={text('start.repeat')}
          error={differs ? text('start.repeatWrong') : undefined}
          type="password"
          autoComplete="new-password"
          value={repeat}
          onValue={setRepeat}
        />
        <TextField
          label={text('start.deskCode')}
          hint={text('start.deskCodeHint')}
          error={fieldErrors['deskCode']}
          inputMode="numeric"
          maxLength={2}
          value={deskCode}
          onValue={setDeskCode}
        />
        <div className="row-end">
          <ActionButton pending={pending} submit>
            {text('start.createFirst')}
          </ActionButton>
        </div>
      </form>
    </Panel>
  );
}
