import { useState } from 'react';
import { DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { IncidentPage } from './incident-page.tsx';
import { incidentOf } from './incident-words.ts';
import { ReviewCase } from './review-case.tsx';
import { ReviewQueue } from './review-queue.tsx';
import type { ReviewTab } from './review-tabs.ts';
import './review.css';

/** The desk where experts read a case and a decider grants its star. */
export function ReviewDesk() {
  const text = useText();
  const { openId } = useNavigation();
  const incidentId = incidentOf(openId);
  const [tab, setTab] = useState<ReviewTab>(incidentId === null ? 'review' : 'incidents');
  const queue = <ReviewQueue tab={tab} onTab={setTab} />;
  if (incidentId !== null) return <IncidentPage key={incidentId} incidentId={incidentId} queue={queue} />;
  if (openId === null) {
    return (
      <DeskLayout queue={queue}>
        <EmptyState title={text('review.choose')} detail={text('review.chooseDetail')} />
      </DeskLayout>
    );
  }
  return <ReviewCase key={openId} caseId={openId} queue={queue} />;
}
