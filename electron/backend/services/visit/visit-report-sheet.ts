import type {
  ReportLine,
  ReportPhoto,
  ReportSignature,
  VisitReportSheet,
} from '#electron/backend/documents/visit-report-sheet.ts';
import type { Labelled } from '#electron/backend/documents/report-parts.ts';
import type { Stroke } from '#shared/domain/visit/signature.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import { isFinding, linesOf } from '#shared/domain/visit/checklist.ts';
import { ENTERPRISE } from '#shared/domain/visit/closing.ts';
import { meansOf } from '#shared/domain/visit/level-evidence.ts';
import type { OutsideWarning, Position } from '#shared/domain/visit/photo-warnings.ts';
import {
  ANSWER_WORDS,
  CORRECTIVE_WORDS,
  LADDER_WORDS,
  MEANS_WORDS,
  RESULT_WORDS,
  SEVERITY_WORDS,
  STATE_WORDS,
} from '#shared/domain/visit/visit-words.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import type { CaseFacts } from '#electron/backend/services/case-facts.ts';
import { centreMoment, type Room } from '#electron/backend/services/room.ts';
import { lastSignatures, type LoadedVisit } from './load-visit.ts';
import { outcomeOf, placeWarnings, positionOf, warningsOf } from './view-visit.ts';
import { standardOf } from './visit-checklist.ts';
import { daysOf, daysWords } from './visit-days.ts';
import { levelName, linesWords, outcomeWords, placeWarningWords, warningWords } from './visit-words.ts';

/** What the standard writes where it asks for a thing and says no more of it. */
const TICK = '√';
const both = (zh: string, en: string): Bilingual => ({ zh, en });
const row = (zh: string, en: string, value: string | Bilingual): Labelled => [both(zh, en), value];
const degrees = ({ latitude, longitude }: Position): string => `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;

/** Where the visit was, and whether that fits. */
function placeText(place: Position, [warning]: readonly OutsideWarning[]): string | Bilingual {
  if (warning === undefined) return degrees(place);
  const words = placeWarningWords(warning);
  return both(`${degrees(place)}　${words.zh}`, words.en);
}

/** Print copies of a visit's photos that count, by attachment. */
export type PrintCopies = ReadonlyMap<string, Uint8Array>;

/** A visit in the words of its report. `entry` is the hash of the ledger entry that closed it. */
export function reportSheet(
  room: Room,
  facts: CaseFacts,
  visit: LoadedVisit,
  copies: PrintCopies,
  entry: string | null,
): VisitReportSheet {
  const { enterprise, record: file } = facts;
  const { record, signed } = visit;
  const days = daysOf(record);
  const place = signed.place === null ? null : positionOf(signed.place);
  const warnings = warningsOf(room, visit);
  const photosOf = (line: string): readonly ReportPhoto[] => reportPhotos(visit, line, copies, warnings);
  const name = (id: string): string => personName(room.store, id);
  const numbers = new Map(linesOf(visit.checklist).map(({ id }, at) => [id, String(at + 1)]));
  const hash = record.closedHash ?? visit.factsHash;
  return {
    running: `现场核验报告 · ${enterprise.name} · ${file.productName} · ${days.on}`,
    draft: record.state !== 'closed',
    facts: [
      row('企业', 'Enterprise', enterprise.name),
      row('统一社会信用代码', 'Unified code', enterprise.uscc),
      row('地址', 'Address', [enterprise.divisionName, enterprise.address].filter((text) => text !== '').join(' · ')),
      row('产品', 'Product', [file.productName, file.specification].filter((text) => text !== '').join('　')),
      row('申报编号 · 星级', 'Application · star', `${file.applicationNo} · ${record.star}★`),
      row('核验日期', 'Day of the visit', daysWords(days)),
      row('核验组', 'Team', {
        zh: visit.team.map((id) => name(id) + (id === record.lead ? '（组长）' : '')).join('、'),
        en: `lead: ${name(record.lead)}`,
      }),
      row('目的', 'Purpose', record.purpose),
      ...(place === null ? [] : [[RESULT_WORDS.place, placeText(place, placeWarnings(room, visit))] as const]),
      row(
        '核验表 · 标准',
        'Checklist · standard',
        `${visit.checklist.id} ${visit.checklist.version} · ${visit.checklist.standard.version}`,
      ),
      row('状态', 'State', STATE_WORDS[record.state]),
    ],
    levels: levelsOf(room, visit),
    results: resultsOf(visit),
    groups: visit.checklist.groups.map(({ ask, en, lines, zh }) => ({
      zh,
      en,
      ask: ask?.zh === TICK ? null : ask,
      lines: lines.map((line): ReportLine => {
        const given = signed.answers.find((answer) => answer.line === line.id);
        return {
          number: numbers.get(line.id) ?? '',
          zh: line.zh,
          en: line.en,
          answer: given === undefined ? null : ANSWER_WORDS[given.answer],
          severity: given?.severity == null ? null : SEVERITY_WORDS[given.severity],
          note: given?.note ?? null,
          by: given === undefined ? '' : `${name(given.by)} ${centreMoment(given.at)}`,
          photos: photosOf(line.id),
        };
      }),
    })),
    findings: linesOf(visit.checklist).flatMap((line) => {
      const given = signed.answers.find((answer) => answer.line === line.id);
      if (given === undefined || !isFinding(given) || given.severity === null) return [];
      const { note, severity } = given;
      return [{ number: numbers.get(line.id) ?? '', severity: SEVERITY_WORDS[severity], line, note: note ?? '' }];
    }),
    actions: visit.corrective.map((action) => ({
      number: numbers.get(action.line) ?? '',
      what: action.what,
      dueOn: action.dueOn,
      state: CORRECTIVE_WORDS[action.closedAt === null ? 'open' : 'done'],
      evidence:
        action.closedAt === null
          ? null
          : `${action.evidence ?? ''}（${name(action.closedBy ?? '')} ${centreMoment(action.closedAt)}）`,
    })),
    photos: photosOf(''),
    signatures: [...lastSignatures(visit.signatures).values()].map((signature): ReportSignature => ({
      name: signature.name,
      part:
        signature.signer === ENTERPRISE
          ? both(`企业代表 · ${signature.position ?? ''}`, 'for the enterprise')
          : both('核验组', 'team'),
      at: centreMoment(signature.at),
      strokes: JSON.parse(signature.strokes) as readonly Stroke[],
      stands: signature.factsHash === hash,
    })),
    hashes: [`记录 Record SHA-256 ${hash}`, ...(entry === null ? [] : [`账本 Ledger entry ${entry}`])],
  };
}

function reportPhotos(
  visit: LoadedVisit,
  line: string,
  copies: PrintCopies,
  warnings: ReturnType<typeof warningsOf>,
): readonly ReportPhoto[] {
  return visit.photos.flatMap((photo): readonly ReportPhoto[] => {
    const { id, name, sha256, slot, takenAt } = photo;
    const jpeg = copies.get(id);
    if (slot !== line || jpeg === undefined) return [];
    const position = positionOf(photo);
    return [
      {
        jpeg,
        name,
        sha256,
        takenAt: takenAt === null ? null : centreMoment(takenAt),
        position: position === null ? null : degrees(position),
        warnings: (warnings.get(id) ?? []).map(warningWords),
      },
    ];
  });
}

function levelsOf(room: Room, visit: LoadedVisit): VisitReportSheet['levels'] {
  const standard = standardOf(room, visit.checklist);
  return visit.signed.levels.map((level) => ({
    title: LADDER_WORDS[level.kind],
    facts: [
      [RESULT_WORDS.level, levelName(standard, level)],
      row('方式', 'How', MEANS_WORDS[meansOf(level)]),
      [RESULT_WORDS.seen, level.seen],
      ...(level.crossCheck === null ? [] : [row('比对', 'Cross-check', level.crossCheck)]),
      ...(level.drill === null
        ? []
        : [
            row('演练', 'Drill', `${level.drill.on} · ${level.drill.described}`),
            row('参加人', 'Took part', level.drill.participants),
          ]),
      row('记录人', 'Recorded by', `${personName(room.store, level.by)} ${centreMoment(level.at)}`),
    ],
  }));
}

function resultsOf(visit: LoadedVisit): readonly Labelled[] {
  const { lines, siteTest } = visit.signed;
  const yes = (value: boolean): Bilingual => ANSWER_WORDS[value ? 'yes' : 'no'];
  return [
    ...(lines === null
      ? []
      : ([
          [RESULT_WORDS.lines, linesWords(lines.outcome, outcomeOf(visit))],
          [RESULT_WORDS.inspected, yes(lines.inspected)],
          [RESULT_WORDS.recordsViewed, yes(lines.recordsViewed)],
        ] as const)),
    ...(siteTest === null
      ? []
      : [
          [RESULT_WORDS.siteTest, outcomeWords(siteTest.outcome)] as const,
          ...(siteTest.note === null ? [] : [row('检验情况', 'Of the test', siteTest.note)]),
        ]),
  ];
}
