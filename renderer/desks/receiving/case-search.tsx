import { Input } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useQuery } from '#renderer/client/use-query.ts';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import type { SearchHit } from '#shared/contract/cases.ts';

const SHOWN = 20;

/**
 * Finds a case by any part of product, enterprise, initials, number or the end of a phone number.
 *
 * The only hit is chosen by itself; `view` is the field with what it found.
 */
export function useCaseSearch(
  label: string,
  hint: string,
): { readonly target: SearchHit | undefined; readonly view: ReactNode } {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const wanted = useDeferredValue(typed.trim());
  const { data } = useQuery(
    'search.find',
    { text: wanted, limit: SHOWN },
    { enabled: wanted !== '', keepPrevious: true },
  );
  const cases = wanted === '' ? [] : (data ?? []).filter((hit) => hit.kind === 'case');
  const target = cases.find(({ id }) => id === chosen) ?? (cases.length === 1 ? cases[0] : undefined);
  const view = (
    <>
      <Field label={label} hint={hint}>
        {(control) => <Input {...control} autoFocus value={typed} onChange={(event) => setTyped(event.target.value)} />}
      </Field>
      {wanted !== '' && data !== undefined && cases.length === 0 ? (
        <p className="dim">{text('receiving.noCases')}</p>
      ) : null}
      {cases.length === 0 ? null : (
        <fieldset className="case-choice">
          <legend className="unseen">{text('receiving.cases')}</legend>
          {cases.map((hit) => (
            <label key={hit.id}>
              <input type="radio" name="case" checked={hit.id === target?.id} onChange={() => setChosen(hit.id)} />
              <b>{hit.title}</b>
              <span className="dim small">{hit.detail}</span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
  return { target, view };
}
