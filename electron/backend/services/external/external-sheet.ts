import { ok } from '#shared/base/result.ts';
import type { EvidenceSheet, EvidenceSource, SheetRow, SheetState } from '#shared/contract/evidence.ts';
import type { ExternalReportView, ExternalResultView } from '#shared/contract/external.ts';
import type { BodyVerdict } from '#shared/domain/external/external-result.ts';
import type { ReportAnswers } from '#shared/domain/external/report-checklist.ts';
import { labSentence } from '#shared/domain/lab/lab-sentences.ts';
import type { ItemReading } from '#shared/domain/lab/reading.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import { findExternalReport } from '#electron/backend/store/external-report-repository.ts';
import type { CaseFacts } from '#electron/backend/services/case-facts.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room } from '#electron/backend/services/room.ts';
import { keptCommission, keptReport } from './view-external.ts';

const OUTCOMES: Readonly<Record<BodyVerdict['outcome'] | 'undecided', Bilingual>> = {
  passed: { zh: '合格', en: 'passed' },
  failed: { zh: '不合格', en: 'failed' },
  none: { zh: '未作判定', en: 'no verdict' },
  undecided: { zh: '无法判定', en: 'undecided' },
};
const ANSWERS: Readonly<Record<ReportAnswers[string]['answer'], Bilingual>> = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
};
const STATES: Readonly<Record<ExternalReportView['state'], Bilingual>> = {
  checking: { zh: '核对中', en: 'being checked' },
  accepted: { zh: '已采信', en: 'accepted' },
  returned: { zh: '已退回机构', en: 'returned to the body' },
};
const POINT_STATES = { holds: 'holds', fails: 'fails', open: 'pending', 'not-applicable': 'plain' } as const;
const NOT_ASKED: Bilingual = { zh: '方案未要求', en: 'not in the plan' };

/** A figure as it was entered. */
const shownReading = (reading: ItemReading): string => {
  switch (reading.kind) {
    case 'quantity':
      return `${reading.value} ${reading.unit}`;
    case 'units':
      return `${reading.values.join(', ')} ${reading.unit}`;
    case 'wording':
      return reading.text;
    case 'packages':
      return `${reading.contents.join(', ')} ${reading.unit}`;
  }
};

const withText = ({ outcome, text }: BodyVerdict): Bilingual => {
  const { en, zh } = OUTCOMES[outcome];
  return text === null ? { zh, en } : { zh: `${zh}：${text}`, en: `${en}: ${text}` };
};

/** An item with its method and what the plan asks, in one cell. */
function itemWords({ centre, item, method, name }: ExternalResultView): Bilingual {
  const more = [method, centre.result?.requirement].filter(Boolean).join(' · ');
  const after = more === '' ? '' : ` · ${more}`;
  return { zh: `${item?.zh ?? name}${after}`, en: `${item?.en ?? name}${after}` };
}

/** What the centre itself reads in a figure, with the difference in words. */
function centreWords({ centre: { differs, result, unreadable } }: ExternalResultView): Bilingual {
  if (unreadable !== null) return unreadable;
  if (result === null) return NOT_ASKED;
  const [reason] = result.reasons;
  const why = reason === undefined ? { zh: '', en: '' } : labSentence(reason.code, reason.data);
  const { en, zh } = OUTCOMES[result.verdict];
  return {
    zh: `${zh}（${why.zh}）${differs ? '，与机构判定不一致' : ''}`,
    en: `${en} (${why.en})${differs ? ', unlike the body' : ''}`,
  };
}

const resultState = ({ body, centre }: ExternalResultView): SheetState => {
  if (centre.unreadable !== null) return 'pending';
  if (body.outcome === 'failed' || centre.result?.verdict === 'failed') return 'fails';
  return centre.result?.verdict === 'passed' || body.outcome === 'passed' ? 'holds' : 'plain';
};

function sheetState({ results, state, verdict }: ExternalReportView): SheetState {
  if (state === 'returned') return 'fails';
  if (state === 'checking') return 'pending';
  return verdict.outcome === 'failed' || results.some((row) => resultState(row) === 'fails') ? 'fails' : 'holds';
}

/** An outside report as one page; it says of every figure that it is from outside. */
export function externalSheetOf(room: Room, reportId: string): EvidenceSheet {
  const report = keptReport(room, reportId);
  const record = findExternalReport(room.store, reportId);
  const { body, by, commissionedOn, what } = keptCommission(room, record?.commissionId ?? '');
  const { amendedBy, amends, checklist, concluded } = report;
  const certificate = body.accreditations.find(
    ({ validFrom, validUntil }) => validFrom <= report.issuedOn && report.issuedOn <= validUntil,
  );
  return {
    source: { kind: 'external-report', id: reportId },
    title: { zh: `第三方报告 ${report.number}`, en: `Third-party report ${report.number}` },
    state: sheetState(report),
    facts: [
      [{ zh: '机构', en: 'Body' }, body.name],
      [
        { zh: '签发日有效的认可', en: 'Accreditation on the day of issue' },
        certificate === undefined
          ? { zh: '无', en: 'none' }
          : {
              zh: `${certificate.scheme} ${certificate.number}（${certificate.validFrom} 至 ${certificate.validUntil}）`,
              en: `${certificate.scheme} ${certificate.number} (${certificate.validFrom} to ${certificate.validUntil})`,
            },
      ],
      [{ zh: '委托', en: 'Commissioned' }, `${commissionedOn} · ${by} · ${what}`],
      [{ zh: '签发', en: 'Issued' }, report.issuedOn],
      [{ zh: '收到', en: 'Received' }, `${report.receivedOn} · ${report.by}`],
      [{ zh: '机构结论', en: "The body's verdict" }, withText(report.verdict)],
      [{ zh: '状态', en: 'State' }, STATES[report.state]],
      ...(concluded === null
        ? []
        : ([
            [{ zh: '结论人', en: 'Concluded by' }, [concluded.by, concluded.text].filter(Boolean).join(' · ')],
          ] as const)),
      ...(amends === null
        ? []
        : ([[{ zh: '替换', en: 'Takes the place of' }, `${amends.number} · ${amends.reason}`]] as const)),
      ...(amendedBy === null ? [] : ([[{ zh: '已被替换', en: 'Amended by' }, amendedBy.number]] as const)),
    ],
    tables: [
      {
        caption: { zh: '外部结果（非本中心检测）', en: 'Results from outside (not tested by the centre)' },
        columns: [
          { zh: '项目与要求', en: 'Item and requirement' },
          { zh: '报告值', en: 'As reported' },
          { zh: '机构判定', en: "Body's verdict" },
          { zh: '本中心判读', en: "Centre's reading" },
        ],
        rows: report.results.map((row): SheetRow => ({
          state: resultState(row),
          cells: [itemWords(row), shownReading(row.reading), withText(row.body), centreWords(row)],
        })),
      },
      {
        caption: {
          zh: `核对表 ${checklist.standard}（${checklist.version}）`,
          en: `Checklist ${checklist.standard} (${checklist.version})`,
        },
        columns: [
          { zh: '条款', en: 'Clause' },
          { zh: '内容', en: 'Point' },
          { zh: '答与页', en: 'Answer and page' },
          { zh: '说明', en: 'Note' },
        ],
        rows: checklist.points.map((point): SheetRow => {
          const found = report.answers[point.id];
          const stands = report.judgement.points.find(({ id }) => id === point.id);
          const said = found === undefined ? { zh: '—', en: '—' } : ANSWERS[found.answer];
          const page = found?.page ?? null;
          const onPage = page === null ? said : { zh: `${said.zh} · 第 ${page} 页`, en: `${said.en} · page ${page}` };
          return {
            state: POINT_STATES[stands?.state ?? 'open'],
            cells: [
              point.clause,
              { zh: point.zh, en: point.en },
              point.workedOut === null ? onPage : ANSWERS[stands?.state === 'holds' ? 'yes' : 'no'],
              stands?.why ?? found?.note ?? '',
            ],
          };
        }),
      },
    ],
    attachments: report.files,
  };
}

/** Opens an outside report of a case. */
export function externalSheet(
  room: Room,
  facts: CaseFacts,
  { id }: Extract<EvidenceSource, { kind: 'external-report' }>,
): Answer<EvidenceSheet> {
  const report = findExternalReport(room.store, id);
  if (report?.caseId !== facts.record.id) return refuse('evidence.unknown', {}, 'source');
  return ok(externalSheetOf(room, id));
}
