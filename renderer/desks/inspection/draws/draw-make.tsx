import { useState, type ReactNode } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useInfinite, useQuery } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { needsRole } from '#renderer/ui/case-refusals.ts';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Facts, Panel } from '#renderer/ui/panel.tsx';
import { StarRow } from '#renderer/ui/star-row.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { drawCount } from '#shared/domain/spot-check-draw.ts';
import type { Star } from '#shared/domain/star/star.ts';

/** Makes a draw: the cases that wait, the share that is set, what is contributed to the seed, and what will come of it. */
export function DrawMake({
  queue,
  waiting,
  onMade,
}: {
  readonly queue: ReactNode;
  /** How many cases wait. */
  readonly waiting: number;
  readonly onMade: (drawId: string) => void;
}) {
  const text = useText();
  const records = useRight('evidence.record');
  const list = useInfinite('draw.candidates', {});
  const share = useQuery('settings.get', {}).data?.review.spotCheckPercent;
  const make = useCommand('draw.make');
  const [contribution, setContribution] = useState('');
  const count = share === undefined ? 0 : drawCount(waiting, share);
  const disabledReason =
    (records ? null : needsRole('evidence.record', text)) ?? (waiting === 0 ? text('external.drawNone') : null);
  const send = async (): Promise<void> => {
    const reply = await make.run({
      contribution: contribution.trim() === '' ? null : contribution.trim(),
      expected: waiting,
    });
    if (reply.ok) onMade(reply.value.id);
  };
  return (
    <DeskLayout
      queue={queue}
      bar={
        <ActionBar
          info={
            waiting === 0 || share === undefined
              ? ''
              : text('external.drawWill', { cases: waiting, count, rest: waiting - count })
          }
          primary={{
            label: text('external.drawMake'),
            pending: make.pending,
            disabledReason,
            onPress: () => void send(),
          }}
        />
      }
    >
      <Panel title={text('external.drawTitle')}>
        <p className="dim">{text('external.drawWhy')}</p>
        <Facts
          rows={[
            [
              text('external.drawShare'),
              share === undefined ? '' : text('external.drawShareSet', { share: `${share}%` }),
            ],
          ]}
        />
        <div className="draw-form">
          <TextField
            label={text('external.drawContribution')}
            className="mono"
            hint={text('external.drawContributionHint')}
            maxLength={40}
            value={contribution}
            error={make.fieldErrors['contribution']}
            onValue={setContribution}
          />
        </div>
        {make.failure === null ? null : <Notice kind="error">{make.failure.text}</Notice>}
      </Panel>
      <Panel title={`${text('external.drawWaiting')} ${waiting}`}>
        {waiting === 0 ? (
          <p className="dim">{text('external.drawNone')}</p>
        ) : (
          <DataTable
            label={text('external.drawWaiting')}
            columns={[
              { key: 'product', title: text('external.drawProduct'), render: (row) => row.productName },
              { key: 'enterprise', title: text('external.drawEnterprise'), render: (row) => row.enterpriseName },
              { key: 'star', title: '★', render: (row) => <StarRow star={row.requestedStar as Star} /> },
              {
                key: 'case',
                title: text('external.drawCase'),
                render: (row) => <span className="code">{row.caseId}</span>,
              },
              { key: 'due', title: text('external.drawDue'), render: (row) => row.dueOn },
            ]}
            rows={list.rows}
            rowKey={(row) => row.caseId}
            onMore={list.hasMore ? list.more : undefined}
          />
        )}
      </Panel>
    </DeskLayout>
  );
}
