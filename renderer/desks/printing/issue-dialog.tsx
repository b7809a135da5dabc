import type { CaseRow } from '#shared/contract/cases.ts';
import type { AwardRow } from '#shared/contract/papers.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { NumberList } from './reprint-dialog.tsx';

/** Shows exactly which cases get a number, and gives them. */
export function IssueDialog({
  cases,
  onIssued,
  onClose,
}: {
  readonly cases: readonly CaseRow[];
  readonly onIssued: (awards: readonly AwardRow[]) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const issue = useCommand('award.issue');
  const send = async (): Promise<void> => {
    const reply = await issue.run({ caseIds: cases.map(({ id }) => id) });
    if (reply.ok) onIssued(reply.value);
  };
  return (
    <Dialog title={text('printing.issueTitle', { count: cases.length })} size="medium" onClose={onClose}>
      <DialogForm
        submitLabel={text('printing.issue', { count: cases.length })}
        pending={issue.pending}
        problem={issue.failure?.text ?? null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <p>{text('printing.willIssue')}</p>
        <NumberList
          numbers={cases.map(({ id, productName, enterpriseName }) => `${id} · ${productName} · ${enterpriseName}`)}
        />
        <p className="dim">{text('common.irreversible')}</p>
      </DialogForm>
    </Dialog>
  );
}
