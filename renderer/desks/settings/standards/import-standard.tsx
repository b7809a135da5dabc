import { useRef, useState } from 'react';
import { readContent } from '#renderer/client/readable-file.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { chosenFile } from '#renderer/ui/base64-file.ts';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { StandardProblem, StandardVersion } from '#shared/contract/standards.ts';

/** What came of a file: a draft, or what is wrong with it. */
export interface ImportOutcome {
  readonly name: string;
  readonly version?: StandardVersion;
  readonly problems: readonly StandardProblem[];
}

/** Takes a standard file in as a draft; what came of the one before is forgotten with the next. */
export function ImportStandard({ onOutcome }: { readonly onOutcome: (outcome: ImportOutcome | null) => void }) {
  const text = useText();
  const mayManage = useRight('standards.manage');
  const { failure, pending, reset, run } = useCommand('standard.import');
  const { language } = useLanguage();
  const [unread, setUnread] = useState<string | null>(null);
  const [name, setName] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const choose = (): void => input.current?.click();
  useKeys(mayManage ? [{ combo: 'I', label: text('standards.import'), run: choose }] : []);
  const take = async (file: File): Promise<void> => {
    reset();
    onOutcome(null);
    setName(file.name);
    const { content, problem } = await readContent(chosenFile(file), language);
    setUnread(problem);
    if (content === null) return;
    const reply = await run({ fileName: file.name, content });
    if (!reply.ok) return;
    onOutcome(
      reply.value.ok
        ? { name: file.name, version: reply.value.version, problems: [] }
        : { name: file.name, problems: reply.value.problems },
    );
  };
  return (
    <>
      <ActionButton
        combo="I"
        pending={pending}
        disabledReason={mayManage ? null : text('standards.needManage')}
        onPress={choose}
      >
        {text('standards.import')}
      </ActionButton>
      <input
        ref={input}
        hidden
        type="file"
        accept=".json"
        aria-label={text('standards.importFile')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) void take(file);
        }}
      />
      {unread === null && failure === null ? null : (
        <Notice
          kind="error"
          onClose={() => {
            setUnread(null);
            reset();
          }}
        >
          {unread ?? text('standards.notImported', { name, why: failure?.text ?? '' })}
        </Notice>
      )}
    </>
  );
}
