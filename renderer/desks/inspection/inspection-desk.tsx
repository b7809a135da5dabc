import { useState } from 'react';
import { useQuery } from '#renderer/client/use-query.ts';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { CaseBench } from './case-bench.tsx';
import { DrawBench } from './draws/draw-bench.tsx';
import { ExternalBench } from './external/external-bench.tsx';
import { belongsTo, inspectionTabs, openedAddress, readOpened, tabOf, type BenchProps } from './inspection-tabs.ts';
import { LabBench } from './lab/lab-bench.tsx';
import { VisitBench } from './visit/visit-bench.tsx';
import './external/external.css';
import './inspection.css';

/** The desk where papers are checked and what was tested and seen is recorded: one bench for each kind of work. */
export function InspectionDesk() {
  const text = useText();
  const { openId, open } = useNavigation();
  const opened = readOpened(openId);
  const [chosen, setChosen] = useState({ tab: opened.tab ?? 'documents', openId });
  const tab = chosen.openId === openId ? chosen.tab : tabOf(opened, chosen.tab);
  const counts = useQuery('desk.counts', {}).data ?? {};
  const bench: BenchProps = {
    tabs: { tabs: inspectionTabs(counts, text), tab, onTab: (next) => setChosen({ tab: next, openId }) },
    openId: belongsTo(opened, tab) ? opened.id : null,
    onOpen: (id) => open(openedAddress(tab, id)),
  };
  if (tab === 'lab') return <LabBench {...bench} />;
  if (tab === 'visits') return <VisitBench {...bench} />;
  if (tab === 'external') return <ExternalBench {...bench} />;
  if (tab === 'draws') return <DrawBench {...bench} />;
  return <CaseBench {...bench} list={tab} />;
}
