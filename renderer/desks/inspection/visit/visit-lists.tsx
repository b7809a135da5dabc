import { useQuery } from '#renderer/client/use-query.ts';
import { useText } from '#renderer/ui/language.tsx';

/** The lists of the bench, in the order a visit goes through them. */
export const VISIT_LISTS = ['to-plan', 'planned', 'under-way', 'corrective', 'closed'] as const;
export type VisitList = (typeof VISIT_LISTS)[number];

/** What counts each list; cases that want a visit and closed visits are not counted. */
const COUNTED: Readonly<Partial<Record<VisitList, string>>> = {
  planned: 'visits.planned',
  'under-way': 'visits.open',
  corrective: 'visits.corrective',
};

/** Which list the queue shows, with what waits in each. */
export function VisitLists({ list, onList }: { readonly list: VisitList; readonly onList: (list: VisitList) => void }) {
  const text = useText();
  const counts = useQuery('desk.counts', {}).data ?? {};
  return (
    <fieldset className="visit-lists">
      <legend className="unseen">{text('visits.lists')}</legend>
      {VISIT_LISTS.map((one) => {
        const count = counts[COUNTED[one] ?? ''];
        return (
          <label key={one}>
            <input type="radio" name="visit-list" value={one} checked={one === list} onChange={() => onList(one)} />
            {text(`visits.list-${one}`)}
            {count === undefined || count === 0 ? null : <span className="queue-count">{count}</span>}
          </label>
        );
      })}
    </fieldset>
  );
}
