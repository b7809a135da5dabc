import { Select } from 'antd';
import { useState } from 'react';
import { Dialog } from './dialog.tsx';
import { DialogForm } from './dialog-form.tsx';
import { Field } from './field.tsx';
import { useText } from './language.tsx';
import type { BoardPhoto, PhotoDeeds } from './photo-board.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

interface Props {
  readonly photo: BoardPhoto;
  readonly deeds: PhotoDeeds;
  readonly onClose: () => void;
}

/** Asks where a photo belongs instead. */
export function MovePhoto({ photo, deeds, onClose }: Props) {
  const text = useText();
  const [place, setPlace] = useState(deeds.places[0]?.value ?? '');
  const { pending, problem, run } = useTry(onClose);
  return (
    <Dialog title={text('photo.moveTitle', { name: photo.name })} onClose={onClose}>
      <DialogForm
        submitLabel={text('photo.moveConfirm')}
        pending={pending}
        problem={problem}
        onSubmit={() => run(() => deeds.move(photo.id, place))}
        onCancel={onClose}
      >
        <Field label={text('photo.moveTo')}>
          {(control) => (
            <Select
              {...control}
              className="wide"
              showSearch={{ optionFilterProp: 'label' }}
              options={[...deeds.places]}
              value={place}
              onChange={setPlace}
            />
          )}
        </Field>
      </DialogForm>
    </Dialog>
  );
}

/** Asks why a photo no longer counts; it is struck out, never deleted. */
export function StrikePhoto({ photo, deeds, onClose }: Props) {
  const text = useText();
  const { pending, problem, run } = useTry(onClose);
  return (
    <ReasonDialog
      title={text('photo.strikeTitle', { name: photo.name })}
      label={text('photo.strikeReason')}
      hint={text('photo.strikeHint')}
      submitLabel={text('photo.strikeConfirm')}
      pending={pending}
      problem={problem}
      onReason={(reason) => run(() => deeds.strike(photo.id, reason))}
      onClose={onClose}
    />
  );
}

/** One try at a time; closes when it was done, shows the sentence when it was not. */
function useTry(onDone: () => void): {
  readonly pending: boolean;
  readonly problem: string | null;
  readonly run: (deed: () => Promise<string | null>) => void;
} {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const tryIt = async (deed: () => Promise<string | null>): Promise<void> => {
    setPending(true);
    const refused = await deed();
    setPending(false);
    setProblem(refused);
    if (refused === null) onDone();
  };
  return { pending, problem, run: (deed) => void tryIt(deed) };
}
