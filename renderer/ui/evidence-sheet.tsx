import type { ReactNode } from 'react';
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
    readonly rows: readonly { readonly cells: readonly SheetText[]; readonly state: SheetState }[];
  }[];
  readonly attachments: readonly AttachedFile[];
}

const TONES: Readonly<Record<SheetState, Tone>> = { holds: 'good', fails: 'bad', pending: 'wait', plain: 'plain' };
const SIGNS: Readonly<Record<SheetState, string>> = { holds: '✓', fails: '✗', pending: '○', plain: '' };

/** A sheet's text in the person's language. */
export const inLanguage = (words: SheetText, language: Language): string =>
  typeof words === 'string' ? words : words[language];

/** A report, a visit or a draw as one page: who, when, from where; its figures against their limits; its files. */
export function EvidenceSheetView({
  sheet,
  thumb,
  onFile,
}: {
  readonly sheet: Sheet;
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
        <div
          key={table.caption.zh}
          className="table-scroll"
          role="group"
          aria-label={table.caption[language]}
          tabIndex={0}
        >
          <table className="data-table sheet-table">
            <caption>{table.caption[language]}</caption>
            <thead>
              <tr>
                {table.columns.map((column) => (
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
              {table.rows.map(({ cells, state }, index) => (
                <tr key={`${index} ${cells.map(say).join(' ')}`} className={`is-${state}`}>
                  {cells.map((cell, column) => (
                    <td key={table.columns[column]?.zh ?? column} className="wraps">
                      {say(cell)}
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
