import { useState } from 'react';
import { useRight, useSession } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import type { KeptSample } from '#shared/contract/custody.ts';
import { AfterlifeDispose } from './afterlife-dispose.tsx';
import { DisplayDialog, RetainDialog, ReturnDialog, TakeOutDialog } from './custody-dialogs.tsx';
import { barcodesOf, clockNow, hasLeft } from './shelf-words.ts';

const DEEDS = [
  { name: 'takeOut', combo: 'T', dialog: TakeOutDialog },
  { name: 'retain', combo: 'R', dialog: RetainDialog },
  { name: 'display', combo: 'D', dialog: DisplayDialog },
  { name: 'return', combo: 'B', dialog: ReturnDialog },
  { name: 'dispose', combo: 'X', dialog: AfterlifeDispose },
] as const;
type DeedName = (typeof DEEDS)[number]['name'];

/** What can be done with samples besides moving them; each deed asks for what it needs. */
export function CustodyDeeds({
  samples,
  onDone,
}: {
  readonly samples: readonly KeptSample[];
  /** What was saved, in words. */
  readonly onDone: (words: string) => void;
}) {
  const text = useText();
  const me = useSession().data?.person?.name ?? '';
  const mayMove = useRight('samples.move');
  const mayReceive = useRight('samples.receive');
  const mayDispose = useRight('samples.dispose');
  const [doing, setDoing] = useState<DeedName | null>(null);
  const none = samples.length === 0 || samples.some(hasLeft);
  const held = samples.find(({ holder }) => holder !== null);
  const reasonAgainst = (name: DeedName): string | null => {
    if (samples.some(hasLeft)) return text('shelf.gone');
    if (held !== undefined) return text('shelf.with', { name: held.holder ?? '' });
    if (samples.some(({ missing }) => missing)) return text('shelf.missing');
    if (name === 'takeOut') return mayMove ? null : text('shelf.needMove');
    if (name === 'dispose' && !mayDispose) return text('shelf.needDispose');
    if (name !== 'dispose' && !mayReceive) return text('shelf.needClerk');
    const leaves = name === 'dispose' || name === 'return';
    return leaves && samples.some(({ legalHold }) => legalHold) ? text('shelf.onHold') : null;
  };
  useKeys(
    DEEDS.filter(({ name }) => !none && reasonAgainst(name) === null).map(({ combo, name }) => ({
      combo,
      label: text(`shelf.${name}`),
      run: () => setDoing(name),
    })),
  );
  if (samples.every(hasLeft)) return null;
  const Dialog = DEEDS.find(({ name }) => name === doing)?.dialog;
  return (
    <>
      {DEEDS.map(({ combo, name }) => (
        <ActionButton key={name} combo={combo} disabledReason={reasonAgainst(name)} onPress={() => setDoing(name)}>
          {text(`shelf.${name}`)}
        </ActionButton>
      ))}
      {Dialog === undefined ? null : (
        <Dialog
          samples={samples}
          onClose={() => setDoing(null)}
          onDone={(what) => {
            setDoing(null);
            const barcodes = barcodesOf(samples);
            onDone(text('shelf.done', { at: clockNow(), by: me, what, count: samples.length, barcodes }));
          }}
        />
      )}
    </>
  );
}
