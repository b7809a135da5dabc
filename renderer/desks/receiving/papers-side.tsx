import { useState } from 'react';
import { useInfinite } from '#renderer/client/use-query.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { clockText, workingSpan } from '#renderer/ui/clock-text.ts';
import { useText } from '#renderer/ui/language.tsx';
import { Facts } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag, type Tone } from '#renderer/ui/tag.tsx';
import type { CaseView } from '#shared/contract/cases.ts';
import type { MessageView } from '#shared/contract/messages.ts';
import type { ReviewRules } from '#shared/domain/document-checklist.ts';
import { MessageWithdrawDialog } from './message-withdraw-dialog.tsx';

const CLOCK_TONES = { plain: 'plain', amber: 'wait', red: 'bad' } as const;
const STATE_TONES: Readonly<Record<MessageView['state'], Tone>> = {
  prepared: 'wait',
  'handed-over': 'good',
  refused: 'bad',
  withdrawn: 'plain',
};

/** Beside the papers of a case: the clock, the returns, and what was written to the applicant. */
export function PapersSide({
  view,
  rules,
  disabledReason,
  onWithdrawn,
}: {
  readonly view: CaseView;
  readonly rules: ReviewRules;
  /** Why nothing may be withdrawn; null when it may. */
  readonly disabledReason: string | null;
  readonly onWithdrawn: () => void;
}) {
  const text = useText();
  const [leaving, setLeaving] = useState<MessageView | null>(null);
  const messages = useInfinite('message.list', { caseId: view.id });
  return (
    <div className="papers-side">
      <ClockFacts view={view} rules={rules} />
      {view.returns.map((row) => (
        <section key={row.messageId} className="papers-return">
          <Tag tone={row.resubmittedAt === null ? 'wait' : 'plain'}>
            {row.resubmittedAt === null
              ? text('papers.returnOpen')
              : text('papers.returnEnded', { at: showMoment(row.resubmittedAt) })}
          </Tag>{' '}
          <span className="dim small">{text('papers.returnedBy', { by: row.by, at: showMoment(row.at) })}</span>
          <ul>
            {row.wanted.map(({ what }) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </section>
      ))}
      <h2>{text('papers.messages')}</h2>
      {messages.rows.length === 0 ? <p className="dim">{text('papers.noMessages')}</p> : null}
      <ul className="messages">
        {messages.rows.map((message) => (
          <li key={message.id}>
            <details>
              <summary>
                <Tag tone={STATE_TONES[message.state]}>{text(`papers.state-${message.state}`)}</Tag> {message.subject}
              </summary>
              <p className="message-body">{message.body}</p>
              {message.state === 'prepared' || message.state === 'refused' ? (
                <ActionButton disabledReason={disabledReason} onPress={() => setLeaving(message)}>
                  {text('papers.withdraw')}
                </ActionButton>
              ) : null}
            </details>
            <div className="dim small">
              {[message.by, showMoment(message.at), message.reason].filter(Boolean).join(' · ')}
            </div>
          </li>
        ))}
      </ul>
      {messages.hasMore ? (
        <ActionButton tone="quiet" onPress={messages.more}>
          {text('common.more')}
        </ActionButton>
      ) : null}
      {leaving === null ? null : (
        <MessageWithdrawDialog
          message={leaving}
          onDone={() => {
            setLeaving(null);
            onWithdrawn();
          }}
          onClose={() => setLeaving(null)}
        />
      )}
    </div>
  );
}

function ClockFacts({ view, rules }: { readonly view: CaseView; readonly rules: ReviewRules }) {
  const text = useText();
  const { clock } = view;
  if (clock === null) return null;
  const used = workingSpan(clock.usedMinutes, text);
  return (
    <section aria-label={text('papers.clock')}>
      <h2>
        {text('papers.clock')} <Tag tone={CLOCK_TONES[clock.tone]}>{clockText(clock, text).text}</Tag>
      </h2>
      <Facts
        rows={[
          [text('papers.clockUsed'), used],
          [text('papers.clockDue'), clock.dueAtMs === null ? '—' : showMoment(new Date(clock.dueAtMs).toISOString())],
        ]}
      />
      <p className="dim small">{text('papers.clockRule', { days: rules.clock.workingDays })}</p>
    </section>
  );
}
