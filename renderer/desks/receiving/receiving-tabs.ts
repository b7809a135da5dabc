import type { TextOf } from '#renderer/ui/language.tsx';
import type { QueueTab } from '#renderer/ui/queue-tabs.tsx';
import type { ParcelRow } from '#shared/contract/intake.ts';

/** Tabs of parcels by state. */
export type ParcelTab = ParcelRow['state'];
/** Tabs of cases whose papers are under review; named as the lists of `case.list` are. */
export type PapersTab = 'papers' | 'awaiting-papers' | 'papers-overdue';
/** The tabs whose lists stand beside parcels and papers. */
export type ListedTab = ParcelTab | PapersTab;
/** The tabs of the receiving queue; what is due is listed with the shelves. */
export type ReceivingTab = ListedTab | 'due';

/** Whether a tab lists cases by their papers. */
export const isPapersTab = (tab: ReceivingTab): tab is PapersTab =>
  tab === 'papers' || tab === 'awaiting-papers' || tab === 'papers-overdue';

/** The tabs over the receiving queue with what waits in each. */
export const receivingTabs = (
  counts: Readonly<Record<string, number>>,
  text: TextOf,
): readonly QueueTab<ReceivingTab>[] => [
  { key: 'announced', label: text('receiving.announced'), count: counts['parcels.announced'] },
  { key: 'received', label: text('receiving.today'), count: counts['parcels.received-today'] },
  { key: 'orphan', label: text('receiving.orphan'), count: counts['parcels.orphan'] },
  { key: 'papers', label: text('papers.tabPapers'), count: counts['cases.papers'] },
  { key: 'awaiting-papers', label: text('papers.tabAwaiting'), count: counts['cases.awaiting-papers'] },
  { key: 'papers-overdue', label: text('papers.tabOverdue'), count: counts['cases.papers-overdue'] },
  { key: 'due', label: text('shelf.due'), count: counts['samples.due'] },
];
