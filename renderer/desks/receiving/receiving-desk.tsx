import { useState } from 'react';
import { useInfinite, useQuery } from '#renderer/client/use-query.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { dayOf, showClock } from '#renderer/ui/show-time.ts';
import type { ParcelRow } from '#shared/contract/intake.ts';
import { ImportTools } from './import-tools.tsx';
import { ParcelCase } from './parcel-case.tsx';
import { PapersCase } from './papers-case.tsx';
import { PapersQueue } from './papers-queue.tsx';
import { ParcelQueue } from './parcel-queue.tsx';
import { ReceivingSide } from './receiving-side.tsx';
import { isPapersTab, type ListedTab, type ReceivingTab } from './receiving-tabs.ts';
import { isShelfAddress, SHELVES, ShelfSection } from './shelf-section.tsx';
import { ShelfDoor } from './shelf-door.tsx';
import { UnknownWaybill } from './unknown-waybill.tsx';
import './receiving.css';

const WAYBILL = 'waybill:';
/** A case opened for its papers. */
const PAPERS = 'papers:';
const now = (): string => showClock(new Date().toISOString());

/** Parcels in, samples on the shelf: scan, place, Ctrl Enter. */
export function ReceivingDesk() {
  const { openId } = useNavigation();
  return isShelfAddress(openId) ? <ShelfSection openId={openId} /> : <ParcelDesk />;
}

function ParcelDesk() {
  const text = useText();
  const { openId, open } = useNavigation();
  const { data: session } = useSession();
  const counts = useQuery('desk.counts', {}).data ?? {};
  const [tab, setListed] = useState<ListedTab>(openId?.startsWith(PAPERS) ? 'papers' : 'announced');
  const setTab = (next: ReceivingTab): void => {
    if (next === 'due') open(SHELVES);
    else setListed(next);
  };
  const [said, setSaid] = useState<{ readonly parcelId: string; readonly words: string } | null>(null);
  const parcels = isPapersTab(tab) ? null : tab;
  const list = useInfinite('parcel.list', { state: parcels ?? 'announced' }, { enabled: parcels !== null });
  const today = session?.today ?? '';
  const papersOf = openId?.startsWith(PAPERS) ? openId.slice(PAPERS.length) : null;
  const rows =
    tab === 'received'
      ? list.rows.filter(({ receivedAt }) => receivedAt !== null && dayOf(receivedAt) === today)
      : list.rows;
  const pages = { ...list, rows, hasMore: list.hasMore && rows.length === list.rows.length };
  const next = (tab === 'announced' ? rows : []).find(({ id }) => id !== openId);
  const queue = isPapersTab(tab) ? (
    <PapersQueue
      key={tab}
      tab={tab}
      onTab={setTab}
      counts={counts}
      openId={papersOf}
      today={today}
      onOpen={(caseId) => open(`${PAPERS}${caseId}`)}
    />
  ) : (
    <ParcelQueue
      tab={tab}
      onTab={setTab}
      pages={pages}
      counts={counts}
      openId={openId}
      onOpen={(row: ParcelRow) => open(row.id)}
      tools={
        <>
          <ImportTools />
          <ShelfDoor />
        </>
      }
    />
  );
  const side = (
    <ReceivingSide
      counts={counts}
      onOrphans={() => setTab('orphan')}
      onPapers={() => setTab('papers')}
      onDue={() => open(SHELVES)}
    />
  );
  if (openId === null) {
    return (
      <DeskLayout queue={queue} side={side}>
        <EmptyState title={text('receiving.pickTitle')} detail={text('receiving.pickDetail')} />
      </DeskLayout>
    );
  }
  if (papersOf !== null) return <PapersCase key={openId} caseId={papersOf} queue={queue} />;
  if (openId.startsWith(WAYBILL)) {
    const waybill = openId.slice(WAYBILL.length);
    return (
      <UnknownWaybill
        key={openId}
        waybill={waybill}
        queue={queue}
        side={side}
        onKept={(row) => {
          setSaid({ parcelId: row.id, words: text('receiving.kept', { at: now(), waybill }) });
          open(row.id);
        }}
      />
    );
  }
  return (
    <ParcelCase
      key={openId}
      parcelId={openId}
      queue={queue}
      side={side}
      said={said?.parcelId === openId ? said.words : null}
      onMatched={({ id, waybill }) =>
        setSaid({ parcelId: id, words: text('receiving.matched', { at: now(), waybill }) })
      }
      onNext={next === undefined ? null : () => open(next.id)}
    />
  );
}
