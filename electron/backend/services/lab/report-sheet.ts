import type { TestReportId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { EvidenceSheet, EvidenceSource, SheetRow, SheetText } from '#shared/contract/evidence.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import type { ReportedLine } from '#shared/contract/lab.ts';
import { labSentence } from '#shared/domain/lab/lab-sentences.ts';
import { requirementText } from '#shared/domain/lab/requirement-text.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import { attachmentsOf } from '#electron/backend/store/attachment-repository.ts';
import { findTestReport } from '#electron/backend/store/lab-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { attachmentView } from '#electron/backend/services/attachment-view.ts';
import type { CaseFacts } from '#electron/backend/services/case-facts.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import { centreMoment, type Answer, type Room } from '#electron/backend/services/room.ts';
import { COMPARED, PURPOSES, VERDICTS } from './lab-words.ts';
import { reportView } from './order-view.ts';

const NOTHING = '—';
const joined = (parts: readonly Bilingual[]): Bilingual =>
  sentence(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '));

/** A laboratory's report as a page of evidence: what was tested, by whom, against what, and how each verdict came about. */
export function reportSheet(
  room: Room,
  facts: CaseFacts,
  source: Extract<EvidenceSource, { kind: 'lab-report' }>,
): Answer<EvidenceSheet> {
  const record = findTestReport(room.store, source.id);
  if (record?.caseId !== facts.record.id) return refuse('evidence.unknown', {}, 'source');
  const report = reportView(room, record);
  const people = [...new Set(report.lines.map(({ enteredByName }) => enteredByName))].join('、');
  const amended = report.amendedBy === null ? [] : [[sentence('已被更正', 'Amended by'), report.amendedBy] as const];
  const amends =
    report.amends === null
      ? []
      : ([
          [sentence('更正的报告', 'Amends report'), report.amends.number],
          [sentence('更正原因', 'Reason of the amendment'), report.amends.reason],
        ] as const);
  return ok({
    source,
    paper: true,
    title: sentence(`检测报告 ${report.number}`, `Test report ${report.number}`),
    state: report.amendedBy !== null ? 'plain' : report.verdict === 'passed' ? 'holds' : 'fails',
    facts: [
      [sentence('报告编号', 'Report no.'), report.number],
      [sentence('结论', 'Verdict'), VERDICTS[report.verdict]],
      ...amended,
      ...amends,
      [sentence('检测任务', 'Test order'), report.orderNumber],
      [sentence('检测性质', 'Purpose'), PURPOSES[report.purpose]],
      [sentence('样品', 'Sample'), sampleText(report.barcode, report.batch)],
      [
        sentence('检测方案', 'Test plan'),
        sentence(`${report.planName.zh} ${report.planVersion}`, `${report.planName.en} ${report.planVersion}`),
      ],
      ...(report.scope === null ? [] : [[sentence('检测范围', 'Scope'), report.scope] as const]),
      [sentence('录入', 'Entered by'), people],
      [sentence('复核签发', 'Verified and released by'), report.releasedBy],
      [sentence('签发时间', 'Released at'), centreMoment(report.releasedAt)],
    ],
    tables: [
      {
        caption: sentence('检测结果', 'Results'),
        columns: [
          sentence('项目', 'Item'),
          sentence('方法', 'Method'),
          sentence('要求与依据', 'Requirement and source'),
          sentence('原始读数', 'Raw reading'),
          sentence('报告值与比较', 'Reported, and how compared'),
          sentence('检出限/定量限/不确定度', 'LOD / LOQ / uncertainty'),
          sentence('判定与理由', 'Verdict and reason'),
        ],
        rows: report.lines.map(resultRow),
      },
      ...changesTable(room, report.lines),
    ],
    attachments: [report.id, report.orderId].flatMap((id: TestReportId | string) =>
      attachmentsOf(room.store, 'lab-report', id).map((row) => attachmentView(room, row)),
    ),
  });
}

const sampleText = (barcode: string, batch: string): SheetText =>
  batch === '' ? barcode : sentence(`${barcode}（批次 ${batch}）`, `${barcode} (batch ${batch})`);

function resultRow({ item, reading, result, source }: ReportedLine): SheetRow {
  const requirement = requirementText(item);
  const { clause, standard } = item.source;
  const unit = 'unit' in reading ? ` ${reading.unit}` : '';
  const imported =
    source.kind === 'import'
      ? `（${[source.fileName, source.sheet, source.row].filter((part) => part !== undefined).join(':')}）`
      : '';
  const compared = result.comparison === null ? undefined : COMPARED[result.comparison];
  const reported = result.unit === null ? result.reported : `${result.reported} ${result.unit}`;
  const verdict = VERDICTS[result.verdict];
  const reasons = joined(result.reasons.map(({ code, data }) => labSentence(code, data)));
  return {
    cells: [
      sentence(item.zh, item.en),
      item.method ?? NOTHING,
      sentence(`${requirement.zh}（${standard}，${clause}）`, `${requirement.en} (${standard}, ${clause})`),
      `${result.raw.join('; ')}${unit}${imported}`,
      compared === undefined ? reported : sentence(`${reported}（${compared.zh}）`, `${reported} (${compared.en})`),
      limitsText(reading, result.limitWithinUncertainty),
      sentence(`${verdict.zh}：${reasons.zh}`, `${verdict.en}: ${reasons.en}`),
    ],
    state: result.verdict === 'passed' ? 'holds' : result.verdict === 'failed' ? 'fails' : 'pending',
  };
}

function limitsText(reading: ReportedLine['reading'], within: boolean | null): SheetText {
  if (reading.kind !== 'quantity') return NOTHING;
  const given = [
    ['LOD', reading.lod],
    ['LOQ', reading.loq],
    ['U', reading.uncertainty],
  ].flatMap(([name, value]) => (value === undefined || value.trim() === '' ? [] : [`${name} ${value}`]));
  const text = given.join(', ') || NOTHING;
  return within === true
    ? sentence(`${text}（限量在不确定度之内）`, `${text} (the limit lies within the uncertainty)`)
    : text;
}

/** Readings that were replaced before release; nothing where none was. */
function changesTable(room: Room, lines: readonly ReportedLine[]): EvidenceSheet['tables'] {
  const rows = lines.flatMap(({ before, item }) =>
    before.map(({ at, by, raw, reason, verdict }): SheetRow => ({
      cells: [
        sentence(item.zh, item.en),
        raw.join('; '),
        VERDICTS[verdict],
        personName(room.store, by),
        centreMoment(at),
        reason ?? NOTHING,
      ],
      state: 'plain',
    })),
  );
  if (rows.length === 0) return [];
  return [
    {
      caption: sentence('更改过的读数', 'Readings that were replaced'),
      columns: [
        sentence('项目', 'Item'),
        sentence('原读数', 'Earlier reading'),
        sentence('当时判定', 'Verdict then'),
        sentence('录入', 'Entered by'),
        sentence('时间', 'At'),
        sentence('更改原因', 'Why it was replaced'),
      ],
      rows,
    },
  ];
}
