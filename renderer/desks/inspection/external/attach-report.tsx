import { useRef, useState, type DragEvent } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { showRefusal } from '#renderer/client/refusal.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { readBase64 } from '#renderer/ui/base64-file.ts';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { ATTACHMENT_MAX_BYTES } from '#shared/contract/evidence.ts';

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
  const { language } = useLanguage();
  const keep = useCommand('attachment.keep');
  const input = useRef<HTMLInputElement>(null);
  const [saving, setSaving] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined || disabledReason !== null) return;
    const { name, size } = file;
    if (size === 0) return setProblem(showRefusal({ code: 'attachment.empty', data: { name } }, language).text);
    if (size > ATTACHMENT_MAX_BYTES) {
      const data = { name, mb: Math.ceil(size / 1_000_000), limitMb: ATTACHMENT_MAX_BYTES / 1_000_000 };
      return setProblem(showRefusal({ code: 'attachment.too-large', data }, language).text);
    }
    setProblem(null);
    setSaving(name);
    const content = await readBase64(file);
    const reply = await keep.run({ owner: { kind: 'external-report', id: reportId }, name, content });
    setSaving(null);
    if (reply.ok) return onKept(text('external.attached', { name, pages: reply.value.pages }));
    return setProblem(showRefusal(reply.failure, language).text);
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
