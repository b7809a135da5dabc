import type { LabLine, LabRow, ReadingView, TestOrderState } from '#shared/contract/lab.ts';
import type { TypedReading } from '#shared/domain/lab/typed-reading.ts';
import type { TextOf } from '#renderer/ui/language.tsx';
import type { Tone } from '#renderer/ui/tag.tsx';

/** How an order's state is tinted. */
export const STATE_TONES: Readonly<Record<TestOrderState, Tone>> = {
  'to-enter': 'plain',
  'to-release': 'wait',
  released: 'good',
  cancelled: 'plain',
};

/** A reading as it was typed, in one line. */
export function typedText(reading: TypedReading, text: TextOf): string {
  switch (reading.kind) {
    case 'quantity': {
      const more = [
        [text('lab.lod'), reading.lod],
        [text('lab.loq'), reading.loq],
        [text('lab.uncertainty'), reading.uncertainty],
      ].flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`${name} ${value}`]));
      return [`${reading.value} ${reading.unit}`, ...more].join(' · ');
    }
    case 'units':
      return `${reading.values.join(', ')} ${reading.unit}`;
    case 'wording': {
      const { judgement } = reading;
      const meets = judgement === undefined ? '' : ` · ${text(judgement.meets ? 'lab.meets' : 'lab.meetsNot')}`;
      return `${reading.text}${meets}`;
    }
    case 'packages':
      return text('lab.packagesTyped', {
        nominal: reading.nominal,
        unit: reading.unit,
        lot: reading.lotSize,
        count: reading.contents.length,
      });
  }
}

/** Where a reading was taken from. */
export function sourceText({ source }: ReadingView, text: TextOf): string {
  if (source.kind === 'typed') return text('lab.typed');
  const { fileName: file, row, sheet } = source;
  return sheet === undefined ? text('lab.imported', { file, row }) : text('lab.importedSheet', { file, sheet, row });
}

/** All readings of an item, newest first. */
export const readingsOf = ({ current, history }: LabLine): readonly ReadingView[] =>
  [...history, ...(current === null ? [] : [current])].reverse();

/** The second line of a row in the queue: whose it is, and how far it has come. */
export function progressText({ state, items, entered, decided, failed, report }: LabRow, text: TextOf): string {
  if (state === null) return text('lab.waitsForOrder');
  if (state === 'released') return report?.number ?? '';
  const left = text('lab.progress', { done: state === 'to-enter' ? entered : decided, items });
  return failed === 0 ? left : `${left} · ${text('lab.failedCount', { count: failed })}`;
}
