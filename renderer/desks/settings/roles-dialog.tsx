import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { Person } from '#shared/contract/people.ts';
import { RoleBoxes } from './role-boxes.tsx';

/** Changes what a person may do. */
export function RolesDialog({
  person,
  onClose,
  onSaved,
}: {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onSaved: (person: Person) => void;
}) {
  const text = useText();
  const { run, pending, failure, fieldErrors } = useCommand('person.set-roles');
  const [roles, setRoles] = useState([...person.roles]);
  const save = async (): Promise<void> => {
    const reply = await run({ personId: person.id, roles });
    if (reply.ok) onSaved(reply.value);
  };
  return (
    <Dialog title={text('settings.editTitle', { name: person.name })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
        <RoleBoxes
          chosen={roles}
          error={fieldErrors['roles'] === undefined ? undefined : text('settings.rolesNeeded')}
          onChange={setRoles}
        />
        <div className="row-end">
          <ActionButton onPress={onClose}>{text('common.cancel')}</ActionButton>
          <ActionButton tone="primary" submit pending={pending}>
            {text('common.save')}
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
