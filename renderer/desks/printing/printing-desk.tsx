import { useId, useState } from 'react';
import type { AwardRow } from '#shared/contract/papers.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { useText } from '#renderer/ui/language.tsx';
import { QueueTabs } from '#renderer/ui/queue-tabs.tsx';
import { showClock } from '#renderer/ui/show-time.ts';
import { AwardsToPrint } from './awards-to-print.tsx';
import { CasesToIssue } from './cases-to-issue.tsx';
import { PrintBook } from './print-book.tsx';
import { PrintingLayout } from './printing-layout.tsx';
import './printing.css';

type Tab = 'grantable' | 'to-print' | 'printed' | 'book';

/** The desk where granted cases get their numbers, certificates and badges, and every sheet is accounted for. */
export function PrintingDesk() {
  const text = useText();
  const panelId = useId();
  const [tab, setTab] = useState<Tab>('grantable');
  const [said, setSaid] = useState<string | null>(null);
  const [fresh, setFresh] = useState<readonly string[]>([]);
  const counts = useQuery('desk.counts', {}).data;
  const { data: session } = useSession();
  const me = session?.person?.name ?? '';
  const say = (message: (who: { readonly by: string; readonly at: string }) => string): void =>
    setSaid(message({ by: me, at: `${session?.today ?? ''} ${showClock(new Date().toISOString())}` }));
  const issued = (awards: readonly AwardRow[]): void => {
    const first = awards[0]?.number ?? '';
    const last = awards.at(-1)?.number ?? '';
    const key = awards.length === 1 ? 'printing.issued' : 'printing.issuedMany';
    say((who) => text(key, { count: awards.length, first, last, ...who }));
    setFresh(awards.map(({ number }) => number));
    setTab('to-print');
  };
  const tabs = (
    <QueueTabs
      panelId={panelId}
      tab={tab}
      onTab={(next) => {
        setTab(next);
        setSaid(null);
        setFresh([]);
      }}
      tabs={[
        { key: 'grantable', label: text('printing.tabGrantable'), count: counts?.['cases.grantable'] },
        { key: 'to-print', label: text('printing.tabToPrint'), count: counts?.['awards.to-print'] },
        { key: 'printed', label: text('printing.tabPrinted') },
        { key: 'book', label: text('printing.book') },
      ]}
    />
  );
  const frame = { tabs, panelId, said, onHeard: () => setSaid(null) };
  switch (tab) {
    case 'grantable':
      return <CasesToIssue frame={frame} onIssued={issued} />;
    case 'to-print':
    case 'printed':
      return <AwardsToPrint key={tab} state={tab} fresh={fresh} frame={frame} onSay={say} />;
    case 'book':
      return (
        <PrintingLayout frame={frame}>
          <PrintBook />
        </PrintingLayout>
      );
  }
}
