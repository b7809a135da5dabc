import type { TextOf } from '#renderer/ui/language.tsx';
import { showClock } from '#renderer/ui/show-time.ts';
import type { KeptSample } from '#shared/contract/custody.ts';

/** Where a sample is, in words: its place, who has it, missing, or gone. */
export function whereOf(sample: KeptSample, text: TextOf): string {
  if (sample.state === 'returned' || sample.state === 'disposed') return text('shelf.gone');
  if (sample.missing) return text('shelf.missing');
  if (sample.holder !== null) return text('shelf.with', { name: sample.holder });
  return sample.location === '' ? text('shelf.reception') : sample.location;
}

/** Whether a sample has left the centre for good. */
export const hasLeft = ({ state }: Pick<KeptSample, 'state'>): boolean => state === 'returned' || state === 'disposed';

/** Barcodes as one text, the first few and how many more. */
export function barcodesOf(samples: readonly Pick<KeptSample, 'barcode'>[]): string {
  const shown = samples.slice(0, 4).map(({ barcode }) => barcode);
  return samples.length > shown.length ? `${shown.join('、')} +${samples.length - shown.length}` : shown.join('、');
}

/** The clock now, for what was just saved. */
export const clockNow = (): string => showClock(new Date().toISOString());
