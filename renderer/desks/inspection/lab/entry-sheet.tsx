import { useState } from 'react';
import type { TestItem } from '#shared/domain/lab/test-item.ts';
import type { EntryCell, EntryWrite } from '#renderer/ui/entry-grid-model.ts';
import { EntryGrid, type EntryLine, type EntrySection } from '#renderer/ui/entry-grid.tsx';
import { useLanguage, useText, type Language, type TextOf } from '#renderer/ui/language.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { EntryExplain } from './entry-explain.tsx';
import { cellKey, faultAt, packagesOf, standingOf, type EntryItem } from './entry-lines.ts';
import { reasonText, reportedText, requirementText, VERDICT_TONES } from '#renderer/ui/test-words.ts';

const RESULT = 'result';
const PER_ROW = 10;
/** The item's and the result's columns stand under each other in every section. */
const HEAD = 'minmax(190px, 27%)';
const RESULT_WIDTH = '212px';

/** The sheet of an order: a row for every item, what was read, and what it comes to; explained under it. */
export function EntrySheet({
  label,
  items,
  readOnly,
  onWrite,
  onLeft,
  onItem,
}: {
  readonly label: string;
  readonly items: readonly EntryItem[];
  readonly readOnly: boolean;
  readonly onWrite: (writes: readonly EntryWrite[]) => void;
  readonly onLeft: (count: number) => void;
  /** The item a person stands on. */
  readonly onItem: (itemId: string) => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const [active, setActive] = useState<EntryCell | null>(null);
  const itemId = active?.key.slice(0, active.key.lastIndexOf('|'));
  const field = active?.key.slice(active.key.lastIndexOf('|') + 1) ?? '';
  const here = items.find(({ item }) => item.id === itemId);
  return (
    <div className="lab-sheet">
      <EntryGrid
        label={label}
        sections={sheetSections(items, readOnly, text, language)}
        autoFocus={!readOnly}
        onWrite={onWrite}
        onLeft={onLeft}
        onActive={(cell) => {
          setActive(cell);
          onItem(cell.key.slice(0, cell.key.lastIndexOf('|')));
        }}
      />
      {here === undefined ? null : <EntryExplain one={here} field={field} />}
    </div>
  );
}

function ResultCell({ one: { edited, fault, result } }: { readonly one: EntryItem }) {
  const text = useText();
  if (fault !== null) return <Tag tone="bad">{text('lab.toCorrect')}</Tag>;
  if (result === null) return <span className="dim small">{text('lab.notEntered')}</span>;
  return (
    <>
      <Tag tone={VERDICT_TONES[result.verdict]}>{text(`lab.verdict-${result.verdict}`)}</Tag>{' '}
      <span className="code">{reportedText(result)}</span>
      {edited ? <span className="dim small"> {text('lab.unsaved')}</span> : null}
    </>
  );
}

function ItemHead({ item }: { readonly item: TestItem }) {
  const text = useText();
  const { language } = useLanguage();
  const requirement = requirementText(item, text, language);
  return (
    <>
      <span className="lab-item" title={item[language]}>
        <span className="lab-item-name">{item[language]}</span>
        {item.verify === true ? (
          <span className="lab-verify" title={text('lab.verifyDetail')}>
            {text('lab.verify')}
          </span>
        ) : null}
      </span>
      <span className="dim small lab-asked" title={`${item.source.standard} ${item.source.clause}`}>
        {item.kind === 'net-content' || item.kind === 'wording' ? null : <b>{requirement}</b>}
        {item.kind === 'net-content' || item.kind === 'wording' ? requirement : ` ${item.method ?? ''}`}
      </span>
    </>
  );
}

/** Groups items by the cells their readings take; within a group they stand as the plan has them. */
function sheetSections(
  items: readonly EntryItem[],
  readOnly: boolean,
  text: TextOf,
  language: Language,
): readonly EntrySection[] {
  const cell = (one: EntryItem, field: string, name: string, more: Partial<EntryCell> = {}): EntryCell => {
    const fault = faultAt(one, field);
    return {
      key: cellKey(one.item.id, field),
      name,
      text: one.fields[field] ?? '',
      standing: standingOf(one, field, readOnly),
      ...(fault === undefined ? {} : { note: fault[language] }),
      ...more,
    };
  };
  const result = (one: EntryItem): EntryCell => {
    const { fault, result: found } = one;
    const words =
      fault !== null
        ? [text('lab.toCorrect')]
        : found === null
          ? [text('lab.notEntered')]
          : [text(`lab.verdict-${found.verdict}`), reportedText(found), one.edited ? text('lab.unsaved') : ''];
    const note = fault?.[language] ?? (found === null ? undefined : reasonText(found, language));
    return {
      key: cellKey(one.item.id, RESULT),
      name: text('lab.result'),
      text: words.filter((part) => part !== '').join(' '),
      standing: 'computed',
      ...(note === undefined ? {} : { note }),
    };
  };
  const line = (one: EntryItem, cells: readonly EntryCell[]): EntryLine => ({
    key: one.item.id,
    name: one.item[language],
    head: <ItemHead item={one.item} />,
    cells: [...cells, result(one)],
    shown: { [cellKey(one.item.id, RESULT)]: <ResultCell one={one} /> },
  });
  const of = (kinds: readonly TestItem['kind'][]): readonly EntryItem[] =>
    items.filter(({ item }) => kinds.includes(item.kind));

  const figures = of(['numeric', 'not-detected']);
  const names = {
    value: text('lab.value'),
    unit: text('lab.unit'),
    lod: text('lab.lod'),
    loq: text('lab.loq'),
    uncertainty: text('lab.uncertainty'),
  };
  const figureSection: EntrySection = {
    key: 'figures',
    title: text('lab.figures'),
    columns: [text('lab.figures'), ...Object.values(names), text('lab.result')],
    widths: `${HEAD} minmax(92px, 1.3fr) minmax(88px, 0.8fr) repeat(3, minmax(76px, 0.7fr)) ${RESULT_WIDTH}`,
    lines: figures.map((one) =>
      line(
        one,
        Object.entries(names).map(([field, name]) => cell(one, field, name)),
      ),
    ),
  };

  const counted = of(['microbiological']);
  const sizes = [...new Set(counted.map(({ item }) => (item.kind === 'microbiological' ? item.n : 0)))];
  const countSections = sizes.map((n): EntrySection => {
    const places = Array.from({ length: n }, (_, index) => index);
    return {
      key: `counts-${n}`,
      title: text('lab.counts'),
      columns: [
        text('lab.counts'),
        ...places.map((place) => text('lab.unitNo', { number: place + 1 })),
        text('lab.unit'),
        text('lab.result'),
      ],
      widths: `${HEAD} repeat(${n}, minmax(48px, 1fr)) 88px ${RESULT_WIDTH}`,
      lines: counted
        .filter(({ item }) => item.kind === 'microbiological' && item.n === n)
        .map((one) =>
          line(one, [
            ...places.map((place) =>
              cell(one, `values[${place}]`, text('lab.unitNo', { number: place + 1 }), { series: one.item.id }),
            ),
            cell(one, 'unit', text('lab.unit')),
          ]),
        ),
    };
  });

  const words = of(['wording']);
  const wordSection: EntrySection = {
    key: 'words',
    title: text('lab.words'),
    columns: [text('lab.words'), text('lab.finding'), text('lab.judgement'), text('lab.result')],
    widths: `${HEAD} minmax(160px, 1.6fr) 110px ${RESULT_WIDTH}`,
    lines: words.map((one) => {
      const { item } = one;
      const known = item.kind === 'wording' ? [...item.meets, ...item.fails] : [];
      const judgement = one.fields['judgement'] ?? '';
      const shown = judgement === 'yes' ? text('lab.meets') : judgement === 'no' ? text('lab.meetsNot') : judgement;
      return line(one, [
        cell(one, 'text', text('lab.finding'), { options: known }),
        cell(one, 'judgement', text('lab.judgement'), {
          text: shown,
          options: [text('lab.meets'), text('lab.meetsNot')],
        }),
      ]);
    }),
  };

  const weighed = of(['net-content']).flatMap((one): readonly EntrySection[] => {
    const count = packagesOf(one.fields);
    const rows = Array.from({ length: Math.ceil(count / PER_ROW) }, (_, index) => index * PER_ROW);
    return [
      {
        key: `net-${one.item.id}`,
        title: text('lab.net'),
        columns: [text('lab.net'), text('lab.nominal'), text('lab.unit'), text('lab.lotSize'), text('lab.result')],
        widths: `${HEAD} minmax(110px, 1fr) 88px minmax(110px, 1fr) ${RESULT_WIDTH}`,
        lines: [
          line(one, [
            cell(one, 'nominal', text('lab.nominal')),
            cell(one, 'unit', text('lab.unit')),
            cell(one, 'lotSize', text('lab.lotSize')),
          ]),
        ],
      },
      {
        key: `packages-${one.item.id}`,
        title: text('lab.packages'),
        columns: [
          text('lab.packagesOf', { count }),
          ...Array.from({ length: PER_ROW }, (_, index) => String(index + 1)),
        ],
        widths: `minmax(130px, 1.2fr) repeat(${PER_ROW}, minmax(0, 1fr))`,
        lines: rows.map((from) => ({
          key: `${one.item.id}-${from}`,
          name: one.item[language],
          head: (
            <span className="small">
              {text('lab.packagesFromTo', { from: from + 1, to: Math.min(from + PER_ROW, count) })}
            </span>
          ),
          cells: Array.from({ length: Math.min(PER_ROW, count - from) }, (_, index) =>
            cell(one, `contents[${from + index}]`, text('lab.packageNo', { number: from + index + 1 }), {
              series: one.item.id,
            }),
          ),
        })),
      },
    ];
  });
  return [figureSection, ...countSections, wordSection, ...weighed].filter(({ lines }) => lines.length > 0);
}
