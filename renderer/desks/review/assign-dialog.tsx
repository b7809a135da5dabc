import { useId, useState } from 'react';
import type { PersonId } from '#shared/base/ids.ts';
import type { PanelCandidate } from '#shared/contract/panels.ts';
import { showRefusal } from '#renderer/client/refusal.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { dayOf } from '#renderer/ui/show-time.ts';
import type { CaseDialogProps } from './decide-dialog.tsx';

/** Gives an expert a seat; each stands there with what ties them to the case, and why they cannot sit where they cannot. */
export function AssignDialog({ view, onDone, onClose }: CaseDialogProps) {
  const text = useText();
  const { data: candidates = [], failure: unknown } = useQuery('panel.candidates', { caseId: view.id });
  const { failure, pending, run } = useCommand('panel.assign');
  const [chosen, setChosen] = useState<PersonId | null>(null);
  const free = candidates.filter(({ mayNotSit }) => mayNotSit === null);
  const expert = free.find(({ personId }) => personId === chosen) ?? free[0];
  const send = async (): Promise<void> => {
    if (expert === undefined) return;
    const reply = await run({ caseId: view.id, personId: expert.personId });
    if (reply.ok) onDone(text('panel.assignedSaved', { name: expert.name }));
  };
  return (
    <Dialog title={text('panel.assignTitle', { product: view.productName })} size="medium" onClose={onClose}>
      <DialogForm
        submitLabel={text('panel.assign')}
        pending={pending}
        problem={(failure ?? unknown)?.text ?? null}
        disabledReason={expert === undefined ? text('panel.noExperts') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <p className="dim">{text('panel.assignDetail')}</p>
        <Candidates candidates={candidates} chosen={expert?.personId ?? null} onChoose={setChosen} />
      </DialogForm>
    </Dialog>
  );
}

function Candidates({
  candidates,
  chosen,
  onChoose,
}: {
  readonly candidates: readonly PanelCandidate[];
  readonly chosen: PersonId | null;
  readonly onChoose: (personId: PersonId) => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const name = useId();
  return (
    <fieldset className="candidates">
      <legend className="small dim">{text('panel.expert')}</legend>
      {candidates.map((one) => (
        <label key={one.personId}>
          <input
            type="radio"
            name={name}
            value={one.personId}
            checked={one.personId === chosen}
            disabled={one.mayNotSit !== null}
            onChange={() => onChoose(one.personId)}
          />
          <span>{one.name}</span>
          <span className="dim small">
            {one.mayNotSit === null
              ? [
                  ...one.inCase.map((touch) => text(`panel.in-${touch}`)),
                  ...(one.earlier === null
                    ? []
                    : [text('panel.earlierCases', { cases: one.earlier.cases, day: dayOf(one.earlier.lastAt) })]),
                ].join(text('ladder.listJoin'))
              : showRefusal(one.mayNotSit, language).text}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
