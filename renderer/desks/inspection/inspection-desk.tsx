import { useState } from 'react';
import { useQuery } from '#renderer/client/use-query.ts';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { CaseBench } from './case-bench.tsx';
import { inspectionTabs, openedAddress, readOpened, type BenchProps, type InspectionTab } from './inspection-tabs.ts';
import './inspection.css';

/** The desk where papers are checked and what was tested and seen is recorded: one bench for each kind of work. */
export function InspectionDesk() {
  const text = useText();
  const { openId, open } = useNavigation();
  const opened = readOpened(openId);
  const [tab, setTab] = useState<InspectionTab>(opened.tab ?? 'documents');
  const counts = useQuery('desk.counts', {}).data ?? {};
  const bench: BenchProps = {
    tabs: { tabs: inspectionTabs(counts, text), tab, onTab: setTab },
    openId: opened.id,
    onOpen: (id) => open(openedAddress(tab, id)),
  };
  return <CaseBench {...bench} list={tab} />;
}
