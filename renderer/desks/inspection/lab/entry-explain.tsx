import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { faultAt, type EntryItem } from './entry-lines.ts';
import { citationText, markText, reasonText, requirementText } from '#renderer/ui/test-words.ts';
import { sourceText } from './lab-words.ts';

/** The line under the sheet: what the item at hand asks and where that stands, and why its result is what it is. */
export function EntryExplain({ one, field }: { readonly one: EntryItem; readonly field: string }) {
  const text = useText();
  const { language } = useLanguage();
  const { fault, item, line, result, tidied } = one;
  const { current } = line;
  const changed = tidied.find((tidy) => tidy.field === field);
  const why =
    (faultAt(one, field) ?? fault)?.[language] ??
    (result === null ? text('lab.nothingYet') : reasonText(result, language));
  const mark = result === null ? null : markText(result, text);
  return (
    <div className="lab-explain" role="status" aria-label={text('lab.explain')}>
      <div>
        <b>{item[language]}</b> {requirementText(item, text, language)}{' '}
        <span className="dim small">{citationText(item, text)}</span>
      </div>
      <div className={fault === null ? 'lab-why' : 'lab-why is-wrong'}>
        {why}
        {changed === undefined ? null : (
          <span className="dim small"> · {text('lab.readAs', { raw: changed.raw, text: changed.text })}</span>
        )}
        {mark === null ? null : <span className="dim small"> · {mark}</span>}
        {result?.limitWithinUncertainty === true ? (
          <span className="small"> · {text('lab.withinUncertainty')}</span>
        ) : null}
        {current === null || one.edited ? null : (
          <span className="dim small">
            {' '}
            · {current.by} {showMoment(current.at)} · {sourceText(current, text)}
          </span>
        )}
      </div>
      {item.verify === true ? <div className="small lab-verify-words">{text('lab.verifyDetail')}</div> : null}
    </div>
  );
}
