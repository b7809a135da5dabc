import type { TestedItemOnPaper } from '#electron/backend/documents/lab-report-sheet.ts';
import type { ReportedLine } from '#shared/contract/lab.ts';
import type { ItemResult } from '#shared/domain/lab/item-result.ts';
import { labSentence } from '#shared/domain/lab/lab-sentences.ts';
import { requirementText } from '#shared/domain/lab/requirement-text.ts';
import type { TypedReading } from '#shared/domain/lab/typed-reading.ts';
import { COMPARED, roundingWords, VERDICTS } from './lab-words.ts';

const NOTHING = '—';

/** A reported line in the words of its paper. */
export function itemOnPaper({ item, reading, result, tidied }: ReportedLine, index: number): TestedItemOnPaper {
  return {
    number: String(index + 1),
    item: { zh: item.zh, en: item.en },
    about: [
      ...(item.method === null ? [] : [`方法 Method ${item.method}`]),
      ...(item.verify === true ? ['待核 to be checked'] : []),
    ],
    requirement: requirementText(item),
    source: `${item.source.standard} ${item.source.clause}`,
    reading: readingText(reading),
    readingNotes: [
      ...readingNotes(reading),
      ...tidied.map(({ raw, text }) => `“${raw}”按 ${text} 读取 read as ${text}`),
      ...(result.limitWithinUncertainty === true ? ['限量在不确定度之内 the limit lies within the uncertainty'] : []),
    ],
    reported: reportedText(result),
    reportedNotes: reportedNotes(reading, result),
    verdict: VERDICTS[result.verdict],
    failed: result.verdict === 'failed',
    below: [...setText(reading), ...netContentText(result), ...reasonText(result)],
  };
}

/** A reading to the letter, each of a set on its line; of packages, how many there are: each stands below. */
function readingText(reading: TypedReading): string {
  switch (reading.kind) {
    case 'quantity':
      return `${reading.value} ${reading.unit}`;
    case 'units':
      return reading.values.map((value, at) => `${at + 1}: ${value} ${reading.unit}`).join('\n');
    case 'wording':
      return reading.text;
    case 'packages':
      return `${reading.contents.length} 件 packages`;
  }
}

function readingNotes(reading: TypedReading): readonly string[] {
  if (reading.kind === 'wording' && reading.judgement !== undefined)
    return [
      reading.judgement.meets ? '录入人判断：符合 judged to meet it' : '录入人判断：不符合 judged not to meet it',
    ];
  return reading.kind === 'quantity' ? limitsOf(reading) : [];
}

/** The limits and the uncertainty that a quantity was given with. */
export const limitsOf = ({ lod, loq, uncertainty }: Extract<TypedReading, { kind: 'quantity' }>): readonly string[] =>
  [['LOD', lod] as const, ['LOQ', loq] as const, ['U', uncertainty] as const].flatMap(([name, value]) =>
    value === undefined || value.trim() === '' ? [] : [`${name} ${value}`],
  );

/** The figure that stands for a result: nothing where words or counts say it, the mean of a lot for its content. */
function reportedText({ kind, netContent, reported, unit }: ItemResult): string {
  if (kind === 'numeric' || kind === 'not-detected') return unit === null ? reported : `${reported} ${unit}`;
  const mean = netContent?.mean ?? null;
  return mean === null ? NOTHING : `${mean.value} ${netContent?.unit ?? ''}`;
}

function reportedNotes(reading: TypedReading, result: ItemResult): readonly string[] {
  const { comparison, full, rounded, rounding } = result;
  const converted = full !== null && reading.kind === 'quantity' && full !== reading.value;
  const how = [
    ...(rounding === null ? [] : [roundingWords(rounding)]),
    ...(comparison === null ? [] : [COMPARED[comparison]]),
  ];
  return [
    ...(rounded === null || rounded.written === rounded.value ? [] : [`记作 written ${rounded.written}`]),
    ...(converted ? [`全数值 full value ${full} ${result.unit ?? ''}`] : []),
    ...(how.length === 0 ? [] : [how.map(({ zh }) => zh).join('，'), how.map(({ en }) => en).join(', ')]),
    ...(result.kind === 'net-content' && result.netContent?.mean ? ['平均实际含量 mean content'] : []),
  ];
}

const setText = (reading: TypedReading): readonly string[] =>
  reading.kind === 'packages'
    ? [
        `标注净含量 Declared: ${reading.nominal} ${reading.unit} · 批量 Lot: ${reading.lotSize}`,
        `各件实际含量 Content of each package (${reading.unit}): ${reading.contents.join('; ')}`,
      ]
    : [];

function netContentText({ netContent }: ItemResult): readonly string[] {
  if (netContent === undefined) return [];
  const { mean, sampleSize, shortage, shortOnce, shortOnceAllowed, shortTwice, unit } = netContent;
  const short =
    `抽样 Sample: ${sampleSize} · 允许短缺量 Tolerable shortage T: ${shortage} ${unit} · ` +
    `短缺大于 T 且不大于 2T short by T to 2T: ${shortOnce} (允许 allowed ${shortOnceAllowed}) · 大于 by more than 2T: ${shortTwice}`;
  return [
    short,
    mean === null
      ? '批量不超过 10 件，平均实际含量不作判定 The mean of a lot of up to ten packages is not judged'
      : `平均实际含量 Mean content: ${mean.value} ${unit} · 标准差 s: ${mean.deviation} · 修正值 λ·s: ${mean.correction} · 应不小于 at least: ${mean.least} ${unit}`,
  ];
}

/** Why, where the figures beside it do not say it all: a set, or what failed. */
function reasonText({ kind, reasons, verdict }: ItemResult): readonly string[] {
  if (verdict === 'passed' && kind !== 'microbiological' && kind !== 'net-content') return [];
  return reasons.map(({ code, data }) => {
    const { en, zh } = labSentence(code, data);
    return `判定理由 Reason: ${zh} · ${en}`;
  });
}
