import { useRef } from 'react';
import type { AttachmentOwner } from '#shared/contract/evidence.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { readBase64 } from '#renderer/ui/base64-file.ts';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';

/** Files of a consent, an appeal or an incident: what is there, and adding one. */
export function CaseFiles({
  owner,
  isOpen,
  label,
}: {
  readonly owner: Omit<AttachmentOwner, 'slot'>;
  /** Whether its owner still takes files. */
  readonly isOpen: boolean;
  readonly label?: string;
}) {
  const text = useText();
  const mayAttach = useRight('evidence.attach');
  const input = useRef<HTMLInputElement>(null);
  const { data: files = [] } = useQuery('attachment.list', { owner });
  const { failure, pending, run } = useCommand('attachment.keep');
  const keep = async (file: File): Promise<void> => {
    await run({ owner, name: file.name, content: await readBase64(file) });
  };
  const title = label ?? text('panel.files');
  return (
    <div className="case-files" role="group" aria-label={title}>
      <div className="dim small">{title}</div>
      {files.length === 0 ? <p className="dim small">{text('panel.noFiles')}</p> : null}
      <ul>
        {files.map(({ at, by, id, name }) => (
          <li key={id}>
            {name}{' '}
            <span className="dim small">
              {by} · {showMoment(at)}
            </span>
          </li>
        ))}
      </ul>
      {isOpen && mayAttach ? (
        <>
          <ActionButton pending={pending} onPress={() => input.current?.click()}>
            {text('panel.attach')}
          </ActionButton>
          <input
            ref={input}
            hidden
            type="file"
            accept=".pdf,image/*"
            aria-label={text('panel.attachFile')}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              if (file !== undefined) void keep(file);
            }}
          />
        </>
      ) : null}
      {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
    </div>
  );
}
