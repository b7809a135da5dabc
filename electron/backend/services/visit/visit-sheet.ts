import { ok } from '#shared/base/result.ts';
import type { VisitId } from '#shared/base/ids.ts';
import type { EvidenceSheet, SheetRow, SheetState, SheetText } from '#shared/contract/evidence.ts';
import type { Standard } from '#shared/domain/star/standard.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import { isFinding, linesOf } from '#shared/domain/visit/checklist.ts';
import { meansOf, type LevelRecord } from '#shared/domain/visit/level-evidence.ts';
import {
  ANSWER_WORDS,
  LADDER_WORDS,
  MEANS_WORDS,
  RESULT_WORDS,
  SEVERITY_WORDS,
  STATE_WORDS,
} from '#shared/domain/visit/visit-words.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { attachmentView } from '#electron/backend/services/attachment-view.ts';
import type { CaseFacts } from '#electron/backend/services/case-facts.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import { centreDay, type Answer, type Room } from '#electron/backend/services/room.ts';
import { lastSignatures, loadVisit, type LoadedVisit } from './load-visit.ts';
import { standardOf } from './visit-checklist.ts';
import { outcomeOf } from './view-visit.ts';
import { daysOf, daysWords } from './visit-days.ts';
import { levelName, linesWords, outcomeWords } from './visit-words.ts';

type Fact = readonly [label: Bilingual, value: SheetText];

const fact = (zh: string, en: string, value: SheetText): Fact => [{ zh, en }, value];
const dayOf = (at: string): string => centreDay(new Date(at));
const stateOf = (outcome: 'passed' | 'failed' | null): SheetState =>
  outcome === null ? 'pending' : outcome === 'passed' ? 'holds' : 'fails';

/** The page of a visit behind a fact of the case. */
export function visitSheet(room: Room, facts: CaseFacts, { id }: { readonly id: string }): Answer<EvidenceSheet> {
  const visit = loadVisit(room, id as VisitId);
  if (visit === undefined || visit.record.caseId !== facts.record.id) return refuse('evidence.unknown', {}, 'source');
  return ok(sheetOf(room, visit));
}

/** A visit as one page: who and when, the levels with what was seen, the checklist, what was agreed, who signed, its photos. */
export function sheetOf(room: Room, visit: LoadedVisit): EvidenceSheet {
  const { record, signed } = visit;
  const outcome = outcomeOf(visit);
  const days = daysOf(record);
  const standard = standardOf(room, visit.checklist);
  const closed = record.closedAt === null ? [] : [fact('办结', 'Closed', closing(room, visit))];
  return {
    source: { kind: 'visit', id: record.id },
    title: { zh: `现场核验 ${days.on}`, en: `On-site visit ${days.on}` },
    state: record.state === 'closed' ? stateOf(outcome) : 'pending',
    facts: [
      fact('状态', 'State', STATE_WORDS[record.state]),
      fact('核验日期', 'Day', daysWords(days)),
      fact('核验组', 'Team', teamText(room, visit)),
      fact('目的', 'Purpose', record.purpose),
      ...closed,
      ...signed.levels.flatMap((level) => levelFacts(standard, level)),
      ...(signed.lines === null ? [] : [[RESULT_WORDS.lines, linesWords(signed.lines.outcome, outcome)] as const]),
      ...(signed.siteTest === null ? [] : [[RESULT_WORDS.siteTest, outcomeWords(signed.siteTest.outcome)] as const]),
      fact('核验表', 'Checklist', `${visit.checklist.id} ${visit.checklist.version}`),
      fact('记录摘要', 'Hash of the record', visit.record.closedHash ?? visit.factsHash),
    ],
    tables: [answersTable(room, visit), correctiveTable(room, visit), signaturesTable(visit)].filter(
      ({ rows }) => rows.length > 0,
    ),
    attachments: visit.photos.map((photo) => attachmentView(room, photo)),
  };
}

const teamText = (room: Room, { record, team }: LoadedVisit): SheetText => {
  const names = (lead: string): string =>
    team.map((id) => personName(room.store, id) + (id === record.lead ? lead : '')).join('、');
  return { zh: names('（组长）'), en: names(' (lead)') };
};

const closing = (room: Room, { record }: LoadedVisit): string =>
  `${personName(room.store, record.closedBy ?? '')} ${dayOf(record.closedAt ?? '')}`;

function levelFacts(standard: Standard, level: LevelRecord): readonly Fact[] {
  const { crossCheck, drill, kind, seen } = level;
  const name = levelName(standard, level);
  const means = MEANS_WORDS[meansOf(level)];
  return [
    [LADDER_WORDS[kind], { zh: `${name.zh}（${means.zh}）`, en: `${name.en} (${means.en})` }],
    [RESULT_WORDS.seen, seen],
    ...(crossCheck === null ? [] : [fact('比对', 'Cross-check', crossCheck)]),
    ...(drill === null ? [] : [fact('演练', 'Drill', `${drill.on} · ${drill.participants} · ${drill.described}`)]),
  ];
}

type Table = EvidenceSheet['tables'][number];

/** The lines in their order, each with the criterion its group serves. */
const aboutLines = ({ groups }: LoadedVisit['checklist']) =>
  groups.flatMap(({ criterion, lines }) =>
    lines.map((line) => ({ line, about: criterion === null ? {} : { about: criterion } })),
  );

function answersTable(room: Room, { checklist, photos, signed }: LoadedVisit): Table {
  const byLine = new Map(signed.answers.map((answer) => [answer.line, answer]));
  return {
    caption: { zh: '核验表', en: 'Checklist' },
    columns: [
      { zh: '项目', en: 'Line' },
      { zh: '回答', en: 'Answer' },
      { zh: '严重程度', en: 'Severity' },
      { zh: '情况', en: 'Note' },
      { zh: '照片', en: 'Photos' },
      { zh: '记录人', en: 'By' },
    ],
    rows: aboutLines(checklist).map(({ about, line }): SheetRow => {
      const given = byLine.get(line.id);
      const pictures = photos.filter(({ slot, struckAt }) => slot === line.id && struckAt === null).length;
      const text = { zh: line.zh, en: line.en };
      if (given === undefined)
        return { ...about, cells: [text, '', '', '', pictures === 0 ? '' : String(pictures), ''], state: 'pending' };
      const { answer, at, by, note, severity } = given;
      return {
        ...about,
        cells: [
          text,
          ANSWER_WORDS[answer],
          severity === null ? '' : SEVERITY_WORDS[severity],
          note ?? '',
          pictures === 0 ? '' : String(pictures),
          `${personName(room.store, by)} ${dayOf(at)}`,
        ],
        state: isFinding(given) ? 'fails' : answer === 'yes' ? 'holds' : 'plain',
      };
    }),
  };
}

function correctiveTable(room: Room, { checklist, corrective }: LoadedVisit): Table {
  const lines = new Map(linesOf(checklist).map(({ id, zh, en }) => [id, { zh, en }]));
  return {
    caption: { zh: '整改项', en: 'Corrective actions' },
    columns: [
      { zh: '项目', en: 'Line' },
      { zh: '要求', en: 'What' },
      { zh: '期限', en: 'Due' },
      { zh: '完成依据', en: 'Shown by' },
    ],
    rows: corrective.map((action): SheetRow => ({
      cells: [
        lines.get(action.line) ?? action.line,
        action.what,
        action.dueOn,
        action.closedAt === null
          ? ''
          : `${action.evidence ?? ''} · ${personName(room.store, action.closedBy ?? '')} ${dayOf(action.closedAt)}`,
      ],
      state: action.closedAt === null ? 'pending' : 'holds',
    })),
  };
}

function signaturesTable(visit: LoadedVisit): Table {
  const hash = visit.record.closedHash ?? visit.factsHash;
  return {
    caption: { zh: '签名', en: 'Signatures' },
    columns: [
      { zh: '签名人', en: 'Signed by' },
      { zh: '职务', en: 'Position' },
      { zh: '时间', en: 'When' },
    ],
    rows: [...lastSignatures(visit.signatures).values()].map(({ at, factsHash, name, position }): SheetRow => ({
      cells: [name, position ?? { zh: '核验组成员', en: 'Member of the team' }, dayOf(at)],
      state: factsHash === hash ? 'holds' : 'fails',
    })),
  };
}
