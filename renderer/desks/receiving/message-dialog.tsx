import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { useMessageWords } from './message-words.tsx';

/** Templates another deed fills in. */
const WITH_A_DEED = ['papers-wanted'];
const NO_VALUES = (): Readonly<Record<string, string>> => ({});

/** Writes a message to the applicant from a template. */
export function MessageDialog({
  caseId,
  onDone,
  onClose,
}: {
  readonly caseId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const prepare = useCommand('message.prepare');
  const templates = (useQuery('message.templates', {}).data ?? []).filter(({ id }) => !WITH_A_DEED.includes(id));
  const [template, setTemplate] = useState('free');
  const { words, fields } = useMessageWords(caseId, template, NO_VALUES, prepare.fieldErrors);
  const send = async (): Promise<void> => {
    const reply = await prepare.run({ caseId, template, ...words });
    if (reply.ok) onDone();
  };
  return (
    <Dialog title={text('papers.writeTitle')} size="medium" onClose={onClose}>
      <DialogForm
        submitLabel={text('papers.prepare')}
        pending={prepare.pending}
        problem={prepare.failure?.text ?? null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <Choice
          label={text('papers.template')}
          value={template}
          options={templates.map(({ id, name }) => ({ value: id, label: name[language] }))}
          onChange={setTemplate}
        />
        {fields}
      </DialogForm>
    </Dialog>
  );
}
