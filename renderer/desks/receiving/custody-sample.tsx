import { useState, type ReactNode } from 'react';
import { useQuery } from '#renderer/client/use-query.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText, type TextOf } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Facts, Panel } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { CustodyLine } from '#shared/contract/custody.ts';
import { CustodyDeeds } from './custody-deeds.tsx';
import { whereOf } from './shelf-words.ts';

/** One sample: where it is, what is due, its whole custody book, and what can be done with it. */
export function CustodySample({ sampleId, queue }: { readonly sampleId: string; readonly queue: ReactNode }) {
  const text = useText();
  const { open } = useNavigation();
  const [said, setSaid] = useState<string | null>(null);
  const { data, failure, refetch } = useQuery('sample.story', { sampleId });
  if (data === undefined) {
    return (
      <DeskLayout queue={queue}>
        {failure === null ? (
          <p role="status">{text('common.loading')}</p>
        ) : (
          <EmptyState
            title={text('shelf.sample')}
            detail={failure.text}
            action={<ActionButton onPress={refetch}>{text('common.retry')}</ActionButton>}
          />
        )}
      </DeskLayout>
    );
  }
  const { lines, sample } = data;
  const due = sample.dueKind === null ? [] : [[text(`shelf.dueKind.${sample.dueKind}`), sample.dueOn ?? ''] as const];
  return (
    <DeskLayout
      queue={queue}
      bar={
        <ActionBar primary={{ label: text('shelf.bench'), onPress: () => open('shelf') }}>
          <CustodyDeeds samples={[sample]} onDone={setSaid} />
        </ActionBar>
      }
    >
      <h1 className="shelf-title">
        {text('shelf.storyOf', { barcode: sample.barcode })} <Tag>{text(`receiving.state.${sample.state}`)}</Tag>{' '}
        {sample.legalHold ? <Tag tone="bad">{text('shelf.hold')}</Tag> : null}
      </h1>
      {said === null ? null : <Notice kind="saved">{said}</Notice>}
      {sample.legalHold ? <Notice kind="warning">{text('shelf.holdDetail')}</Notice> : null}
      <Facts
        rows={[
          [text('shelf.product'), sample.productName],
          [text('shelf.where'), whereOf(sample, text)],
          [text('shelf.batch'), sample.batch],
          [text('shelf.quantity'), `${sample.quantity} ${sample.unit}`],
          [text('shelf.storage'), text(`common.${sample.storage}`)],
          ...due,
        ]}
      />
      <Panel title={text('shelf.story')}>
        <DataTable
          label={text('shelf.story')}
          rows={lines.toReversed()}
          rowKey={({ id }) => id}
          columns={[
            { key: 'at', title: text('common.time'), render: ({ at }) => showMoment(at) },
            { key: 'what', title: text('shelf.what'), render: ({ kind }) => <b>{text(`shelf.kind.${kind}`)}</b> },
            { key: 'way', title: text('shelf.fromTo'), render: (line) => wayOf(line, text) },
            { key: 'purpose', title: text('shelf.purpose'), wraps: true, render: (line) => purposeOf(line, text) },
            {
              key: 'who',
              title: text('shelf.who'),
              render: ({ by, witness }) => (witness === null ? by : `${by} · ${text('shelf.witness')} ${witness}`),
            },
          ]}
        />
      </Panel>
    </DeskLayout>
  );
}

function wayOf({ fromLocation, holder, kind, location }: CustodyLine, text: TextOf): string {
  const from = fromLocation === '' ? '—' : fromLocation;
  if (kind === 'returned' || kind === 'disposed') return `${from} → ${text('shelf.gone')}`;
  if (kind === 'missed') return `${from} → ${text('shelf.missing')}`;
  if (holder !== null) return `${from} → ${holder}`;
  return `${from} → ${location === '' ? text('shelf.reception') : location}`;
}

const isMethod = (method: string): method is 'destroyed' | 'donated' | 'composted' | 'consumed-in-test' | 'other' =>
  ['destroyed', 'donated', 'composted', 'consumed-in-test', 'other'].includes(method);

function purposeOf({ kind, method, purpose, until }: CustodyLine, text: TextOf): string {
  const day = { 'taken-out': 'shelf.backBy', retained: 'shelf.keepUntil', displayed: 'shelf.displayUntil' } as const;
  const key = kind in day ? day[kind as keyof typeof day] : null;
  return [
    method !== null && isMethod(method) ? text(`shelf.methods.${method}`) : '',
    kind === 'received' || kind === 'refused' ? '' : purpose,
    key === null || until === null ? '' : `${text(key)} ${until}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
