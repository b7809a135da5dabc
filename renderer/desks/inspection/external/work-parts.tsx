import type { ReactNode } from 'react';
import { CaseHead } from '#renderer/ui/case-head.tsx';
import { useText } from '#renderer/ui/language.tsx';
import type { CaseView } from '#shared/contract/cases.ts';
import type { CommissionView } from '#shared/contract/external.ts';
import { CommissionPanel, ReportPanel } from './commission-panel.tsx';

/** What every part of the bench needs to know of the case it works on. */
export interface Work {
  readonly view: CaseView;
  readonly queue: ReactNode;
  readonly today: string;
  /** Why this person may not work on it; null when they may. */
  readonly mayNot: string | null;
  /** What was last saved. */
  readonly said: ReactNode;
  readonly onSaid: (words: string) => void;
  readonly onMoved: (queue: 'open' | 'concluded') => void;
}

/** The case's head, as every step shows it. */
export function ExternalHead({ view }: { readonly view: CaseView }) {
  return (
    <CaseHead
      id={view.id}
      productName={view.productName}
      category={view.product.category}
      specification={view.product.specification}
      enterpriseName={view.enterprise.name}
      uscc={view.enterprise.uscc}
      place={view.enterprise.divisionName}
      requestedStar={view.requestedStar}
      stage={view.stage}
    />
  );
}

/** Commissions and reports that came before, as history. */
export function EarlierWork({ commissions }: { readonly commissions: readonly CommissionView[] }) {
  const text = useText();
  if (commissions.length === 0) return null;
  return (
    <details className="external-earlier">
      <summary>{text('external.earlier')}</summary>
      {commissions.map((one) => (
        <div key={one.id} className="external-stack">
          <CommissionPanel commission={one} />
          {one.reports.map((report) => (
            <ReportPanel key={report.id} report={report} />
          ))}
        </div>
      ))}
    </details>
  );
}
