import { useLanguage, useText } from './language.tsx';
import './row-faults.css';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What is wrong in a file that was taken in, as the import tells it. */
export interface Faults {
  readonly first: readonly { readonly place: Words; readonly field: Words | null; readonly message: Words }[];
  readonly more: number;
}

/** The first wrong rows of a file: where, which field, why; and how many more there are. */
export function RowFaultList({ faults: { first, more } }: { readonly faults: Faults }) {
  const text = useText();
  const { language } = useLanguage();
  if (first.length === 0) return null;
  return (
    <div className="row-faults" role="group" aria-label={text('common.wrongRows')} tabIndex={0}>
      <ul>
        {first.map(({ field, message, place }) => (
          <li key={`${place.zh} ${field?.zh ?? ''} ${message.zh}`}>
            <b>
              {place[language]}
              {field === null ? '' : ` · ${field[language]}`}
            </b>{' '}
            {message[language]}
          </li>
        ))}
        {more === 0 ? null : <li className="dim">{text('common.moreFaults', { count: more })}</li>}
      </ul>
    </div>
  );
}
