import { useState, type ReactNode } from 'react';
import { useQuery } from '#renderer/client/use-query.ts';
import { CasePending } from '#renderer/ui/case-pending.tsx';
import type { CaseId } from '#shared/base/ids.ts';
import type { VisitView } from '#shared/contract/visits.ts';
import { PlannedVisit } from './planned-visit.tsx';
import type { VisitList } from './visit-lists.tsx';
import { VisitScreen } from './visit-screen.tsx';

/** What the screens of an open visit are given. */
export interface VisitScreenProps {
  readonly view: VisitView;
  /** What was last saved, as a sentence. */
  readonly said: string | null;
  readonly onSaid: (said: string | null) => void;
  /** The visit as a deed left it, shown before the list has heard of it. */
  readonly onVisit: (view: VisitView) => void;
  readonly onRefresh: () => void;
}

/** One visit: its plan until it begins, then the screen it is worked on. */
export function OpenVisit({
  visitId,
  queue,
  said,
  onSaid,
  onCancelled,
  onList,
}: {
  readonly visitId: string;
  readonly queue: ReactNode;
  readonly said: string | null;
  readonly onSaid: (said: string | null) => void;
  readonly onCancelled: (caseId: CaseId, message: string) => void;
  readonly onList: (list: VisitList) => void;
}) {
  const { data, failure, refetch } = useQuery('visit.get', { visitId });
  const [left, setLeft] = useState<VisitView | null>(null);
  if (data === undefined) return <CasePending queue={queue} problem={failure?.text ?? null} />;
  const view = left !== null && left.version > data.version ? left : data;
  const screen: VisitScreenProps = { view, said, onSaid, onVisit: setLeft, onRefresh: refetch };
  if (view.state === 'planned' || view.state === 'cancelled') {
    return <PlannedVisit {...screen} queue={queue} onCancelled={onCancelled} onStarted={() => onList('under-way')} />;
  }
  return <VisitScreen {...screen} />;
}
