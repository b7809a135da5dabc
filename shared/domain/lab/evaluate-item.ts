import { because, type ItemResult, resultOf } from './item-result.ts';
import { evaluateMicrobiological } from './microbiological-item.ts';
import { evaluateNetContent } from './net-content-item.ts';
import { evaluateNotDetected } from './not-detected-item.ts';
import { evaluateNumeric } from './numeric-item.ts';
import type { ItemReading } from './reading.ts';
import type { TestItem } from './test-item.ts';
import { evaluateWording } from './wording-item.ts';

/**
 * Works out an item's verdict from its reading: passed, failed, or undecided with what is in the way.
 *
 * Pure and exact; a verdict is never typed. Unreadable figures, unlike units and readings of another
 * kind are undecided, with what was entered kept in `raw`.
 */
export function evaluateItem(item: TestItem, reading: ItemReading): ItemResult {
  if (item.kind === 'numeric' && reading.kind === 'quantity') return evaluateNumeric(item, reading);
  if (item.kind === 'not-detected' && reading.kind === 'quantity') return evaluateNotDetected(item, reading);
  if (item.kind === 'microbiological' && reading.kind === 'units') return evaluateMicrobiological(item, reading);
  if (item.kind === 'wording' && reading.kind === 'wording') return evaluateWording(item, reading);
  if (item.kind === 'net-content' && reading.kind === 'packages') return evaluateNetContent(item, reading);
  const raw = rawOf(reading);
  return resultOf(item, {
    verdict: 'undecided',
    reasons: [because('reading.wrong-kind')],
    raw,
    unit: 'unit' in reading ? reading.unit : null,
    requirement: item.kind,
    reported: raw.join(', '),
  });
}

function rawOf(reading: ItemReading): readonly string[] {
  switch (reading.kind) {
    case 'quantity':
      return [reading.value];
    case 'units':
      return reading.values;
    case 'wording':
      return [reading.text];
    case 'packages':
      return reading.contents;
  }
}
