import { useRef, useState, type DragEvent } from 'react';
import { useAttach } from '#renderer/client/use-attach.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { chosenFile } from '#renderer/ui/base64-file.ts';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';

/** Takes the report's file, chosen or dropped; what is no PDF is refused with why. */
export function AttachReport({
  reportId,
  disabledReason,
  onKept,
}: {
  readonly reportId: string;
  readonly disabledReason: string | null;
  readonly onKept: (words: string) => void;
}) {
  const text = useText();
  const attach = useAttach();
  const input = useRef<HTMLInputElement>(null);
  const [saving, setSaving] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined || disabledReason !== null) return;
    setProblem(null);
    setSaving(file.name);
    const { kept, problem: against } = await attach({ kind: 'external-report', id: reportId }, chosenFile(file));
    setSaving(null);
    setProblem(against);
    if (kept !== null) onKept(text('external.attached', { name: kept.name, pages: kept.pages }));
  };
  const choose = (): void => {
    if (disabledReason === null) input.current?.click();
  };
  useKeys([{ combo: 'F', label: text('external.attach'), run: choose }]);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div className="external-drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <p className="dim">{text('external.attachDrop')}</p>
      <ActionButton combo="F" pending={saving !== null} disabledReason={disabledReason} onPress={choose}>
        {text('external.attach')}
      </ActionButton>
      {saving === null ? null : <p role="status">{text('external.attaching', { name: saving })}</p>}
      {problem === null ? null : <Notice kind="error">{problem}</Notice>}
      <input
        ref={input}
        hidden
        type="file"
        accept=".pdf,application/pdf"
        aria-label={text('external.attachFile')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          void take(file);
        }}
      />
    </div>
  );
}
