import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Facts, Panel } from '#renderer/ui/panel.tsx';
import { showClock, showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { SyncOutcome, SyncStatus } from '#shared/contract/platform.ts';
import { EnrolForm } from './enrol-form.tsx';
import { LedgerCheck } from './ledger-check.tsx';
import { OutboxTable } from './outbox-table.tsx';
import { ProblemTable } from './problem-table.tsx';
import './platform.css';

/** How this desk stands with the platform: what waits, what was refused, and whether the ledger is whole. */
export function PlatformDesk() {
  const text = useText();
  const { data: status, failure } = useQuery('sync.status', {});
  const mayEnrol = useRight('platform.enrol');
  const { run, pending, failure: refused } = useCommand('sync.run');
  const [outcome, setOutcome] = useState<{ readonly at: string; readonly moved: SyncOutcome } | null>(null);
  const sync = async (): Promise<void> => {
    const reply = await run({});
    setOutcome(reply.ok ? { at: new Date().toISOString(), moved: reply.value } : null);
  };
  const isEnrolled = status?.enrolled ?? false;
  const [enrolled, setEnrolled] = useState<{ readonly at: string; readonly origin: string } | null>(null);
  return (
    <DeskLayout
      side={
        <div className="stack">
          {status === undefined ? null : <Status status={status} />}
          {isEnrolled || status === undefined ? null : mayEnrol ? (
            <EnrolForm onEnrolled={(origin) => setEnrolled({ at: new Date().toISOString(), origin })} />
          ) : (
            <p className="dim">{text('platform.enrolAdmin')}</p>
          )}
          <LedgerCheck head={status?.ledgerHead ?? null} />
        </div>
      }
      bar={
        <ActionBar
          info={status?.offline == null ? null : text('platform.offlineBecause', { reason: status.offline })}
          primary={{
            label: pending ? text('platform.syncing') : text('platform.syncNow'),
            pending,
            disabledReason: isEnrolled ? null : text('platform.needEnrol'),
            onPress: () => void sync(),
          }}
        />
      }
    >
      {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
      {refused === null ? null : <Notice kind="error">{refused.text}</Notice>}
      {enrolled === null ? null : (
        <Notice kind="saved" onClose={() => setEnrolled(null)}>
          {text('platform.enrolDone', { at: showClock(enrolled.at), origin: enrolled.origin })}
        </Notice>
      )}
      {outcome === null ? null : <Moved at={outcome.at} moved={outcome.moved} />}
      <ProblemTable />
      <OutboxTable />
    </DeskLayout>
  );
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

function Status({ status }: { readonly status: SyncStatus }) {
  const text = useText();
  return (
    <Panel
      title={text('platform.status')}
      extra={
        <Tag tone={status.enrolled ? (status.offline === null ? 'good' : 'wait') : 'plain'}>
          {status.enrolled
            ? text(status.offline === null ? 'frame.connected' : 'frame.offline')
            : text('platform.notEnrolled')}
        </Tag>
      }
    >
      <Facts
        rows={[
          [text('platform.origin'), status.origin ?? '—'],
          [
            text('platform.desk'),
            <span key="desk" className="mono">
              {status.deskCode}
            </span>,
          ],
          [text('platform.lastRun'), status.lastRunAt === null ? text('platform.never') : showMoment(status.lastRunAt)],
          [text('platform.waiting'), status.waiting],
          [
            text('platform.files'),
            text('platform.filesWaiting', { count: status.files.waiting, mb: megabytes(status.files.waitingBytes) }),
          ],
          ...(status.files.expected === 0 ? [] : [[text('platform.filesExpected'), status.files.expected] as const]),
          ...(status.files.problems === 0 ? [] : [[text('platform.filesProblems'), status.files.problems] as const]),
          [text('platform.problems'), status.problems],
        ]}
      />
    </Panel>
  );
}

function Moved({ at, moved }: { readonly at: string; readonly moved: SyncOutcome }) {
  const text = useText();
  if (moved.offline !== null) {
    return <Notice kind="warning">{text('platform.offlineBecause', { reason: moved.offline })}</Notice>;
  }
  const trouble = moved.conflicts + moved.quarantined > 0;
  return (
    <Notice kind={trouble ? 'warning' : 'saved'}>
      {text('platform.synced', {
        at: showClock(at),
        pushed: moved.pushed,
        accepted: moved.accepted,
        pulled: moved.pulled,
      })}
      {trouble
        ? ` ${text('platform.syncedTrouble', { conflicts: moved.conflicts, quarantined: moved.quarantined })}`
        : ''}
    </Notice>
  );
}
