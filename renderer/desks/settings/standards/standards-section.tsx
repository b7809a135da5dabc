import { useState } from 'react';
import { useQuery } from '#renderer/client/use-query.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { QueueLine } from '#renderer/ui/queue-line.tsx';
import { Queue } from '#renderer/ui/queue.tsx';
import type { StandardVersion } from '#shared/contract/standards.ts';
import { ImportStandard, type ImportOutcome } from './import-standard.tsx';
import { StandardProblems } from './standard-problems.tsx';
import { StandardPage } from './standard-page.tsx';
import { sinceText, versionAddress, versionOf } from './standard-words.ts';
import './standards.css';

/** The versions of the standard: import, compare, set a date, try on what is decided. */
export function StandardsSection({ openId }: { readonly openId: string }) {
  const text = useText();
  const { open } = useNavigation();
  const { data: versions = [], failure, pending } = useQuery('standard.list', {});
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const sha256 = versionOf(openId);
  const opened = versions.find((version) => version.sha256 === sha256);
  const back = (): void => open(null);
  useKeys([{ combo: 'P', label: text('standards.back'), run: back }]);
  const line = (version: StandardVersion) => (
    <QueueLine
      code
      title={version.version}
      star={null}
      detail={text(`standards.state-${version.state}`)}
      due={version.state === 'draft' ? '' : sinceText(version, text)}
    />
  );
  const queue = (
    <Queue<StandardVersion, 'versions'>
      label={text('standards.queue')}
      tabs={[{ key: 'versions', label: text('standards.tab'), count: versions.length }]}
      tab="versions"
      onTab={() => undefined}
      rows={versions}
      rowKey={(row) => row.sha256}
      openKey={sha256}
      onOpen={(row) => open(versionAddress(row.sha256))}
      line={line}
      pending={pending}
      hasMore={false}
      onMore={() => undefined}
      tools={
        <div className="standards-tools">
          <ActionButton combo="P" onPress={back}>
            {text('standards.back')}
          </ActionButton>
          <ImportStandard
            onOutcome={(came) => {
              setOutcome(came);
              if (came?.version !== undefined) open(versionAddress(came.version.sha256));
            }}
          />
        </div>
      }
      empty={<EmptyState title={text('standards.choose')} detail={failure?.text ?? text('standards.chooseDetail')} />}
    />
  );
  const told =
    outcome === null ? null : outcome.version === undefined ? (
      <StandardProblems outcome={outcome} onClose={() => setOutcome(null)} />
    ) : (
      <Notice kind="saved" onClose={() => setOutcome(null)}>
        {text('standards.imported', { version: outcome.version.version })}
      </Notice>
    );
  if (opened === undefined) {
    return (
      <DeskLayout queue={queue}>
        {told ?? <EmptyState title={text('standards.choose')} detail={text('standards.chooseDetail')} />}
      </DeskLayout>
    );
  }
  return <StandardPage key={opened.sha256} version={opened} versions={versions} queue={queue} told={told} />;
}
