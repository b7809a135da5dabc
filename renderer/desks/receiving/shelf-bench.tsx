import { Input, type InputRef } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useRight, useSession } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Choice } from '#renderer/ui/choice.tsx';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { useScanTaker } from '#renderer/ui/scan-inbox.tsx';
import type { KeptSample } from '#shared/contract/custody.ts';
import { isLocationCode, readLocationCode } from '#shared/domain/location.ts';
import { readScan } from '#shared/domain/scan-code.ts';
import { CustodyDeeds } from './custody-deeds.tsx';
import { CustodyTable } from './custody-table.tsx';
import { barcodesOf, clockNow, hasLeft } from './shelf-words.ts';

interface Said {
  readonly kind: 'saved' | 'warning' | 'error';
  readonly words: string;
}

/**
 * Scan samples, then the shelf: the samples are there. A shelf alone opens.
 *
 * A scan takes the focus out of the field, so that single keys do deeds on what was scanned.
 */
export function ShelfBench({ queue }: { readonly queue: ReactNode }) {
  const text = useText();
  const { open } = useNavigation();
  const mayMove = useRight('samples.move');
  const me = useSession().data?.person?.name ?? '';
  const find = useCommand('sample.find');
  const shelve = useCommand('sample.shelve');
  const field = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [samples, setSamples] = useState<readonly KeptSample[]>([]);
  const [tested, setTested] = useState<'yes' | 'no'>('yes');
  const [said, setSaid] = useState<readonly Said[]>([]);

  const addSample = async (code: string): Promise<void> => {
    const reply = await find.run({ code });
    if (!reply.ok) return;
    const sample = reply.value;
    if (sample === null) setSaid([{ kind: 'error', words: text('shelf.noSample', { code }) }]);
    else if (hasLeft(sample)) {
      const state = text(`receiving.state.${sample.state}`);
      setSaid([{ kind: 'error', words: text('shelf.left', { barcode: sample.barcode, state }) }]);
    } else if (samples.some(({ id }) => id === sample.id))
      setSaid([{ kind: 'warning', words: text('shelf.listed', { barcode: sample.barcode }) }]);
    else {
      setSaid([]);
      setSamples((now) => [...now, sample]);
    }
  };
  const moveTo = async (place: string): Promise<void> => {
    const reply = await shelve.run({
      sampleIds: samples.map(({ id }) => id),
      location: place,
      tested: tested === 'yes',
    });
    if (!reply.ok) return;
    const moved = reply.value.samples;
    const values = { at: clockNow(), by: me, count: moved.length, place, barcodes: barcodesOf(moved) };
    const { unsuitable } = reply.value;
    setSaid([
      { kind: 'saved', words: text('shelf.moved', values) },
      ...(unsuitable.length === 0
        ? []
        : [{ kind: 'warning' as const, words: text('shelf.unsuitable', { place, barcodes: unsuitable.join('、') }) }]),
    ]);
    setSamples([]);
  };
  const take = (raw: string): void => {
    const code = raw.trim();
    setTyped('');
    setSaid([]);
    shelve.reset();
    if (code === '') return;
    const place = readLocationCode(code);
    if (!isLocationCode(place)) void addSample(code);
    else if (samples.length === 0) open(`shelf:${place}`);
    else void moveTo(place);
  };
  useScanTaker((code) => {
    const { kind } = readScan(code);
    if (kind !== 'sample' && kind !== 'location') return false;
    take(code);
    field.current?.blur();
    return true;
  });
  useKeys([{ combo: 'F', label: text('shelf.scan'), run: () => field.current?.focus() }]);

  const noRight = mayMove ? null : text('shelf.needMove');
  const fromTest = samples.some(({ holder, state }) => holder !== null && state === 'in-test');
  return (
    <DeskLayout
      queue={queue}
      bar={
        <ActionBar
          info={samples.length === 0 ? null : <b>{text('shelf.count', { count: samples.length })}</b>}
          primary={{
            label: samples.length === 0 ? text('shelf.lookUp') : text('shelf.toPlace'),
            pending: find.pending || shelve.pending,
            disabledReason: noRight ?? (typed.trim() === '' ? text('shelf.scanFirst') : null),
            onPress: () => take(typed),
          }}
        >
          <CustodyDeeds
            samples={samples}
            onDone={(words) => {
              setSaid([{ kind: 'saved', words }]);
              setSamples([]);
            }}
          />
        </ActionBar>
      }
    >
      <h1 className="shelf-title">{text('shelf.benchTitle')}</h1>
      <p className="dim">{text('shelf.benchDetail')}</p>
      <Field label={text('shelf.scan')} hint={text('shelf.scanHint')} error={shelve.fieldErrors['location']}>
        {(control) => (
          <Input
            {...control}
            ref={field}
            className="location"
            autoFocus
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onPressEnter={(event) => {
              if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              take(typed);
            }}
          />
        )}
      </Field>
      {shelve.failure === null || shelve.fieldErrors['location'] !== undefined ? null : (
        <Notice kind="error">{shelve.failure.text}</Notice>
      )}
      {find.failure === null ? null : <Notice kind="error">{find.failure.text}</Notice>}
      {said.map(({ kind, words }) => (
        <Notice key={words} kind={kind}>
          {words}
        </Notice>
      ))}
      {fromTest ? (
        <Choice
          label={text('shelf.tested')}
          options={[
            { value: 'yes', label: text('shelf.testedYes') },
            { value: 'no', label: text('shelf.testedNo') },
          ]}
          value={tested}
          onChange={setTested}
        />
      ) : null}
      {samples.length === 0 ? null : (
        <>
          <CustodyTable
            label={text('shelf.list')}
            samples={samples}
            onRemove={(id) => setSamples((now) => now.filter((sample) => sample.id !== id))}
          />
          <div>
            <ActionButton tone="quiet" onPress={() => setSamples([])}>
              {text('shelf.clear')}
            </ActionButton>
          </div>
        </>
      )}
    </DeskLayout>
  );
}
