import type { ReviewClock } from '#shared/domain/review-clock.ts';
import { clockText } from './clock-text.ts';
import { dueText } from './due-text.ts';
import { useText } from './language.tsx';
import { QueueLine } from './queue-line.tsx';

/** What a queue shows of a case. */
export interface CaseLineFacts {
  readonly productName: string;
  readonly enterpriseName: string;
  readonly requestedStar: number;
  readonly dueOn: string;
  /** Where the document review stands; shown in the due day's place while it is under way. */
  readonly clock: ReviewClock | null;
}

/** A queue's line for a case, for the `line` of a {@link Queue}. */
export const caseLine = (row: CaseLineFacts, today: string, state?: string) => (
  <CaseLine row={row} today={today} state={state} />
);

/** A case in a queue: product and stars, enterprise and due day; `state` stands in the due day's place when given. */
export function CaseLine({
  row,
  today,
  state,
}: {
  readonly row: CaseLineFacts;
  readonly today: string;
  readonly state?: string | undefined;
}) {
  const text = useText();
  const due = row.clock === null ? dueText(row.dueOn, today, text) : clockText(row.clock, text);
  return (
    <QueueLine
      title={row.productName}
      star={row.requestedStar}
      detail={row.enterpriseName}
      due={state ?? due.text}
      tone={state === undefined ? due.tone : 'plain'}
    />
  );
}
