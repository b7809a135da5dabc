import { useState } from 'react';
import type { CaseView, FindingValue } from '#shared/contract/cases.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { draftOf, valueOf } from './finding-draft.ts';
import { FindingFields } from './finding-fields.tsx';
import { findingText, type FindingKind } from './finding-words.ts';

/** Records one fact of a case; starts from what was recorded or reported last. */
export function FindingDialog({
  view,
  kind,
  from,
  today,
  onDone,
  onClose,
}: {
  readonly view: CaseView;
  readonly kind: FindingKind;
  readonly from: FindingValue | undefined;
  readonly today: string;
  readonly onDone: (message: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const record = useCommand('finding.record');
  const [draft, setDraft] = useState(() => draftOf(from, today));
  const made = valueOf(kind, draft);
  const name = text(`inspection.kind-${kind}`);
  const send = async (): Promise<void> => {
    if (!('value' in made)) return;
    const reply = await record.run({ caseId: view.id, finding: made.value });
    if (!reply.ok) return;
    const { by, at, value } = reply.value;
    onDone(text('inspection.recorded', { kind: name, value: findingText(value, text), by, at: showMoment(at) }));
  };
  return (
    <Dialog title={text('inspection.recordKind', { kind: name })} size="medium" onClose={onClose}>
      <DialogForm
        submitLabel={text('inspection.record')}
        pending={record.pending}
        problem={record.failure?.text ?? null}
        disabledReason={'gap' in made ? text('inspection.incomplete', { what: text(`inspection.${made.gap}`) }) : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <FindingFields
          kind={kind}
          draft={draft}
          errors={record.fieldErrors}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
      </DialogForm>
    </Dialog>
  );
}
