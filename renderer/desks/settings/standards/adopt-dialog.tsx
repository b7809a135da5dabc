import { useState } from 'react';
import { isPlainDate } from '#shared/base/plain-date.ts';
import type { StandardVersion } from '#shared/contract/standards.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { ConfirmWithPin } from '#renderer/ui/confirm-with-pin.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { typedDate } from '#renderer/ui/typed-date.ts';

/** What a dialog about a version is given. */
export interface VersionDialogProps {
  readonly version: StandardVersion;
  readonly onDone: (message: string) => void;
  readonly onClose: () => void;
}

/** Sets the day a draft takes effect, with what that will do and the password. */
export function AdoptDialog({ version, onDone, onClose }: VersionDialogProps) {
  const text = useText();
  const { failure, fieldErrors, pending, run } = useCommand('standard.adopt');
  const [day, setDay] = useState(useSession().data?.today ?? '');
  const effectiveFrom = typedDate(day);
  const confirm = async (password: string): Promise<void> => {
    const reply = await run({ sha256: version.sha256, effectiveFrom, password });
    if (!reply.ok) return;
    const { adoptedAt, adoptedBy, effectiveFrom: date } = reply.value;
    const values = { version: version.version, date: date ?? '', by: adoptedBy ?? '', at: showMoment(adoptedAt ?? '') };
    onDone(text('standards.adopted', values));
  };
  return (
    <ConfirmWithPin
      title={text('standards.adoptTitle', { version: version.version })}
      confirmLabel={text('standards.adopt')}
      pending={pending}
      problem={failure?.text ?? null}
      onConfirm={(password) => void confirm(password)}
      onCancel={onClose}
    >
      <TextField
        label={text('standards.effectiveFrom')}
        hint={text('standards.effectiveHint')}
        error={fieldErrors['effectiveFrom']}
        value={day}
        onValue={setDay}
      />
      {isPlainDate(effectiveFrom) ? (
        <p>{text('standards.adoptWill', { date: effectiveFrom, version: version.version })}</p>
      ) : null}
    </ConfirmWithPin>
  );
}
