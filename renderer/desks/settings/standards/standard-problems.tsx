import { DataTable } from '#renderer/ui/data-table.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import type { StandardProblem } from '#shared/contract/standards.ts';
import type { ImportOutcome } from './import-standard.tsx';

/** The import lists at most so many. */
const MOST = 50;

/** Everything wrong with a file, place by place, so that it is corrected in one go. */
export function StandardProblems({
  outcome: { name, problems },
  onClose,
}: {
  readonly outcome: ImportOutcome;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const title = text('standards.wrongTitle', { name, count: problems.length });
  return (
    <>
      <Notice kind="error" onClose={onClose}>
        <b>{title}</b>
        <div>{text('standards.wrongDetail')}</div>
        {problems.length < MOST ? null : <div>{text('standards.wrongMore', { count: MOST })}</div>}
      </Notice>
      <Panel title={text('standards.problem')}>
        <DataTable<StandardProblem>
          label={title}
          columns={[
            {
              key: 'field',
              title: text('standards.field'),
              render: ({ field }) => <span className="mono">{field ?? text('standards.whole')}</span>,
            },
            { key: 'problem', title: text('standards.problem'), wraps: true, render: (problem) => problem[language] },
          ]}
          rows={problems}
          rowKey={({ field, en }) => `${field} ${en}`}
        />
      </Panel>
    </>
  );
}
