import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Person } from '#shared/contract/people.ts';
import type { Role } from '#shared/domain/roles.ts';
import { RoleBoxes } from './role-boxes.tsx';

/** Adds a person with an account. */
export function AddPersonDialog({
  onClose,
  onAdded,
}: {
  readonly onClose: () => void;
  readonly onAdded: (person: Person) => void;
}) {
  const text = useText();
  const { run, pending, failure, fieldErrors } = useCommand('person.add');
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const add = async (): Promise<void> => {
    const reply = await run({ name, login, password, roles });
    if (reply.ok) onAdded(reply.value);
  };
  const namesField = Object.keys(fieldErrors).length > 0;
  return (
    <Dialog title={text('settings.add')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        {failure === null || namesField ? null : <Notice kind="error">{failure.text}</Notice>}
        <TextField label={text('settings.name')} error={fieldErrors['name']} autoFocus value={name} onValue={setName} />
        <TextField
          label={text('settings.login')}
          hint={text('start.loginHint')}
          error={fieldErrors['login']}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={login}
          onValue={setLogin}
        />
        <TextField
          label={text('settings.password')}
          hint={text('settings.passwordHint')}
          error={fieldErrors['password']}
          type="password"
          autoComplete="new-password"
          value={password}
          onValue={setPassword}
        />
        <RoleBoxes
          chosen={roles}
          error={fieldErrors['roles'] === undefined ? undefined : text('settings.rolesNeeded')}
          onChange={setRoles}
        />
        <div className="row-end">
          <ActionButton onPress={onClose}>{text('common.cancel')}</ActionButton>
          <ActionButton tone="primary" submit pending={pending}>
            {text('settings.add')}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
