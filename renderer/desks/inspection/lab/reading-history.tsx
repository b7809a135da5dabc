import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { LabLine } from '#shared/contract/lab.ts';
import { reasonText, VERDICT_TONES } from '#renderer/ui/test-words.ts';
import { readingsOf, sourceText, typedText } from './lab-words.ts';

/** Every reading that was ever entered, the item at hand first; none is lost. */
export function ReadingHistory({
  lines,
  itemId,
  onClose,
}: {
  readonly lines: readonly LabLine[];
  readonly itemId: string | null;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const read = lines.filter(({ current }) => current !== null);
  const first = read.filter(({ item }) => item.id === itemId);
  const sorted = [...first, ...read.filter(({ item }) => item.id !== itemId)];
  return (
    <Dialog
      title={text('lab.historyTitle')}
      size="medium"
      onClose={onClose}
      footer={<ActionButton onPress={onClose}>{text('common.close')}</ActionButton>}
    >
      <div className="stack" role="group" tabIndex={0} aria-label={text('lab.historyTitle')}>
        {sorted.length === 0 ? <p className="dim">{text('lab.noReadings')}</p> : null}
        {sorted.map((line) => (
          <section key={line.item.id} className="lab-history" aria-label={line.item[language]}>
            <h3>{line.item[language]}</h3>
            <ol>
              {readingsOf(line).map((reading, index) => (
                <li key={reading.at}>
                  <Tag tone={VERDICT_TONES[reading.result.verdict]}>
                    {text(`lab.verdict-${reading.result.verdict}`)}
                  </Tag>{' '}
                  {index === 0 ? <b>{typedText(reading.reading, text)}</b> : <s>{typedText(reading.reading, text)}</s>}
                  <div className="dim small">
                    {reading.by} · {showMoment(reading.at)} · {sourceText(reading, text)} ·{' '}
                    {text(`lab.change-${reading.change}`)}
                    {reading.reason === null ? '' : ` · ${reading.reason}`}
                  </div>
                  <div className="small">{reasonText(reading.result, language)}</div>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
