import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { useText } from '#renderer/ui/language.tsx';
import type { CaseDialogProps } from './decide-dialog.tsx';

/** Gives an expert a seat; who has a tie to the enterprise or a part in the case is refused with the reason. */
export function AssignDialog({ view, onDone, onClose }: CaseDialogProps) {
  const text = useText();
  const { data: people = [] } = useQuery('person.list', {});
  const { failure, pending, run } = useCommand('panel.assign');
  const [chosen, setChosen] = useState<string | null>(null);
  const experts = people.filter(
    ({ disabled, id, roles }) =>
      roles.includes('expert') && !disabled && !view.panel.seats.some(({ personId }) => personId === id),
  );
  const personId = chosen ?? experts[0]?.id ?? null;
  const name = experts.find(({ id }) => id === personId)?.name ?? '';
  const send = async (): Promise<void> => {
    if (personId === null) return;
    const reply = await run({ caseId: view.id, personId });
    if (reply.ok) onDone(text('panel.assignedSaved', { name }));
  };
  return (
    <Dialog title={text('panel.assignTitle', { product: view.productName })} onClose={onClose}>
      <DialogForm
        submitLabel={text('panel.assign')}
        pending={pending}
        problem={failure?.text ?? null}
        disabledReason={personId === null ? text('panel.noExperts') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <p className="dim">{text('panel.assignDetail')}</p>
        <Choice
          label={text('panel.expert')}
          options={experts.map(({ id, name: label }) => ({ value: id as string, label }))}
          value={personId}
          onChange={setChosen}
        />
      </DialogForm>
    </Dialog>
  );
}
