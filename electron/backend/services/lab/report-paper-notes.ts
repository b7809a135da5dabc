import type { Labelled } from '#electron/backend/documents/report-parts.ts';
import type { ReportedLine } from '#shared/contract/lab.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import { centreMoment } from '#electron/backend/services/room.ts';
import { limitsOf } from './report-paper-items.ts';
import { nameOf, type ReportSubject } from './report-subject.ts';

/** Who entered which items from when to when, in the order of the items; what was imported names its file. */
export function enteredBy(lines: readonly ReportedLine[], subject: ReportSubject): readonly Labelled[] {
  const groups = new Map<string, { who: string; at: string[]; items: number[] }>();
  lines.forEach(({ enteredAt, enteredBy: by, source }, index) => {
    const file = source.kind === 'import' ? ` · 导入自 imported from ${source.fileName}` : '';
    const who = `${nameOf(subject, by)}${file}`;
    const group = groups.get(who) ?? { who, at: [], items: [] };
    group.at.push(enteredAt);
    group.items.push(index + 1);
    groups.set(who, group);
  });
  return [...groups.values()].map(({ at, items, who }) => {
    const [from = '', to = ''] = [at.toSorted().at(0), at.toSorted().at(-1)].map((moment) =>
      centreMoment(moment ?? ''),
    );
    const when = from === to ? from : `${from} – ${to}`;
    return [sentence('录入', 'Entered'), `${who} · ${when} · 第 ${ranges(items)} 项 items`] as const;
  });
}

/** Rising numbers with their runs closed up: `1–3, 5`. */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

/** What a reader of the paper must know: what the results hold for, and how they came about. */
export const statementsOf = (lines: readonly ReportedLine[]): readonly Bilingual[] => [
  sentence('结果仅对所检样品有效。', 'The results concern only the sample that was tested.'),
  sentence(
    '数值按 GB/T 8170—2008 修约一次；未注明修约值比较的，按全数值比较判定（4.3.2），其报告值后的 (+) 表示经舍得到、绝对值实际更大，(-) 表示经进得到、绝对值实际更小，无符号表示未舍未进；判定不设保护带（简单接受，ISO/IEC 17025:2017，7.8.6）。',
    'Values are rounded once by GB/T 8170—2008; Unless the rounded value is named, the full one is compared (4.3.2): behind its reported value (+) says that it was cut and is larger in magnitude, (-) that it was carried and is smaller, no sign that it was neither. There is no guard band (simple acceptance, ISO/IEC 17025:2017, 7.8.6).',
  ),
  ...(lines.some(({ reading }) => reading.kind === 'quantity' && limitsOf(reading).length > 0)
    ? [
        sentence(
          'LOD 检出限，LOQ 定量限，U 扩展不确定度，均以读数的单位计。',
          'LOD is the detection limit, LOQ the quantification limit, U the expanded uncertainty, each in the unit of the reading.',
        ),
      ]
    : []),
  ...(lines.some(({ item }) => item.verify === true)
    ? [
        sentence(
          '标“待核”的项目，其限量或方法尚未由人对照现行标准文本核对。',
          'Items marked “to be checked” have a limit or method that nobody has yet held against the standard in force.',
        ),
      ]
    : []),
];
