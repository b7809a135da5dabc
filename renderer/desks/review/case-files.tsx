import { useState } from 'react';
import type { AttachmentOwner } from '#shared/contract/evidence.ts';
import { useAttach } from '#renderer/client/use-attach.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { AttachNotice, type AttachEnd } from '#renderer/ui/attach-notice.tsx';
import { AttachButton } from '#renderer/ui/attach-button.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';

/** Files of a consent, an appeal or an incident: what is there, and adding to it. */
export function CaseFiles({
  owner,
  isOpen,
  label,
}: {
  readonly owner: Pick<AttachmentOwner, 'kind' | 'id'>;
  /** Whether its owner still takes files. */
  readonly isOpen: boolean;
  readonly label?: string;
}) {
  const text = useText();
  const mayAttach = useRight('evidence.attach');
  const attach = useAttach();
  const [attached, setAttached] = useState<AttachEnd | null>(null);
  const { data: files = [] } = useQuery('attachment.list', { owner });
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
        <AttachButton
          label={text('panel.attachFile', { what: title })}
          title={title}
          disabledReason={null}
          onFile={(file) => attach(owner, file)}
          onDone={setAttached}
        >
          {text('panel.attach')}
        </AttachButton>
      ) : null}
      <AttachNotice end={attached} onClose={() => setAttached(null)} />
    </div>
  );
}
