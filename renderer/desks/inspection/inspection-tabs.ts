import type { TextOf } from '#renderer/ui/language.tsx';
import type { QueueTab } from '#renderer/ui/queue-tabs.tsx';

/** Tabs whose rows are cases. */
export const CASE_TABS = ['documents', 'inspection', 'overdue'] as const;
export type CaseTab = (typeof CASE_TABS)[number];
/** The tabs over the inspection queue. */
export type InspectionTab = CaseTab | 'lab' | 'visits' | 'external' | 'draws';

export const isCaseTab = (tab: InspectionTab): tab is CaseTab => CASE_TABS.some((one) => one === tab);

/** What the address of something open at this desk begins with, by the tab it belongs to; a case has none. */
const PREFIXES: Readonly<Partial<Record<InspectionTab, string>>> = {
  lab: 'lab:',
  visits: 'visit:',
  external: 'external:',
  draws: 'draw:',
};

/** What is open, and under which tab: `lab:ID` is a test order; a bare id is a case. */
export interface Opened {
  readonly tab: InspectionTab | null;
  readonly id: string | null;
}

/** Reads what is open at this desk from its address. */
export function readOpened(openId: string | null): Opened {
  for (const [tab, prefix] of Object.entries(PREFIXES)) {
    if (openId?.startsWith(prefix)) return { tab: tab as InspectionTab, id: openId.slice(prefix.length) };
  }
  return { tab: null, id: openId };
}

/** The tab of what was opened from elsewhere; a case is shown under any tab of cases. */
export const tabOf = ({ id, tab }: Opened, now: InspectionTab): InspectionTab =>
  tab ?? (id === null || isCaseTab(now) ? now : 'documents');

/** Whether what is open is a thing of a tab: a person may look at another list meanwhile. */
export const belongsTo = ({ tab }: Opened, shown: InspectionTab): boolean =>
  tab === null ? isCaseTab(shown) : tab === shown;

/** Writes the address of a thing of a tab. */
export const openedAddress = (tab: InspectionTab, id: string): string => `${PREFIXES[tab] ?? ''}${id}`;

/** The tabs with what waits in each. */
export const inspectionTabs = (
  counts: Readonly<Record<string, number>>,
  text: TextOf,
): readonly QueueTab<InspectionTab>[] => [
  { key: 'documents', label: text('inspection.tabDocuments'), count: counts['cases.documents'] },
  { key: 'inspection', label: text('inspection.tabInspection'), count: counts['cases.inspection'] },
  { key: 'overdue', label: text('inspection.tabOverdue'), count: counts['cases.overdue'] },
  {
    key: 'lab',
    label: text('lab.tab'),
    count: (counts['lab.to-order'] ?? 0) + (counts['lab.to-enter'] ?? 0) + (counts['lab.to-release'] ?? 0),
  },
  { key: 'visits', label: text('visits.tab'), count: counts['visits.open'] },
  {
    key: 'external',
    label: text('external.tab'),
    count: (counts['external.to-commission'] ?? 0) + (counts['external.open'] ?? 0),
  },
  { key: 'draws', label: text('external.drawTab'), count: counts['draws.waiting'] },
];

/** What every bench of the desk is given: the tabs it stands under, and what of its own is open. */
export interface BenchProps {
  readonly tabs: {
    readonly tabs: readonly QueueTab<InspectionTab>[];
    readonly tab: InspectionTab;
    readonly onTab: (tab: InspectionTab) => void;
  };
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}
