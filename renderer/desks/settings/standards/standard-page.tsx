import { useState, type ReactNode } from 'react';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { ActionBar, DeskLayout, type PrimaryAction } from '#renderer/ui/desk-layout.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Facts } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { StandardVersion } from '#shared/contract/standards.ts';
import { AdoptDialog } from './adopt-dialog.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { StandardChanges } from './standard-changes.tsx';
import { sinceText, STATE_TONES } from './standard-words.ts';
import { WhatIf } from './what-if.tsx';

const signed = (by: string | null, at: string | null): string | null =>
  by === null || at === null ? null : `${by} · ${showMoment(at)}`;

/** One version: what it is, how it differs from another, what it would do to decided cases. */
export function StandardPage({
  version,
  versions,
  queue,
  told,
}: {
  readonly version: StandardVersion;
  readonly versions: readonly StandardVersion[];
  readonly queue: ReactNode;
  /** What was just imported. */
  readonly told: ReactNode;
}) {
  const text = useText();
  const mayManage = useRight('standards.manage');
  const [asking, setAsking] = useState<'adopt' | 'discard' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const needManage = mayManage ? null : text('standards.needManage');
  const canDrop = version.state === 'draft' || version.state === 'coming';
  const primary: PrimaryAction | undefined =
    version.state === 'draft'
      ? { label: text('standards.adopt'), disabledReason: needManage, onPress: () => setAsking('adopt') }
      : undefined;
  const done = (message: string): void => {
    setAsking(null);
    setSaid(message);
  };
  const rows: readonly (readonly [string, string | null])[] = [
    [text('standards.since'), sinceText(version, text)],
    [text('standards.importedBy'), signed(version.importedBy, version.importedAt)],
    [text('standards.adoptedBy'), signed(version.adoptedBy, version.adoptedAt)],
    [text('standards.discardedWhy'), version.discardedReason],
    [text('standards.decisions'), text('standards.decisionsCount', { count: version.decisions })],
    [text('standards.hash'), version.sha256.slice(0, 16)],
  ];
  return (
    <>
      <DeskLayout
        queue={queue}
        bar={
          <ActionBar primary={primary} info={<b>{text(`standards.state-${version.state}`)}</b>}>
            {canDrop ? (
              <ActionButton disabledReason={needManage} onPress={() => setAsking('discard')}>
                {text('standards.discard')}
              </ActionButton>
            ) : null}
          </ActionBar>
        }
      >
        {told}
        {said === null ? null : (
          <Notice kind="saved" onClose={() => setSaid(null)}>
            {said}
          </Notice>
        )}
        <div className="standard-head">
          <h1>
            <span className="mono">{version.version}</span>{' '}
            <Tag tone={STATE_TONES[version.state]}>{text(`standards.state-${version.state}`)}</Tag>
          </h1>
          <Facts rows={rows.flatMap(([term, value]) => (value === null ? [] : [[term, value] as const]))} />
        </div>
        <StandardChanges version={version} versions={versions} />
        <WhatIf version={version} />
      </DeskLayout>
      {asking === 'adopt' ? <AdoptDialog version={version} onDone={done} onClose={() => setAsking(null)} /> : null}
      {asking === 'discard' ? <DiscardDialog version={version} onDone={done} onClose={() => setAsking(null)} /> : null}
    </>
  );
}
