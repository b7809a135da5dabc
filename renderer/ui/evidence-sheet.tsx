import { Fragment, type ReactNode } from 'react';
import type { Bilingual } from '#shared/domain/star/star.ts';
import { Icon } from './icons.tsx';
import { useLanguage, useText, type Language } from './language.tsx';
import { Facts } from './panel.tsx';
import { Tag, type Tone } from './tag.tsx';
import type { AttachedFile } from './viewer/file-words.ts';
import './evidence-sheet.css';

type SheetText = string | Bilingual;
type SheetState = 'holds' | 'fails' | 'pending' | 'plain';

/** A piece of evidence as one page, as the backend draws it. */
export interface Sheet {
  readonly title: SheetText;
  readonly state: SheetState;
  readonly facts: readonly (readonly [label: Bilingual, value: SheetText])[];
  readonly tables: readonly {
    readonly caption: Bilingual;
    readonly columns: readonly Bilingual[];
    readonly rows: readonly {
      readonly cells: readonly SheetText[];
      readonly state: SheetState;
      /** The criterion it serves. */
      readonly about?: string;
    }[];
  }[];
  readonly attachments: readonly AttachedFile[];
}

const TONES: Readonly<Record<SheetState, Tone>> = { holds: 'good', fails: 'bad', pending: 'wait', plain: 'plain' };
const SIGNS: Readonly<Record<SheetState, string>> = { holds: '✓', fails: '×', pending: '○', plain: '' };

/** A sheet's text in the person's language. */
export const inLanguage = (words: SheetText, language: Language): string =>
  typeof words === 'string' ? words : words[language];

/** A report, a visit or a draw as one page: who, when, from where; its figures against their limits; its files. */
export function EvidenceSheetView({
  sheet,
  about,
  thumb,
  onFile,
}: {
  readonly sheet: Sheet;
  /** The criterion it is opened for: its rows are marked (`is-asked`). */
  readonly about: string | null;
  /** Draws a small picture of a photo. */
  readonly thumb: (file: AttachedFile) => ReactNode;
  readonly onFile: (id: string) => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const say = (words: SheetText): string => inLanguage(words, language);
  return (
    <article className="evidence-sheet" aria-label={say(sheet.title)}>
      <h2>
        {say(sheet.title)}{' '}
        {sheet.state === 'plain' ? null : <Tag tone={TONES[sheet.state]}>{text(`ladder.${sheet.state}`)}</Tag>}
      </h2>
      <Facts rows={sheet.facts.map(([label, value]) => [label[language], say(value)] as const)} />
      {sheet.tables.map((table) => (
        <SheetTable key={table.caption.zh} table={table} about={about} />
      ))}
      {sheet.attachments.length === 0 ? null : (
        <section aria-label={text('evidence.sheetFiles')}>
          <h3>{text('evidence.sheetFiles')}</h3>
          <ul className="sheet-files">
            {sheet.attachments.map((file) => (
              <li key={file.id}>
                <button type="button" onClick={() => onFile(file.id)}>
                  <span className="unseen">{text('evidence.openFile', { name: file.name })}</span>
                  {file.mediaType === 'application/pdf' ? (
                    <span className="sheet-pdf">
                      <Icon name="file" size={22} />
                      {text('evidence.pdfPages', { pages: file.pages })}
                    </span>
                  ) : (
                    thumb(file)
                  )}
                  <span className="sheet-name">{file.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

/** Words in which a day is never broken at its hyphens. */
const withWholeDays = (words: string): ReactNode =>
  words.split(/(\d{4}-\d{2}-\d{2})/).map((part, at) =>
    at % 2 === 0 ? (
      <Fragment key={at}>{part}</Fragment>
    ) : (
      <span key={at} className="sheet-day">
        {part}
      </span>
    ),
  );

/** Columns that stand side by side in half a window; a row of more becomes a card there. */
const MOST_ABREAST = 5;

/** One table of a sheet, without the columns in which nothing stands. */
function SheetTable({
  table: { caption, columns, rows },
  about,
}: {
  readonly table: Sheet['tables'][number];
  readonly about: string | null;
}) {
  const text = useText();
  const { language } = useLanguage();
  const say = (words: SheetText): string => inLanguage(words, language);
  const filled = columns.flatMap((column, at) =>
    rows.some(({ cells }) => say(cells[at] ?? '') !== '') ? [{ column, at }] : [],
  );
  return (
    <div className="table-scroll" role="group" aria-label={caption[language]} tabIndex={0}>
      <table className={filled.length > MOST_ABREAST ? 'data-table sheet-table is-many' : 'data-table sheet-table'}>
        <caption>{caption[language]}</caption>
        <thead>
          <tr>
            {filled.map(({ column }) => (
              <th key={column.zh} scope="col">
                {column[language]}
              </th>
            ))}
            <th scope="col">
              <span className="unseen">{text('evidence.state')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ about: serves, cells, state }, index) => (
            <tr
              key={`${index} ${cells.map(say).join(' ')}`}
              className={serves !== undefined && serves === about ? `is-${state} is-asked` : `is-${state}`}
            >
              {filled.map(({ at, column }) => (
                <td key={column.zh} className="wraps" data-label={column[language]}>
                  {withWholeDays(say(cells[at] ?? ''))}
                </td>
              ))}
              <td>
                {state === 'plain' ? null : (
                  <span className={`sheet-sign is-${state}`} role="img" aria-label={text(`ladder.${state}`)}>
                    {SIGNS[state]}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
