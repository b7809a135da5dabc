import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '#shared/domain/demo-people.ts';
import { StartPage } from './start-page.tsx';

/** Login and password; a demo shows its sample people to sign in with one press. */
export function SignIn({ demo }: { readonly demo: boolean }) {
  const text = useText();
  const { run, pending, failure, fieldErrors } = useCommand('session.sign-in');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const signIn = async (name: string, secret: string): Promise<void> => {
    const reply = await run({ login: name, password: secret });
    if (!reply.ok) setPassword('');
  };
  return (
    <StartPage title={text('start.signInTitle')} detail={text('frame.title')} wide={demo}>
      <div className={demo ? 'start-columns' : ''}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void signIn(login, password);
          }}
        >
          {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
          <TextField
            label={text('start.login')}
            error={fieldErrors['login']}
            autoFocus
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={login}
            onValue={setLogin}
          />
          <TextField
            label={text('start.password')}
            error={fieldErrors['password']}
            type="password"
            autoComplete="current-password"
            value={password}
            onValue={setPassword}
          />
          <div className="row-end">
            <ActionButton tone="primary" pending={pending} submit>
              {text('start.signIn')}
            </ActionButton>
          </div>
        </form>
        {demo ? (
          <section aria-label={text('start.demoPeople', { password: DEMO_PASSWORD })} className="stack">
            <h2>{text('start.demoPeople', { password: DEMO_PASSWORD })}</h2>
            <ul className="demo-people">
              {DEMO_PEOPLE.map((person) => (
                <li key={person.login}>
                  <button type="button" onClick={() => void signIn(person.login, DEMO_PASSWORD)}>
                    <span className="face" aria-hidden="true">
                      {person.name.slice(0, 1)}
                    </span>
                    <span>
                      {person.name}
                      <span className="dim small">
                        {person.roles.map((role) => text(`role.${role}`)).join(' · ')} · {person.login}
                      </span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </StartPage>
  );
}
