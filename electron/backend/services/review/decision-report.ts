import { fail, ok } from '#shared/base/result.ts';
import type { DecisionOpinion, DecisionPerson } from '#shared/contract/decisions.ts';
import type { Dossier } from '#shared/domain/star/dossier.ts';
import type { CriterionId } from '#shared/domain/star/standard.ts';
import { STARS, type Bilingual, type Star } from '#shared/domain/star/star.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import type {
  DecisionReportSheet,
  LadderColumnOnPaper,
  LadderRowOnPaper,
  OpinionOnPaper,
  ReadingOnPaper,
} from '#electron/backend/documents/decision-report-sheet.ts';
import type { Labelled } from '#electron/backend/documents/report-parts.ts';
import { loadCase, type CaseFacts } from '#electron/backend/services/case-facts.ts';
import { CENTRE, paperRefusal, pdfReply } from '#electron/backend/services/print-papers.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import { centreMoment, type Room, type Service } from '#electron/backend/services/room.ts';
import { findStandard } from '#electron/backend/services/standards/standard.ts';
import { findDecision, type DecisionRecord } from '#electron/backend/store/decision-repository.ts';
import { sha256Hex } from '#electron/backend/store/ledger.ts';
import { decisionView } from './decision-views.ts';
import {
  ANSWER_WORDS,
  columnWords,
  evidenceWords,
  outcomeWords,
  REPORT,
  ROUND_WORDS,
  starWords,
  TOUCH_WORDS,
} from './report-words.ts';

/** A decision of any round on paper, made from what was stored with it: the same decision gives the same bytes. */
export const printDecisionReport: Service<'decision.report'> = async (room, { decisionId }) => {
  const decision = findDecision(room.store, decisionId);
  const facts = decision && loadCase(room, decision.caseId);
  if (decision === undefined || facts === undefined) return refuse('decision.unknown', {}, 'decisionId');
  const name = `decision-${decision.caseId}-${decision.round}.pdf`;
  const rendered = await room.documents.render({
    kind: 'decision',
    sheet: sheetOf(room, facts, decision),
    info: { title: name, author: CENTRE, createdAt: `${decision.decidedAt.slice(0, 19)}Z` },
  });
  return rendered.ok ? ok(pdfReply(name, rendered.value.bytes)) : fail(paperRefusal(rendered.failure));
};

const TONES = { grant: 'granted', propose: 'proposed', refuse: 'refused' } as const;

function sheetOf(room: Room, facts: CaseFacts, decision: DecisionRecord): DecisionReportSheet {
  const verdict = JSON.parse(decision.verdict) as Verdict;
  const dossier = JSON.parse(decision.dossier) as Dossier;
  const view = decisionView(room, decision);
  const names = namesOf(room, decision.standardSha256);
  const { record } = facts;
  const enterprise = dossier.enterprise?.name ?? facts.enterprise.name;
  const product = dossier.product?.name ?? record.productName;
  const kind = facts.rounds.find(({ round }) => round === decision.round)?.kind ?? 'first';
  const star = decision.star as Star | null;
  return {
    running: `评定报告 Decision report · ${decision.caseId} · ${product}`,
    outcome: outcomeWords(decision.outcome, star, verdict.requestedStar),
    star: star ?? 0,
    tone: TONES[decision.outcome],
    facts: [
      [REPORT.case, `${decision.caseId} · ${record.applicationNo}`],
      [REPORT.enterprise, `${enterprise} · ${facts.enterprise.uscc}`],
      [REPORT.product, [product, record.specification].filter(Boolean).join(' · ')],
      [REPORT.asked, starWords(verdict.requestedStar)],
      [REPORT.review, ROUND_WORDS[kind]],
      [REPORT.standard, `TB/OTOP ${verdict.standard.version}`],
      [REPORT.decided, `${view.by} · ${centreMoment(decision.decidedAt)}`],
      ...(view.provisional ? [[REPORT.provisional, REPORT.isProvisional] as const] : []),
    ],
    columns: columnsOf(verdict),
    rows: rowsOf(verdict, dossier, names),
    readings: readingsOf(room, verdict),
    note: decision.note,
    opinions: opinionsOf(decision, names),
    people: (JSON.parse(decision.people) as readonly DecisionPerson[]).flatMap(({ name, touches }) =>
      touches.map((touch) => ({ name, part: TOUCH_WORDS[touch] ?? { zh: touch, en: touch } })),
    ),
    after: afterwards(view),
    hashes: [
      `材料 dossier ${sha256Hex(decision.dossier)}`,
      `结论 verdict ${sha256Hex(decision.verdict)}`,
      `标准 standard ${decision.standardSha256}`,
    ],
  };
}

type Names = (id: CriterionId) => Bilingual;

/** A criterion's name in the standard the decision rests on; its id where the text is only at the desk that decided. */
function namesOf(room: Room, sha256: string): Names {
  const criteria = findStandard(room, sha256)?.standard.criteria ?? [];
  return (id) => criteria.find((criterion) => criterion.id === id) ?? { zh: id, en: id };
}

/**
 * The readings a verdict rests on, as sentences of the standard it was made by.
 *
 * A version that says in English what the shipped one says is read in Chinese as that one is.
 */
function readingsOf(room: Room, { readings, standard }: Verdict): readonly ReadingOnPaper[] {
  const own = findStandard(room, standard.sha256)?.standard.readings ?? [];
  return readings.map((id) => {
    const { en = null, zh = null } = own.find((reading) => reading.id === id) ?? {};
    const shipped = room.shipped.standard.readings.find((reading) => reading.id === id);
    return { id, en, zh: zh ?? (shipped?.en === en ? shipped.zh : null) };
  });
}

const columnsOf = (verdict: Verdict): readonly LadderColumnOnPaper[] =>
  STARS.map((star) => {
    const count = (answer: 'unknown' | 'not-met'): number =>
      verdict.criteria.filter(({ perStar }) => perStar[star] === answer).length;
    const status = verdict.stars[star];
    return {
      status,
      requested: star === verdict.requestedStar,
      gold: verdict.highestSatisfied !== null && star <= verdict.highestSatisfied && status === 'satisfied',
      words: columnWords(status, count('unknown'), count('not-met')),
    };
  });

const rowsOf = (verdict: Verdict, dossier: Dossier, names: Names): readonly LadderRowOnPaper[] =>
  verdict.criteria.map(({ evidence, id, perStar, reason }) => {
    const { zh, en } = names(id);
    const words = evidence.flatMap((path) => evidenceWords(path, dossier) ?? []);
    return {
      zh,
      en,
      marks: STARS.map((star) => perStar[star] ?? 'not-asked'),
      reason,
      evidence: words.filter((one, at) => words.findIndex(({ zh: text }) => text === one.zh) === at),
    };
  });

const opinionsOf = (decision: DecisionRecord, names: Names): readonly OpinionOnPaper[] =>
  (JSON.parse(decision.opinions) as readonly DecisionOpinion[]).map(({ criteria, givenAt, name, star, text }) => ({
    name,
    at: centreMoment(givenAt),
    star:
      star === 0
        ? { zh: '建议不予评定', en: 'recommends refusal' }
        : { zh: `建议${starWords(star as Star).zh}`, en: `recommends ${star}★` },
    text,
    differs: criteria
      .filter(({ answer }) => answer !== 'agree')
      .map(({ answer, comment, criterion }) => {
        const { zh, en } = names(criterion);
        return { criterion: { zh, en }, answer: ANSWER_WORDS[answer], comment };
      }),
  }));

function afterwards(view: ReturnType<typeof decisionView>): readonly Labelled[] {
  const answer = view.consent;
  const facts: Labelled[] = [];
  if (answer !== null) {
    const said = answer.agreed ? { zh: '同意', en: 'agreed' } : { zh: '不同意', en: 'declined' };
    const rest = `${answer.how} · ${answer.by} · ${centreMoment(answer.at)}`;
    facts.push([REPORT.consent, { zh: `${said.zh} · ${rest}`, en: said.en }]);
  } else if (view.consentUntil !== null) facts.push([REPORT.consentUntil, view.consentUntil]);
  facts.push([REPORT.appealUntil, view.appealUntil]);
  return facts;
}
