import type { ReactNode } from 'react';
import { DataTable, type Column } from '#renderer/ui/data-table.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Tag, type Tone } from '#renderer/ui/tag.tsx';
import { reasonText, reportedText, requirementText, VERDICT_TONES } from '#renderer/ui/test-words.ts';
import type { ExternalReportView, ExternalResultView } from '#shared/contract/external.ts';
import type { BodyVerdict } from '#shared/domain/external/external-result.ts';

/** How a body's verdict is tinted. */
export const OUTCOME_TONES: Readonly<Record<BodyVerdict['outcome'], Tone>> = {
  passed: 'good',
  failed: 'bad',
  none: 'plain',
};

const shownValue = ({ reading }: ExternalResultView): string => {
  switch (reading.kind) {
    case 'quantity':
      return `${reading.value} ${reading.unit}`;
    case 'units':
      return `${reading.values.join(' ')} ${reading.unit}`;
    case 'wording':
      return reading.text;
    case 'packages':
      return `${reading.contents.join(' ')} ${reading.unit}`;
  }
};

/** The figures of a report, marked as from outside: the body's verdict and the centre's reading in columns of their own. */
export function ResultsPanel({ report, extra }: { readonly report: ExternalReportView; readonly extra: ReactNode }) {
  const text = useText();
  const { language } = useLanguage();
  const columns: readonly Column<ExternalResultView>[] = [
    { key: 'name', title: text('external.item'), render: (row) => row.item?.[language] ?? row.name, wraps: true },
    { key: 'value', title: text('external.value'), render: (row) => <span className="code">{shownValue(row)}</span> },
    {
      key: 'asked',
      title: text('external.requirement'),
      render: ({ item }) => (item === null ? '—' : requirementText(item, text, language)),
      wraps: true,
    },
    {
      key: 'body',
      title: text('external.bodyVerdict'),
      render: ({ body }) => (
        <Tag tone={OUTCOME_TONES[body.outcome]}>{body.text ?? text(`external.outcome-${body.outcome}`)}</Tag>
      ),
    },
    { key: 'centre', title: text('external.centre'), render: (row) => <Centre row={row} />, wraps: true },
  ];
  return (
    <Panel title={text('external.results')} extra={extra}>
      {report.results.length === 0 ? (
        <p className="dim">{text('external.resultsNone')}</p>
      ) : (
        <>
          <DataTable
            label={text('external.results')}
            columns={columns}
            rows={report.results}
            rowKey={(row) => row.item?.id ?? `· ${row.name}`}
          />
          <p className="dim small">{text('external.resultsHint')}</p>
        </>
      )}
    </Panel>
  );
}

function Centre({ row: { centre } }: { readonly row: ExternalResultView }) {
  const text = useText();
  const { language } = useLanguage();
  const { differs, result, unreadable } = centre;
  if (unreadable !== null) return <Tag tone="wait">{unreadable[language]}</Tag>;
  if (result === null) return <span className="dim">{text('external.notInPlan')}</span>;
  return (
    <span title={reasonText(result, language)}>
      <Tag tone={VERDICT_TONES[result.verdict]}>{text(`lab.verdict-${result.verdict}`)}</Tag>{' '}
      <span className="code">{reportedText(result)}</span>
      {differs ? <b className="external-differs"> {text('external.differs')}</b> : null}
    </span>
  );
}
