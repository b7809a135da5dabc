import type { CaseRow } from '#shared/contract/cases.ts';
import type { AwardRow } from '#shared/contract/papers.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { ConfirmWithPin } from '#renderer/ui/confirm-with-pin.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { NumberList } from './reprint-dialog.tsx';

/** Shows exactly which cases get a number, asks for the password, and gives them. */
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
  const send = async (password: string): Promise<void> => {
    const reply = await issue.run({ caseIds: cases.map(({ id }) => id), password });
    if (reply.ok) onIssued(reply.value);
  };
  return (
    <ConfirmWithPin
      title={text('printing.issueTitle', { count: cases.length })}
      confirmLabel={text('printing.issue', { count: cases.length })}
      pending={issue.pending}
      problem={issue.failure?.text ?? null}
      onConfirm={(password) => void send(password)}
      onCancel={onClose}
    >
      <p>{text('printing.willIssue')}</p>
      <NumberList
        numbers={cases.map(({ id, productName, enterpriseName }) => `${id} · ${productName} · ${enterpriseName}`)}
      />
    </ConfirmWithPin>
  );
}
