import type { Dossier, DossierDocument } from '#shared/domain/star/dossier.ts';

/**
 * The specification's prose once more, star by star, slow and literal: nothing is shared with the
 * engine but the shape of the dossier. The table is typed in from the handbook, not read from the file.
 */

type Answer = 'met' | 'not-met' | 'unknown' | 'not-applicable';

export interface OracleVerdict {
  readonly outcome: string;
  readonly star: number | null;
  readonly highestSatisfied: number | null;
  readonly stars: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, Readonly<Record<string, Answer>>>>;
  readonly missing: readonly string[];
}

const given = (text: string | null | undefined): boolean => typeof text === 'string' && text.trim().length > 0;

/** "where several apply, not-met beats unknown beats met" */
function worst(answers: readonly Answer[]): Answer {
  if (answers.includes('not-met')) return 'not-met';
  if (answers.includes('unknown')) return 'unknown';
  return 'met';
}

/** "reviewOn minus n months (same day; the month's last day where that day does not exist)" */
function monthsBefore(date: string, months: number): string {
  let year = Number(date.slice(0, 4));
  let month = Number(date.slice(5, 7));
  for (let step = 0; step < months; step++) {
    month -= 1;
    if (month === 0) {
      month = 12;
      year -= 1;
    }
  }
  for (let day = Number(date.slice(8, 10)); day > 0; day--) {
    const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const made = new Date(`${text}T00:00:00Z`);
    if (!Number.isNaN(made.getTime()) && made.toISOString().startsWith(text)) return text;
  }
  throw new Error(date);
}

function rightUscc(code: string): boolean {
  const set = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  if (code.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (let at = 0; at < 18; at++) {
    const value = set.indexOf(code.charAt(at));
    if (value < 0) return false;
    if (at < 17) sum += value * weight;
    weight = (weight * 3) % 31;
  }
  const checkValue = (31 - (sum % 31)) % 31;
  return set.charAt(checkValue) === code.charAt(17);
}

const dayOf = (dossier: Dossier): string =>
  dossier.case.decisionOn ?? dossier.case.reviewOn ?? dossier.case.submittedOn;

function worth(document: DossierDocument, D: string): 'holds' | 'fails' | 'pending' {
  if (document.check === 'rejected') return 'fails';
  if (document.check === 'accepted') {
    const begun = document.validFrom === null || document.validFrom === undefined || document.validFrom <= D;
    const notOver = document.validUntil === null || document.validUntil === undefined || D <= document.validUntil;
    return begun && notOver ? 'holds' : 'fails';
  }
  return 'pending';
}

function worths(dossier: Dossier, kind: string, link?: string): readonly string[] {
  return (dossier.documents ?? [])
    .filter((document) => document.kind === kind && (link === undefined || document.link === link))
    .map((document) => worth(document, dayOf(dossier)));
}

function licence(dossier: Dossier): Answer {
  const sets = [['business-licence'], ['business-licence-legacy', 'org-code-certificate', 'tax-registration']];
  const states: string[] = [];
  sets.forEach((kinds, which) => {
    const perKind = kinds.map((kind) => worths(dossier, kind));
    if (perKind.every((list) => list.length === 0)) return;
    let state = 'pending';
    if (perKind.every((list) => list.includes('holds'))) state = 'holds';
    if (perKind.some((list) => list.length > 0 && list.every((one) => one === 'fails'))) state = 'fails';
    if (which === 0) {
      const code = dossier.enterprise?.uscc;
      if (!given(code)) state = state === 'fails' ? 'fails' : 'pending';
      else if (!rightUscc(String(code))) state = 'fails';
    }
    states.push(state);
  });
  if (states.length === 0) return 'unknown';
  if (states.includes('holds')) return 'met';
  return states.includes('pending') ? 'unknown' : 'not-met';
}

function certificates(dossier: Dossier): Answer {
  const links = ['production', 'processing', 'storage', 'transport', 'sale'];
  const states = links.map((link) => {
    const list = worths(dossier, 'compliance-certificate', link);
    const entry = (dossier.notApplicable ?? []).some(
      (one) => one.criterion === 'BASIC.COMPLIANCE_CERTS' && one.link === link && given(one.by) && given(one.reason),
    );
    if (list.length > 0 && list.every((one) => one === 'fails')) return 'all fail';
    if (list.includes('holds')) return 'holds';
    return entry ? 'not applicable' : 'neither';
  });
  if (states.includes('all fail')) return 'not-met';
  if (states.includes('neither')) return 'unknown';
  return states.every((state) => state === 'not applicable') ? 'not-applicable' : 'met';
}

function cleanRecord(dossier: Dossier, star: number): Answer {
  const { reviewOn } = dossier.case;
  if (reviewOn === null || reviewOn === undefined) return 'unknown';
  const months = [0, 6, 12, 24, 24, 36][star] ?? 0;
  const start = monthsBefore(reviewOn, months);
  const end = dayOf(dossier);
  const answers: Answer[] = ['met'];
  for (const incident of dossier.incidents ?? []) {
    const dated = incident.occurredOn !== null && incident.occurredOn !== undefined;
    if (dated && !(start <= String(incident.occurredOn) && String(incident.occurredOn) <= end)) continue;
    const isOpen = incident.status === 'open' || incident.status === null || incident.status === undefined;
    if (isOpen) answers.push('unknown');
    if (incident.status === 'upheld' && incident.grade === 'important') answers.push(dated ? 'not-met' : 'unknown');
    if (incident.status === 'upheld' && (incident.grade === null || incident.grade === undefined)) {
      answers.push('unknown');
    }
  }
  if (star >= 3) {
    const founded = dossier.enterprise?.foundedOn;
    const waiver = dossier.youngEnterpriseWaiver;
    if (founded === null || founded === undefined) answers.push('unknown');
    else if (founded > start && !(given(waiver?.by) && given(waiver?.reason))) answers.push('not-met');
  }
  return worst(answers);
}

function atLeast(order: readonly string[], recorded: string | null | undefined, wanted: string): Answer {
  if (recorded === null || recorded === undefined) return 'unknown';
  return order.indexOf(recorded) >= order.indexOf(wanted) ? 'met' : 'not-met';
}

function traceability(dossier: Dossier, star: number): Answer {
  const order = ['enterprise', 'product', 'production-environment', 'production-and-circulation'];
  const wanted = ['', 'enterprise', 'product', 'product', 'production-environment', 'production-and-circulation'];
  return atLeast(order, dossier.traceability, wanted[star] ?? '');
}

function riskControl(dossier: Dossier, star: number): Answer {
  const order = ['filed', 'viewed-on-site', 'verified-on-site', 'effectively-tested'];
  return atLeast(order, dossier.riskControl, order[star - 2] ?? '');
}

function insurance(dossier: Dossier): Answer {
  const list = worths(dossier, 'insurance-policy');
  if (list.includes('holds')) return 'met';
  return list.length > 0 && list.every((one) => one === 'fails') ? 'not-met' : 'unknown';
}

function productTest(dossier: Dossier, star: number): Answer {
  const spot = dossier.spotCheck;
  const site = dossier.siteTest?.outcome;
  if (spot?.outcome === 'failed' || site === 'failed') return 'not-met';
  if (site === 'passed') return 'met';
  if (star >= 3) return 'unknown';
  if (spot?.outcome === 'passed') return 'met';
  return spot?.outcome === 'not-selected' && given(spot.by) && given(spot.reason) ? 'met' : 'unknown';
}

function lines(dossier: Dossier): Answer {
  const found = dossier.lines;
  if (found?.outcome === 'failed') return 'not-met';
  return found?.outcome === 'passed' && found.inspected === true && found.recordsViewed === true ? 'met' : 'unknown';
}

function mode(dossier: Dossier, star: number): Answer {
  const order = ['online', 'third-party', 'experts-on-site'];
  const wanted = ['', 'online', 'third-party', 'experts-on-site', 'experts-on-site', 'experts-on-site'][star] ?? '';
  const done = dossier.evaluation?.completedOn;
  if (done === null || done === undefined) return 'unknown';
  return atLeast(order, dossier.evaluation?.mode, wanted);
}

function sample(dossier: Dossier): Answer {
  const received = dossier.sample?.receivedOn;
  return received !== null && received !== undefined && dossier.sample?.accepted === true ? 'met' : 'unknown';
}

function answersAt(dossier: Dossier, star: number): Readonly<Record<string, Answer>> {
  return {
    'BASIC.LICENCE': licence(dossier),
    'BASIC.COMPLIANCE_CERTS': certificates(dossier),
    ...(star >= 2 && {
      'BASIC.SAFETY_PHOTOS':
        worths(dossier, 'safety-photo').filter((one) => one === 'holds').length >= 3 ? 'met' : 'unknown',
    }),
    'RISK.CLEAN_RECORD': cleanRecord(dossier, star),
    'RISK.TRACEABILITY': traceability(dossier, star),
    ...(star >= 2 && { 'RISK.RISK_CONTROL': riskControl(dossier, star) }),
    ...(star >= 4 && { 'RISK.QUALITY_INSURANCE': insurance(dossier) }),
    'TEST.PRODUCT': productTest(dossier, star),
    ...(star >= 3 && { 'TEST.LINES': lines(dossier) }),
    'MODE.EVALUATION': mode(dossier, star),
    'GATE.SAMPLE_SENT': sample(dossier),
  };
}

/** What the prose says of a dossier. */
export function oracle(dossier: Dossier): OracleVerdict {
  const answers: Record<string, Readonly<Record<string, Answer>>> = {};
  const stars: Record<string, string> = {};
  for (const star of [1, 2, 3, 4, 5]) {
    const here = answersAt(dossier, star);
    answers[star] = here;
    const all = Object.values(here);
    stars[star] = all.includes('not-met') ? 'failed' : all.includes('unknown') ? 'open' : 'satisfied';
  }
  const highest = [5, 4, 3, 2, 1].find((star) => stars[star] === 'satisfied') ?? null;
  for (let star: number = dossier.case.requestedStar; star >= 1; star--) {
    if (stars[star] === 'failed') continue;
    const asked = star === dossier.case.requestedStar;
    const open = Object.entries(answers[star] ?? {}).filter(([, answer]) => answer === 'unknown');
    return {
      outcome: stars[star] === 'open' ? 'undecidable' : asked ? 'grant' : 'propose',
      star,
      highestSatisfied: highest,
      stars,
      answers,
      missing: stars[star] === 'open' ? open.map(([id]) => id) : [],
    };
  }
  return { outcome: 'refuse', star: null, highestSatisfied: highest, stars, answers, missing: [] };
}
