import { useText } from '#renderer/ui/language.tsx';
import { Facts, Panel } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag, type Tone } from '#renderer/ui/tag.tsx';
import type { CommissionView, ExternalReportView } from '#shared/contract/external.ts';
import { OUTCOME_TONES } from './results-panel.tsx';

const TONES: Readonly<Record<CommissionView['state'], Tone>> = {
  open: 'wait',
  reported: 'wait',
  accepted: 'good',
  cancelled: 'plain',
};
const REPORT_TONES: Readonly<Record<ExternalReportView['state'], Tone>> = {
  checking: 'wait',
  accepted: 'good',
  returned: 'bad',
};

/** A commission: whom, with what, since when, until when, under which accreditation. */
export function CommissionPanel({ commission }: { readonly commission: CommissionView }) {
  const text = useText();
  const { at, body, by, cancelled, commissionedOn, dueOn, state, what } = commission;
  const certificate = body.accreditations.find(
    ({ validFrom, validUntil }) => validFrom <= commissionedOn && commissionedOn <= validUntil,
  );
  return (
    <Panel title={text('external.commission')} extra={<Tag tone={TONES[state]}>{text(`external.state-${state}`)}</Tag>}>
      <Facts
        rows={[
          [text('external.body'), body.name],
          [
            text('external.accreditation'),
            certificate === undefined
              ? '—'
              : `${certificate.scheme} ${certificate.number} · ${certificate.validFrom} – ${certificate.validUntil}`,
          ],
          [text('external.what'), what],
          [text('external.commissionedOn'), `${commissionedOn} · ${by} · ${showMoment(at)}`],
          [text('external.dueOn'), dueOn],
          ...(cancelled === null
            ? []
            : ([
                [
                  text('external.state-cancelled'),
                  text('external.cancelledBy', { ...cancelled, at: showMoment(cancelled.at) }),
                ],
              ] as const)),
        ]}
      />
    </Panel>
  );
}

/** A report's own facts: number, days, the body's verdict, what it amends, how it ended. */
export function ReportPanel({ report }: { readonly report: ExternalReportView }) {
  const text = useText();
  const { amendedBy, amends, concluded, issuedOn, number, receivedOn, state, verdict } = report;
  return (
    <Panel
      title={`${text('external.report')} ${number}`}
      extra={<Tag tone={REPORT_TONES[state]}>{text(`external.report-${state}`)}</Tag>}
    >
      <Facts
        rows={[
          [text('external.issuedOn'), issuedOn],
          [text('external.receivedOn'), `${receivedOn} · ${report.by} · ${showMoment(report.at)}`],
          [
            text('external.verdict'),
            <>
              <Tag tone={OUTCOME_TONES[verdict.outcome]}>{text(`external.outcome-${verdict.outcome}`)}</Tag>{' '}
              {verdict.text}
            </>,
          ],
          ...(amends === null ? [] : ([[text('external.amends'), text('external.amendsWhy', amends)]] as const)),
          ...(amendedBy === null ? [] : ([['', text('external.amendedBy', { number: amendedBy.number })]] as const)),
          ...(concluded === null
            ? []
            : ([
                [
                  text(`external.report-${state}`),
                  [text('external.concluded', { by: concluded.by, at: showMoment(concluded.at) }), concluded.text]
                    .filter(Boolean)
                    .join(' · '),
                ],
              ] as const)),
        ]}
      />
    </Panel>
  );
}
