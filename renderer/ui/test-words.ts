import type { ItemResult, ItemVerdict } from '#shared/domain/lab/item-result.ts';
import { labSentence } from '#shared/domain/lab/lab-sentences.ts';
import { limitText } from '#shared/domain/lab/limit.ts';
import type { RoundingRule } from '#shared/domain/lab/rounding.ts';
import type { TestItem } from '#shared/domain/lab/test-item.ts';
import type { Language, TextOf } from './language.tsx';
import type { Tone } from './tag.tsx';

/** How a verdict is tinted. */
export const VERDICT_TONES: Readonly<Record<ItemVerdict, Tone>> = { passed: 'good', failed: 'bad', undecided: 'wait' };

/** What an item asks, in the person's language. */
export function requirementText(item: TestItem, text: TextOf, language: Language): string {
  switch (item.kind) {
    case 'numeric':
      return `${limitText(item.limit)} ${item.unit}`;
    case 'not-detected':
      return text('lab.notDetected', { limit: item.detectionLimit, unit: item.unit });
    case 'microbiological':
      return `n=${item.n}, c=${item.c}, m=${item.m}${item.M === null ? '' : `, M=${item.M}`} ${item.unit}`;
    case 'wording':
      return item.wording[language];
    case 'net-content':
      return text('lab.netContent', { rules: item.rules });
  }
}

/** How far a value is rounded, in words. */
export function roundingText(rule: RoundingRule, text: TextOf): string {
  switch (rule.kind) {
    case 'decimals':
      return text('lab.roundDecimals', { count: rule.places });
    case 'significant':
      return text('lab.roundSignificant', { count: rule.digits });
    case 'interval':
      return text('lab.roundInterval', { interval: rule.interval });
  }
}

/** Where an item's requirement stands, by which method it is read, and how its value is compared. */
export function citationText(item: TestItem, text: TextOf): string {
  const { standard, clause } = item.source;
  const method = item.method === null ? null : text('lab.byMethod', { method: item.method });
  const compared =
    item.kind === 'numeric' && item.comparison === 'rounded-value' ? text('lab.compared-rounded-value') : null;
  const rounded = item.kind === 'numeric' && item.rounding !== undefined ? roundingText(item.rounding, text) : null;
  return [`${standard} ${clause}`, method, rounded, compared].filter((part) => part !== null).join(' · ');
}

/** The figure a result is told by: what stands in the report, with its unit; nothing where words or many counts say it. */
export function reportedText(result: ItemResult): string {
  if (result.kind === 'numeric' || result.kind === 'not-detected')
    return `${result.reported} ${result.unit ?? ''}`.trim();
  const mean = result.netContent?.mean;
  return mean === undefined || mean === null ? '' : `${mean.value} ${result.netContent?.unit ?? ''}`;
}

/** Why a verdict is what it is. */
export const reasonText = (result: ItemResult, language: Language): string =>
  result.reasons.map(({ code, data }) => labSentence(code, data)[language]).join(language === 'zh' ? '；' : '; ');

/** What the mark behind a reported value says (GB/T 8170—2008, 4.3.2); null where there is none. */
export function markText({ comparison, full, reported, rounded }: ItemResult, text: TextOf): string | null {
  if (comparison !== 'full-value' || rounded === null || rounded.step === 'exact') return null;
  return text(rounded.step === 'down' ? 'lab.markedCut' : 'lab.markedCarried', { reported, full: full ?? '' });
}
