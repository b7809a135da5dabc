import { usePaper } from '#renderer/client/use-paper.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PaperButton } from '#renderer/ui/paper-button.tsx';
import { Facts } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { LabReportView } from '#shared/contract/lab.ts';
import { citationText, reportedText, requirementText, VERDICT_TONES } from '#renderer/ui/test-words.ts';
import { typedText } from './lab-words.ts';

/** A released report as it stands for good, with the one it takes the place of and the one that took its place. */
export function ReportDialog({
  reportId,
  onOpen,
  onClose,
}: {
  readonly reportId: string;
  readonly onOpen: (reportId: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { data: report, failure } = useQuery('lab.report', { reportId });
  const ask = usePaper('lab.report-paper', { reportId });
  return (
    <Dialog
      title={text('lab.reportTitle', { number: report?.number ?? '' })}
      size="large"
      onClose={onClose}
      footer={
        <>
          <ActionButton onPress={onClose}>{text('common.close')}</ActionButton>
          <PaperButton
            ask={ask}
            label={text('lab.paper')}
            title={text('lab.paperTitle', { number: report?.number ?? '' })}
            combo="Ctrl+Enter"
            tone="primary"
          />
        </>
      }
    >
      {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
      {report === undefined ? null : <Report report={report} onOpen={onOpen} />}
    </Dialog>
  );
}

function Report({ report, onOpen }: { readonly report: LabReportView; readonly onOpen: (reportId: string) => void }) {
  const text = useText();
  const { language } = useLanguage();
  const orders = useQuery('lab.get', { orderId: report.orderId }).data;
  const byNumber = (number: string): string | undefined => orders?.reports.find((other) => other.number === number)?.id;
  const link = (number: string) => {
    const id = byNumber(number);
    return id === undefined ? (
      number
    ) : (
      <button type="button" className="lab-report-link" onClick={() => onOpen(id)}>
        {number}
      </button>
    );
  };
  const nameOf = (at: string): string =>
    orders?.lines.flatMap(({ history }) => history).find((reading) => reading.at === at)?.by ?? '';
  return (
    <div className="stack">
      <div className="lab-report-head">
        <Facts
          rows={[
            [
              text('lab.conclusion'),
              <Tag key="verdict" tone={VERDICT_TONES[report.verdict]}>
                {text(`lab.verdict-${report.verdict}`)}
              </Tag>,
            ],
            [text('lab.sample'), `${report.barcode} · ${text('lab.batch', { batch: report.batch })}`],
            [text('lab.plan'), `${report.planName[language]} ${report.planVersion}`],
            [text('lab.purpose'), text(`lab.purpose-${report.purpose}`)],
          ]}
        />
        <Facts
          rows={[
            [text('lab.issuedOn'), report.issuedOn],
            [text('lab.releasedBy'), `${report.releasedBy} ${showMoment(report.releasedAt)}`],
            [text('lab.order'), report.orderNumber],
            ...(report.amends === null
              ? []
              : ([
                  [text('lab.amends'), link(report.amends.number)] as const,
                  [text('common.reason'), report.amends.reason] as const,
                ] as const)),
          ]}
        />
      </div>
      {report.amendedBy === null ? null : (
        <Notice kind="warning">
          {text('lab.replacedBy')} {link(report.amendedBy)}
        </Notice>
      )}
      {report.scope === null ? null : <Notice kind="warning">{report.scope[language]}</Notice>}
      <DataTable
        label={text('lab.reportLines')}
        rows={report.lines}
        rowKey={({ item }) => item.id}
        columns={[
          {
            key: 'item',
            title: text('lab.item'),
            wraps: true,
            render: ({ item }) => (
              <>
                {item[language]}
                <div className="dim small">{citationText(item, text)}</div>
              </>
            ),
          },
          {
            key: 'asked',
            title: text('lab.requirement'),
            wraps: true,
            render: ({ item }) => requirementText(item, text, language),
          },
          {
            key: 'reading',
            title: text('lab.rawReading'),
            wraps: true,
            render: ({ before, reading }) => (
              <>
                {typedText(reading, text)}
                {before.map((old) => (
                  <div key={old.at} className="dim small">
                    <s>{old.raw.join(', ')}</s>{' '}
                    {[nameOf(old.at), old.reason].filter((part) => part !== '' && part !== null).join(' · ')}
                  </div>
                ))}
              </>
            ),
          },
          { key: 'value', title: text('lab.reported'), render: ({ result }) => reportedText(result) },
          {
            key: 'verdict',
            title: text('lab.conclusion'),
            render: ({ result }) => (
              <Tag tone={VERDICT_TONES[result.verdict]}>{text(`lab.verdict-${result.verdict}`)}</Tag>
            ),
          },
          {
            key: 'by',
            title: text('lab.enteredBy'),
            render: ({ enteredAt, enteredByName }) => `${enteredByName} ${showMoment(enteredAt).slice(5)}`,
          },
        ]}
      />
      <p className="dim small">{text('lab.reportConcerns')}</p>
    </div>
  );
}
