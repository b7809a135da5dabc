import { useCommand } from '#renderer/client/use-command.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useCaseSearch } from './case-search.tsx';

interface Props {
  readonly parcelId: string;
  readonly onClose: () => void;
}

/** Gives a parcel another case that nobody announced with its waybill. */
export function AddCaseDialog(props: Props) {
  const text = useText();
  return (
    <Dialog title={text('reception.addCaseTitle')} size="medium" onClose={props.onClose}>
      <AddCase {...props} />
    </Dialog>
  );
}

function AddCase({ parcelId, onClose }: Props) {
  const text = useText();
  const { run, pending, failure } = useCommand('parcel.match');
  const { target, view } = useCaseSearch(text('receiving.findCase'), text('receiving.orphanDetail'));
  const add = async (caseId: string): Promise<void> => {
    if ((await run({ parcelId, caseId })).ok) onClose();
  };
  return (
    <DialogForm
      submitLabel={text('reception.addCaseConfirm')}
      pending={pending}
      problem={failure?.text ?? null}
      disabledReason={target === undefined ? text('receiving.chooseCase') : null}
      onSubmit={() => {
        if (target !== undefined) void add(target.id);
      }}
      onCancel={onClose}
    >
      {view}
    </DialogForm>
  );
}
