import { useQuery } from '#renderer/client/use-query.ts';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Facts, Figures } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import type { Deed, VisitView } from '#shared/contract/visits.ts';
import { progressOf } from './visit-steps.ts';
import { gapLines, teamText } from './visit-words.ts';

/** More than this many would push what else stands here out of sight. */
const SHOWN_GAPS = 8;

/** Beside the visit: how far it has come, what bars the closing, and what waits for the network. */
export function VisitSide({ view, onStep }: { readonly view: VisitView; readonly onStep: (key: string) => void }) {
  const text = useText();
  const { language } = useLanguage();
  const { answered, findings, lines, photos, requiredLeft, warnings } = progressOf(view);
  const gaps = gapLines(view, text, language);
  const doneBy = (deed: Deed | null): string =>
    deed === null ? '' : text('visits.byAt', { by: deed.by, at: showMoment(deed.at) });
  return (
    <div className="visit-side">
      <section aria-label={text('visits.progress')}>
        <h2>{text('visits.progress')}</h2>
        <Figures
          rows={[
            [text('visits.answeredOf'), `${answered}/${lines}`],
            [text('visits.requiredLeft'), requiredLeft],
            [text('visits.findings'), findings],
            [text('visits.photosTotal'), photos],
          ]}
        />
        {warnings === 0 ? null : <p className="visit-barred">{text('visits.warningsCount', { count: warnings })}</p>}
      </section>
      {view.state === 'closed' ? null : (
        <section aria-label={text('visits.missing')}>
          <h2>{text('visits.missing')}</h2>
          {gaps.length === 0 ? <p>{text('visits.nothingMissing')}</p> : null}
          <ul className="visit-gaps">
            {gaps.slice(0, SHOWN_GAPS).map(({ step, words }) => (
              <li key={`${step} ${words}`}>
                <button type="button" onClick={() => onStep(step)}>
                  {words}
                </button>
              </li>
            ))}
          </ul>
          {gaps.length > SHOWN_GAPS ? (
            <p className="dim small">{text('visits.more', { count: gaps.length - SHOWN_GAPS })}</p>
          ) : null}
        </section>
      )}
      <Network />
      <section aria-label={text('visits.facts')}>
        <h2>{text('visits.facts')}</h2>
        <Facts
          rows={[
            [text('visits.teamTerm'), teamText(view, text)],
            [text('visits.purpose'), view.purpose],
            [text('visits.checklistTerm'), `${view.checklist.id} ${view.checklist.version}`],
            [text('visits.plannedBy'), doneBy(view.planned)],
            [text('visits.startedBy'), doneBy(view.started)],
            ...(view.closed === null ? [] : [[text('visits.closedBy'), doneBy(view.closed)] as const]),
          ]}
        />
      </section>
    </div>
  );
}

/** Whether the network is there and what waits for it: records first, photos after. */
function Network() {
  const text = useText();
  const { data } = useQuery('sync.status', {});
  if (data === undefined) return null;
  const mood = !data.enrolled ? 'netAlone' : data.offline === null ? 'netOnline' : 'netOffline';
  const { files } = data;
  const megabytes = Math.ceil(files.waitingBytes / 1_000_000);
  return (
    <section aria-label={text('visits.network')}>
      <h2>{text('visits.network')}</h2>
      <p>
        <i className={`dot dot-${mood === 'netOffline' ? 'wait' : 'good'}`} aria-hidden="true" />{' '}
        {text(`visits.${mood}`)}
      </p>
      {data.enrolled ? (
        <>
          <Facts
            rows={[
              [text('visits.netFacts'), data.waiting === 0 ? text('visits.netSent') : data.waiting],
              [
                text('visits.netPhotos'),
                files.waiting === 0
                  ? text('visits.netSent')
                  : text('visits.netFiles', { count: files.waiting, mb: megabytes }),
              ],
            ]}
          />
          <p className="dim small">{text('visits.netOrder')}</p>
        </>
      ) : null}
    </section>
  );
}
