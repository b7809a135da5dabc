import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { textIn, useText } from '#renderer/ui/language.tsx';
import type { CaseView, DocumentView } from '#shared/contract/cases.ts';
import type { MessageLanguage } from '#shared/domain/applicant-message.ts';
import type { ReviewRules } from '#shared/domain/document-checklist.ts';
import { DOCUMENT_KINDS, type ChainLink, type DocumentKind } from '#shared/domain/star/dossier.ts';
import { useMessageWords } from './message-words.tsx';
import { paperName, standing } from './papers-words.ts';

/** What is asked for in place of a rejected paper, in the applicant's language where the reason is a common one. */
function askFor(paper: DocumentView, rules: ReviewRules, language: MessageLanguage): string {
  const name = paperName(paper, (key, values) => textIn(language, key, values));
  const reason = rules.reasons.find(({ id }) => id === paper.reasonCode)?.[language] ?? paper.reason ?? '';
  return textIn(language, 'papers.wantedLine', { name, reason });
}

/** Returns a case to its applicant: which papers are wanted, and the message that says so. */
export function PapersReturnDialog({
  view,
  rules,
  onDone,
  onClose,
}: {
  readonly view: CaseView;
  readonly rules: ReviewRules;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const giveBack = useCommand('case.return');
  const rejected = standing(view).filter(({ check }) => check === 'rejected');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [more, setMore] = useState<DocumentKind | null>(null);
  const wantedIn = (language: MessageLanguage) => [
    ...rejected
      .filter(({ id }) => !left.has(id))
      .map((paper) => ({
        documentId: paper.id,
        kind: paper.kind as DocumentKind,
        link: paper.link as ChainLink | null,
        what: askFor(paper, rules, language).slice(0, 300),
      })),
    ...(more === null ? [] : [{ kind: more, what: textIn(language, `ladder.document-${more}`) }]),
  ];
  const { words, fields } = useMessageWords(
    view.id,
    'papers-wanted',
    (language) => {
      const lines = wantedIn(language).map(({ what }, index) => `${index + 1}. ${what}`);
      return lines.length === 0 ? {} : { papers: lines.join('\n') };
    },
    giveBack.fieldErrors,
  );
  const wanted = wantedIn(words.language);
  const send = async (): Promise<void> => {
    const reply = await giveBack.run({ caseId: view.id, wanted, ...words });
    if (reply.ok) onDone();
  };
  const choose = (id: string, on: boolean): void => {
    const next = new Set(left);
    if (on) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  return (
    <Dialog title={text('papers.giveBackTitle')} size="medium" onClose={onClose}>
      <DialogForm
        submitLabel={text('papers.giveBack')}
        pending={giveBack.pending}
        problem={giveBack.failure?.text ?? null}
        disabledReason={wanted.length === 0 ? text('papers.giveBackNone') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <fieldset className="wanted-papers">
          <legend>{text('papers.giveBackWanted')}</legend>
          {rejected.map((paper) => (
            <Checkbox
              key={paper.id}
              checked={!left.has(paper.id)}
              onChange={(event) => choose(paper.id, event.target.checked)}
            >
              {askFor(paper, rules, words.language)}
            </Checkbox>
          ))}
        </fieldset>
        {fields}
        <Field label={text('papers.giveBackMore')} optional>
          {({ status, ...control }) => (
            <Select
              {...control}
              status={status}
              value={more ?? ''}
              options={[
                { value: '', label: text('papers.giveBackMoreNone') },
                ...DOCUMENT_KINDS.map((kind) => ({ value: kind, label: text(`ladder.document-${kind}`) })),
              ]}
              onChange={(kind: DocumentKind | '') => setMore(kind === '' ? null : kind)}
            />
          )}
        </Field>
      </DialogForm>
    </Dialog>
  );
}
