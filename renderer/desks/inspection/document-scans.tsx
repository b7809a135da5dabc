import type { DocumentView } from '#shared/contract/cases.ts';
import type { AttachmentView } from '#shared/contract/evidence.ts';
import { showRefusal } from '#renderer/client/refusal.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { AttachButton } from '#renderer/ui/attach-button.tsx';
import { needsRole } from '#renderer/ui/case-refusals.ts';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';

/** Scans of a paper among the files of its case. */
export const scansOf = (files: readonly AttachmentView[], document: DocumentView): readonly AttachmentView[] =>
  files.filter(({ owner }) => owner.kind === 'document' && owner.id === document.id);

/** Attaches scans to the chosen paper and opens them beside the case. */
export function DocumentScans({
  document,
  scans,
  onOpen,
  onSaid,
  onProblems,
}: {
  readonly document: DocumentView;
  readonly scans: readonly AttachmentView[];
  readonly onOpen: () => void;
  readonly onSaid: (message: string) => void;
  readonly onProblems: (problems: readonly string[]) => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const keep = useCommand('attachment.keep');
  const attaches = useRight('evidence.attach');
  return (
    <>
      <AttachButton
        label={text('evidence.attachNamed', { title: document.title })}
        disabledReason={attaches ? null : needsRole('evidence.attach', text)}
        onDone={onProblems}
        onFile={async ({ content, name }) => {
          const reply = await keep.run({ owner: { kind: 'document', id: document.id, slot: '' }, name, content });
          if (!reply.ok) return showRefusal(reply.failure, language).text;
          const { at, by } = reply.value;
          onSaid(text('evidence.attached', { name, title: document.title, by, at: showMoment(at) }));
          return null;
        }}
      >
        {text('evidence.attach')}
      </AttachButton>
      <ActionButton combo="O" disabledReason={scans.length === 0 ? text('evidence.noScanYet') : null} onPress={onOpen}>
        {text('evidence.seeScan')}
      </ActionButton>
    </>
  );
}
