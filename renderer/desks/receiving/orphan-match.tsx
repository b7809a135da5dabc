import { Input } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { groupCode } from '#renderer/ui/group-code.ts';
import type { ParcelRow, ParcelView } from '#shared/contract/intake.ts';
import { ParcelHead } from './parcel-head.tsx';

const SHOWN = 20;

/** Finds the case an orphan parcel belongs to and matches it. */
export function OrphanMatch({
  parcel,
  said,
  queue,
  side,
  onMatched,
}: {
  readonly parcel: ParcelView;
  readonly queue: ReactNode;
  readonly side: ReactNode;
  /** What was just saved about this parcel; null when nothing was. */
  readonly said: string | null;
  readonly onMatched: (row: ParcelRow) => void;
}) {
  const text = useText();
  const mayReceive = useRight('samples.receive');
  const { run, pending, failure } = useCommand('parcel.match');
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
  const match = async (caseId: string): Promise<void> => {
    const reply = await run({ parcelId: parcel.id, caseId });
    if (reply.ok) onMatched(reply.value);
  };
  const disabledReason = !mayReceive
    ? text('receiving.needClerk')
    : target === undefined
      ? text('receiving.chooseCase')
      : null;
  return (
    <DeskLayout
      queue={queue}
      side={side}
      bar={
        <ActionBar
          info={target === undefined ? null : <b>{target.title}</b>}
          primary={{
            label: text('receiving.matchTo'),
            pending,
            disabledReason,
            onPress: () => {
              if (target !== undefined) void match(target.id);
            },
          }}
        />
      }
    >
      <ParcelHead parcel={parcel} />
      {said === null ? null : <Notice kind="saved">{said}</Notice>}
      {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
      <h2>{text('receiving.orphanTitle', { waybill: groupCode(parcel.waybill) })}</h2>
      <Field label={text('receiving.findCase')} hint={text('receiving.orphanDetail')}>
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
    </DeskLayout>
  );
}
