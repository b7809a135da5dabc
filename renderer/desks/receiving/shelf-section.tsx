import { useState } from 'react';
import { useInfinite, useQuery } from '#renderer/client/use-query.ts';
import { useRight, useSession } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { dueText, type DueTone } from '#renderer/ui/due-text.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { QueueLine } from '#renderer/ui/queue-line.tsx';
import { Queue } from '#renderer/ui/queue.tsx';
import { dayOf, showMoment } from '#renderer/ui/show-time.ts';
import type { HeldSample, KeptSample, LocationView, StocktakeRow } from '#shared/contract/custody.ts';
import { CustodySample } from './custody-sample.tsx';
import { ShelfAdd } from './shelf-add.tsx';
import { ShelfBench } from './shelf-bench.tsx';
import { ShelfPlace } from './shelf-place.tsx';
import { ShelfRetention } from './shelf-retention.tsx';
import { StocktakePane } from './stocktake-pane.tsx';
import './shelf.css';

/** Address of the shelves; `shelf:A-02-4`, `kept:ID` and `stocktake:ID` open one of their things. */
export const SHELVES = 'shelf';
const OPENED = /^(shelf|kept|stocktake):(.+)$/;

/** Whether an address of the receiving desk belongs to the shelves. */
export const isShelfAddress = (openId: string | null): openId is string =>
  openId !== null && (openId === SHELVES || OPENED.test(openId));

type Tab = 'due' | 'held' | 'places' | 'stocktakes';

interface Line {
  readonly address: string;
  readonly title: string;
  readonly detail: string;
  readonly due: string;
  readonly tone: DueTone;
}

/** Samples after they were received: on shelves, in somebody's hands, counted, kept, given back or disposed of. */
export function ShelfSection({ openId }: { readonly openId: string }) {
  const [tab, setTab] = useState<Tab>('due');
  const [, kind, id = ''] = OPENED.exec(openId) ?? [];
  const queue = <ShelfQueue tab={tab} onTab={setTab} openId={openId} />;
  if (kind === 'shelf') return <ShelfPlace key={openId} code={id} queue={queue} />;
  if (kind === 'kept') return <CustodySample key={openId} sampleId={id} queue={queue} />;
  if (kind === 'stocktake') return <StocktakePane key={openId} stocktakeId={id} queue={queue} />;
  return <ShelfBench queue={queue} />;
}

const shelfLine = ({ detail, due, title, tone }: Line) => (
  <QueueLine code title={title} star={null} detail={detail} due={due} tone={tone} />
);

function ShelfQueue({
  tab,
  onTab,
  openId,
}: {
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly openId: string;
}) {
  const text = useText();
  const { open } = useNavigation();
  const counts = useQuery('desk.counts', {}).data ?? {};
  const today = useSession().data?.today ?? '';
  const due = useInfinite('custody.due', {}, { enabled: tab === 'due' });
  const held = useInfinite('custody.held', {}, { enabled: tab === 'held' });
  const places = useQuery('location.list', {}, { enabled: tab === 'places' });
  const stocktakes = useInfinite('stocktake.list', {}, { enabled: tab === 'stocktakes' });
  const bench = (): void => open(SHELVES);
  const parcels = (): void => open(null);
  useKeys([
    { combo: 'G', label: text('shelf.bench'), run: bench },
    { combo: 'P', label: text('shelf.toParcels'), run: parcels },
  ]);

  const late = (day: string | null): Pick<Line, 'due' | 'tone'> => {
    const shown = dueText(day ?? '', today, text);
    return { due: shown.text, tone: shown.tone };
  };
  const dueLine = (row: KeptSample): Line => ({
    address: `kept:${row.id}`,
    title: row.barcode,
    detail: `${text(`shelf.dueKind.${row.dueKind ?? 'keep-until'}`)} · ${row.productName}`,
    ...late(row.dueOn),
  });
  const heldLine = (row: HeldSample): Line => ({
    address: `kept:${row.id}`,
    title: row.barcode,
    detail: `${row.holder ?? ''} · ${row.purpose} · ${text('shelf.heldSince', { date: dayOf(row.since).slice(5) })}`,
    ...late(row.dueOn),
  });
  const placeLine = (row: LocationView): Line => ({
    address: `shelf:${row.code}`,
    title: row.code,
    detail: [text(`shelf.${row.kind}`), row.name, row.storage === null ? '' : text(`common.${row.storage}`)]
      .filter((part) => part !== '')
      .join(' · '),
    due: row.samples === 0 ? '' : text('shelf.count', { count: row.samples }),
    tone: 'plain',
  });
  const stocktakeLine = (row: StocktakeRow): Line => ({
    address: `stocktake:${row.id}`,
    title: row.location,
    detail: `${showMoment(row.startedAt)} · ${row.startedBy}`,
    due:
      row.closedAt === null
        ? text('shelf.openStocktake')
        : text('shelf.closedAt', { at: dayOf(row.closedAt).slice(5) }),
    tone: row.closedAt === null ? 'soon' : 'plain',
  });
  const lists = {
    due: { ...due, rows: due.rows.map(dueLine) },
    held: { ...held, rows: held.rows.map(heldLine) },
    places: {
      rows: (places.data ?? []).filter(({ retired }) => !retired).map(placeLine),
      pending: places.pending,
      failure: places.failure,
      hasMore: false,
      more: () => undefined,
    },
    stocktakes: { ...stocktakes, rows: stocktakes.rows.map(stocktakeLine) },
  };
  const empties = {
    due: [text('shelf.emptyDue'), text('shelf.emptyDueDetail')],
    held: [text('shelf.emptyHeld'), text('shelf.emptyHeldDetail')],
    places: [text('shelf.emptyPlaces'), text('shelf.emptyPlacesDetail')],
    stocktakes: [text('shelf.emptyStocktakes'), text('shelf.emptyStocktakesDetail')],
  } as const;
  const list = lists[tab];
  const [title, detail] = empties[tab];
  return (
    <Queue<Line, Tab>
      label={text('shelf.queue')}
      tabs={[
        { key: 'due', label: text('shelf.due'), count: counts['samples.due'] },
        { key: 'held', label: text('shelf.held'), count: counts['samples.held'] },
        { key: 'places', label: text('shelf.places') },
        { key: 'stocktakes', label: text('shelf.stocktakes') },
      ]}
      tab={tab}
      onTab={onTab}
      rows={list.rows}
      rowKey={({ address }) => address}
      openKey={openId}
      onOpen={({ address }) => open(address)}
      pending={list.pending}
      hasMore={list.hasMore}
      onMore={list.more}
      tools={
        <div className="shelf-tools">
          <ActionButton combo="P" onPress={parcels}>
            {text('shelf.toParcels')}
          </ActionButton>
          <ActionButton combo="G" onPress={bench}>
            {text('shelf.bench')}
          </ActionButton>
          {tab === 'places' ? <AddPlaces /> : null}
          {tab === 'due' ? <ShelfRetention /> : null}
        </div>
      }
      empty={<EmptyState title={list.failure === null ? title : ''} detail={list.failure?.text ?? detail} />}
      line={shelfLine}
    />
  );
}

function AddPlaces() {
  const text = useText();
  const mayManage = useRight('locations.manage');
  const [adding, setAdding] = useState(false);
  return (
    <>
      <ActionButton disabledReason={mayManage ? null : text('shelf.needManage')} onPress={() => setAdding(true)}>
        {text('shelf.addPlaces')}
      </ActionButton>
      {adding ? <ShelfAdd onClose={() => setAdding(false)} /> : null}
    </>
  );
}
