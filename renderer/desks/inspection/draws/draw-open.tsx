import { useState, type ReactNode } from 'react';
import { useQuery } from '#renderer/client/use-query.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { CasePending } from '#renderer/ui/case-pending.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Facts, Panel } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';

/** One draw with its seed and everything it was made from; worked out again on the spot. */
export function DrawOpen({ drawId, queue }: { readonly drawId: string; readonly queue: ReactNode }) {
  const text = useText();
  const { open } = useNavigation();
  const { data: draw, failure } = useQuery('draw.get', { drawId });
  const [checks, setChecks] = useState(false);
  const check = useQuery('draw.verify', { drawId }, { enabled: checks }).data;
  useKeys([{ combo: 'V', label: text('external.drawVerify'), run: () => setChecks(true) }]);
  if (draw === undefined) return <CasePending queue={queue} problem={failure?.text ?? null} />;
  const { algorithm, at, by, cases, drawn, number, seed, selected, sharePercent } = draw;
  return (
    <DeskLayout
      queue={queue}
      bar={
        <ActionBar
          info={text('external.drawDone', { number, cases, selected, seed })}
          primary={{ label: text('external.drawVerify'), onPress: () => setChecks(true) }}
        />
      }
    >
      {check === undefined ? null : (
        <Notice kind={check.holds ? 'saved' : 'error'}>
          {text(check.holds ? 'external.drawHolds' : 'external.drawBroken')}
        </Notice>
      )}
      <Panel title={number}>
        <Facts
          rows={[
            [
              text('external.drawSeed'),
              <span key="seed" className="mono draw-seed">
                {seed}
              </span>,
            ],
            [text('external.drawShare'), `${sharePercent} % · ${text('external.drawOf', { selected, cases })}`],
            [
              text('external.drawAlgorithm'),
              <span key="algorithm" className="mono">
                {algorithm}
              </span>,
            ],
            [text('external.drawnBy'), `${by} · ${showMoment(at)}`],
          ]}
        />
      </Panel>
      <Panel title={text('external.drawResult')}>
        <DataTable
          label={text('external.drawResult')}
          columns={[
            {
              key: 'result',
              title: text('external.drawResult'),
              render: (row) => (
                <Tag tone={row.selected ? 'wait' : 'plain'}>
                  {text(row.selected ? 'external.drawSelected' : 'external.drawNotSelected')}
                </Tag>
              ),
            },
            { key: 'product', title: text('external.drawProduct'), render: (row) => row.productName },
            { key: 'enterprise', title: text('external.drawEnterprise'), render: (row) => row.enterpriseName },
            {
              key: 'case',
              title: text('external.drawCase'),
              render: (row) => (
                <ActionButton
                  tone="quiet"
                  label={`${text('external.drawOpen')} ${row.caseId}`}
                  onPress={() => open(row.caseId)}
                >
                  <span className="code">{row.caseId}</span>
                </ActionButton>
              ),
            },
          ]}
          rows={drawn}
          rowKey={(row) => row.caseId}
        />
      </Panel>
    </DeskLayout>
  );
}
