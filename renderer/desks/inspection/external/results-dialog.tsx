import { Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { EntryCell, EntryWrite } from '#renderer/ui/entry-grid-model.ts';
import { EntryGrid, type EntryLine, type EntrySection } from '#renderer/ui/entry-grid.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useLanguage, useText, type Language, type TextOf } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { reportedText, requirementText, VERDICT_TONES } from '#renderer/ui/test-words.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { useFormDraft } from '#renderer/ui/use-form-draft.ts';
import type { ExternalReportView } from '#shared/contract/external.ts';
import { readExternal } from '#shared/domain/external/external-result.ts';
import { offeredPlan } from '#shared/domain/lab/plan-fit.ts';
import { resultOf, rowsFor, sentRows, type ResultRow } from './result-rows.ts';

/** Enters the figures of a report as they stand there, with the centre's own reading beside each. */
export function ResultsDialog({
  report,
  category,
  onDone,
  onClose,
}: {
  readonly report: ExternalReportView;
  /** The product's category: its plan is the one that is offered first. */
  readonly category: string;
  readonly onDone: (report: ExternalReportView) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const rules = useQuery('external.rules', {}).data;
  const plans = rules?.plans ?? [];
  const save = useCommand('external.set-results');
  const draft = useFormDraft<{ planId: string | null; typed: Readonly<Record<string, string>> }>(
    `external.results.${report.id}`,
    { planId: null, typed: {} },
  );
  const [left, setLeft] = useState(0);
  const { planId, typed } = draft.value;
  const offered = planId ?? report.plan?.id ?? offeredPlan(plans, category)?.id;
  const plan = plans.find(({ id }) => id === offered) ?? null;
  const rows = rowsFor(report, plan, text, language).map((row): ResultRow => ({
    ...row,
    fields: Object.fromEntries(
      [...new Set([...Object.keys(row.fields), 'name', 'value', 'unit', 'lod', 'method', 'body'])].map((field) => [
        field,
        typed[`${row.key}|${field}`] ?? row.fields[field] ?? '',
      ]),
    ),
  }));
  const sent = sentRows(rows, text);
  const write = (writes: readonly EntryWrite[]): void =>
    draft.change({ typed: { ...typed, ...Object.fromEntries(writes.map(({ key, text: words }) => [key, words])) } });
  const send = async (): Promise<void> => {
    const reply = await save.run({ reportId: report.id, planId: plan?.id ?? null, rows: [...sent] });
    if (!reply.ok) return;
    draft.clear();
    onDone(reply.value);
  };
  const faults = Object.values(save.fieldErrors);
  return (
    <Dialog title={text('external.resultsTitle', { number: report.number })} size="large" onClose={onClose}>
      <DialogForm
        submitLabel={text('external.resultsSave')}
        pending={save.pending}
        problem={save.failure?.text ?? (faults.length === 0 ? null : faults.join(' '))}
        disabledReason={sent.length === 0 ? text('external.resultsEmpty') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <Notice kind="info">{text('external.resultsHint')}</Notice>
        <Field label={text('external.plan')}>
          {({ status, ...control }) => (
            <Select
              {...control}
              status={status}
              value={plan?.id ?? ''}
              options={[
                { value: '', label: text('external.planNone') },
                ...plans.map((one) => ({ value: one.id, label: `${one.category[language]} (${one.version})` })),
              ]}
              onChange={(value: string) => draft.change({ planId: value })}
            />
          )}
        </Field>
        {left > 0 ? <Notice kind="error">{text('external.resultsLeft', { count: left })}</Notice> : null}
        <div className="external-sheet">
          {rules === undefined ? (
            <p role="status">{text('common.loading')}</p>
          ) : (
            <EntryGrid
              key={plan?.id ?? ''}
              autoFocus
              label={text('external.results')}
              sections={sectionsOf(rows, text, language)}
              onWrite={write}
              onLeft={setLeft}
            />
          )}
        </div>
      </DialogForm>
    </Dialog>
  );
}

/** The centre's reading of a row in words, as it is read aloud. */
function centreWords(row: ResultRow, text: TextOf): string {
  const result = resultOf(row, text);
  if (result === undefined) return '—';
  const { differs, result: read, unreadable } = readExternal(result);
  if (unreadable !== null) return text('external.unreadable');
  if (read === null) return text('external.notInPlan');
  const words = `${text(`lab.verdict-${read.verdict}`)} ${reportedText(read)}`;
  return differs ? `${words} ${text('external.differs')}` : words;
}

/** The centre's reading of a row, in its last cell. */
function CentreCell({ row }: { readonly row: ResultRow }) {
  const text = useText();
  const result = resultOf(row, text);
  if (result === undefined) return <span className="dim small">—</span>;
  const { differs, result: read, unreadable } = readExternal(result);
  if (unreadable !== null) return <Tag tone="wait">{text('external.unreadable')}</Tag>;
  if (read === null) return <span className="dim small">{text('external.notInPlan')}</span>;
  return (
    <>
      <Tag tone={VERDICT_TONES[read.verdict]}>{text(`lab.verdict-${read.verdict}`)}</Tag>{' '}
      <span className="code">{reportedText(read)}</span>
      {differs ? <b className="external-differs"> {text('external.differs')}</b> : null}
    </>
  );
}

function sectionsOf(rows: readonly ResultRow[], text: TextOf, language: Language): readonly EntrySection[] {
  const names = {
    name: text('external.item'),
    value: text('external.value'),
    unit: text('external.unit'),
    lod: text('external.lod'),
    method: text('external.method'),
    body: text('external.bodyVerdict'),
  };
  type FieldName = keyof typeof names;
  const verdicts = [text('external.outcome-passed'), text('external.outcome-failed')];
  const cell = (row: ResultRow, field: FieldName): EntryCell => {
    const words = row.fields[field] ?? '';
    const known = field === 'body' ? verdicts : row.item?.kind === 'wording' && field === 'value' ? row.item.meets : [];
    const result = field === 'value' ? resultOf(row, text) : undefined;
    const fault = result === undefined ? null : readExternal(result).unreadable;
    return {
      key: `${row.key}|${field}`,
      name: names[field],
      text: words,
      standing: fault !== null ? 'refused' : words === '' ? 'empty' : 'saved',
      ...(fault === null ? {} : { note: fault[language] }),
      ...(known.length === 0 ? {} : { options: known }),
    };
  };
  const line = (row: ResultRow, fields: readonly FieldName[], index: number): EntryLine => {
    const key = `${row.key}|centre`;
    return {
      key: row.key,
      name: row.item?.[language] ?? `${text('external.itemOther')} ${index + 1}`,
      head:
        row.item === null ? (
          <span className="dim small">{index + 1}</span>
        ) : (
          <>
            <span className="external-item" title={row.item[language]}>
              {row.item[language]}
            </span>
            <span className="dim small external-item">{requirementText(row.item, text, language)}</span>
          </>
        ),
      cells: [
        ...fields.map((field) => cell(row, field)),
        { key, name: text('external.centre'), text: centreWords(row, text), standing: 'computed' },
      ],
      shown: { [key]: <CentreCell row={row} /> },
    };
  };
  const section = (
    key: string,
    title: string,
    fields: readonly FieldName[],
    widths: string,
    lines: readonly ResultRow[],
    valueTitle = names.value,
  ): EntrySection => ({
    key,
    title,
    columns: [
      title,
      ...fields.map((field) => (field === 'value' ? valueTitle : names[field])),
      text('external.centre'),
    ],
    widths,
    lines: lines.map((row, index) => line(row, fields, index)),
  });
  const of = (kinds: readonly string[]): readonly ResultRow[] =>
    rows.filter(({ item }) => item !== null && kinds.includes(item.kind));
  const wide = 'minmax(150px, 1.2fr)';
  const last = '88px minmax(250px, 1.4fr)';
  return [
    section(
      'figures',
      text('external.item'),
      ['value', 'unit', 'lod', 'method', 'body'],
      `${wide} minmax(90px, 1fr) 84px 76px minmax(110px, 1fr) ${last}`,
      of(['numeric', 'not-detected']),
    ),
    section(
      'counts',
      text('lab.counts'),
      ['value', 'unit', 'body'],
      `${wide} minmax(160px, 2fr) 84px ${last}`,
      of(['microbiological']),
      text('external.values'),
    ),
    section(
      'words',
      text('lab.words'),
      ['value', 'body'],
      `${wide} minmax(160px, 2fr) ${last}`,
      of(['wording']),
      text('external.wording'),
    ),
    section(
      'others',
      text('external.itemOther'),
      ['name', 'value', 'unit', 'method', 'body'],
      `minmax(110px, 0.6fr) minmax(110px, 1.2fr) minmax(90px, 1fr) 84px minmax(110px, 1fr) ${last}`,
      rows.filter(({ item }) => item === null),
    ),
  ].filter(({ lines }) => lines.length > 0);
}
