import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { showClock } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { Person } from '#shared/contract/people.ts';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { RolesDialog } from './roles-dialog.tsx';

/** Who works here and what they may do; administrators add people, give roles and disable accounts. */
export function People({ mayManage, me }: { readonly mayManage: boolean; readonly me: string }) {
  const text = useText();
  const { data: people, failure } = useQuery('person.list', {});
  const disabling = useCommand('person.set-disabled');
  const [open, setOpen] = useState<'add' | Person | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const now = (): string => showClock(new Date().toISOString());
  const setDisabled = async (person: Person): Promise<void> => {
    setSaved(null);
    const reply = await disabling.run({ personId: person.id, disabled: !person.disabled });
    if (!reply.ok) return;
    setSaved(
      text(reply.value.disabled ? 'settings.disabledDone' : 'settings.enabledDone', { at: now(), name: person.name }),
    );
  };
  const problem = failure ?? disabling.failure;
  const actions = {
    key: 'actions',
    title: text('common.actions'),
    render: (person: Person) => (
      <span className="people-actions">
        <ActionButton
          tone="quiet"
          label={`${text('settings.edit')} ${person.name}`}
          onPress={() => {
            setSaved(null);
            setOpen(person);
          }}
        >
          {text('settings.edit')}
        </ActionButton>
        <ActionButton
          tone="quiet"
          label={`${text(person.disabled ? 'settings.enable' : 'settings.disable')} ${person.name}`}
          disabledReason={person.id === me ? text('settings.notYourself') : null}
          onPress={() => void setDisabled(person)}
        >
          {text(person.disabled ? 'settings.enable' : 'settings.disable')}
        </ActionButton>
      </span>
    ),
  };
  return (
    <Panel
      title={text('settings.people')}
      extra={
        mayManage ? (
          <ActionButton tone="primary" onPress={() => setOpen('add')}>
            {text('settings.add')}
          </ActionButton>
        ) : null
      }
    >
      {problem === null ? null : <Notice kind="error">{problem.text}</Notice>}
      {saved === null ? null : (
        <Notice kind="saved" onClose={() => setSaved(null)}>
          {saved}
        </Notice>
      )}
      <DataTable
        label={text('settings.people')}
        rows={people ?? []}
        rowKey={(person) => person.id}
        columns={[
          {
            key: 'name',
            title: text('settings.name'),
            render: (person) => (
              <>
                {person.name} {person.id === me ? <Tag>{text('settings.you')}</Tag> : null}
              </>
            ),
          },
          { key: 'login', title: text('settings.login'), render: ({ login }) => <span className="mono">{login}</span> },
          {
            key: 'roles',
            title: text('settings.roles'),
            wraps: true,
            render: ({ roles }) => roles.map((role) => text(`role.${role}`)).join(' · '),
          },
          {
            key: 'state',
            title: text('settings.state'),
            render: ({ disabled }) => (
              <Tag tone={disabled ? 'bad' : 'good'}>{text(disabled ? 'settings.disabled' : 'settings.active')}</Tag>
            ),
          },
          ...(mayManage ? [actions] : []),
        ]}
      />
      {open === 'add' ? (
        <AddPersonDialog
          onClose={() => setOpen(null)}
          onAdded={(person) => {
            setOpen(null);
            setSaved(text('settings.added', { at: now(), name: person.name }));
          }}
        />
      ) : null}
      {open === null || open === 'add' ? null : (
        <RolesDialog
          person={open}
          onClose={() => setOpen(null)}
          onSaved={(person) => {
            setOpen(null);
            setSaved(text('settings.editSaved', { at: now(), name: person.name }));
          }}
        />
      )}
    </Panel>
  );
}
