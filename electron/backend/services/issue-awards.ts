import type { CaseId } from '#shared/base/ids.ts';
import { addDays, addMonths } from '#shared/base/plain-date.ts';
import { ok } from '#shared/base/result.ts';
import type { AwardRow } from '#shared/contract/papers.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import { certificateNumber } from '#shared/domain/certificate-number.ts';
import type { DecisionRecord } from '#electron/backend/store/decision-repository.ts';
import { deskCode, findFact, nextSerial } from '#electron/backend/store/facts.ts';
import {
  findAward,
  insertAward,
  listAwards as readAwards,
  type AwardRecord,
} from '#electron/backend/store/paper-repository.ts';
import { indexThing } from '#electron/backend/store/search.ts';
import { atomically } from './atomically.ts';
import { decisionState, loadCase, type CaseFacts } from './case-facts.ts';
import { recordCaseDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from './room.ts';
import { confirmPassword } from './session.ts';
import { deciderName, isProvisional } from './review/decision-views.ts';
import { waitingIncident } from './review/standing-proposal.ts';

/** Where printed QR codes lead while no platform has said so. */
const DEFAULT_PUBLIC_URL = 'https://otop.example.cn';
/** Term of an award in months: not public, so a setting; three years with an annual check (A18). */
const TERM_MONTHS = 36;
/** Certificates begin at three stars (A04); a badge and its code come with every star. */
export const FIRST_CERTIFICATE_STAR = 3;

/** Gives granted cases their numbers, all of them or none; a name no certificate can carry gets none. */
export const issueAwards: Service<'award.issue'> = async (room, input, caller) => {
  const confirmed = await confirmPassword(room, caller.seat, caller.person, input.password);
  if (!confirmed.ok) return confirmed;
  const printable = await whetherPrintable(room, input.caseIds);
  if (!printable.ok) return printable;
  return atomically(room, () => {
    const rows: AwardRow[] = [];
    for (const caseId of new Set(input.caseIds)) {
      const issued = issue(room, caller, caseId);
      if (!issued.ok) return issued;
      rows.push(awardRow(room, issued.value));
    }
    return ok(rows);
  });
};

/** What stands on a certificate must be in its fonts: a number stays with the case for good. */
async function whetherPrintable(room: Room, caseIds: readonly CaseId[]): Promise<Answer<null>> {
  for (const caseId of caseIds) {
    const facts = loadCase(room, caseId);
    if (facts === undefined) continue;
    const [missing] = await room.documents.missingGlyphs([
      facts.record.productName,
      facts.enterprise.name,
      facts.enterprise.address,
    ]);
    if (missing !== undefined) return refuse('award.missing-glyph', { caseId, ...missing });
  }
  return ok(null);
}

function issue(room: Room, caller: SignedInCaller, caseId: CaseId): Answer<AwardRecord> {
  const facts = loadCase(room, caseId);
  if (facts === undefined) return refuse('case.unknown', {}, 'caseIds');
  if (facts.award) return ok(facts.award);
  const { decision } = facts;
  if (decision === undefined || decision.star === null || decisionState(decision) !== 'granted') {
    return refuse('case.not-decided', { caseId });
  }
  if (isProvisional(room, decision)) return refuse('case.provisional', { caseId });
  const waiting = waitingIncident(room, facts, decision, room.today());
  if (waiting !== null) return refuse(waiting.code, waiting.data);
  const award = newAward(room, caller, facts, decision.star, decision);
  insertAward(room.store, award);
  indexThing(room.store, {
    kind: 'award',
    ref: award.number,
    caseId,
    title: award.number,
    detail: award.productName,
    names: [award.productName, award.enterpriseName],
    codes: [award.number],
  });
  const withCertificate = award.star >= FIRST_CERTIFICATE_STAR;
  recordCaseDeed(room, caller, caseId, {
    type: withCertificate ? 'certificate.issued' : 'badge.issued',
    entity: withCertificate ? 'certificate' : 'badge',
    entityId: caseId,
    payload: {
      number: award.number,
      token: award.token,
      caseId,
      star: award.star,
      productName: award.productName,
      enterpriseName: award.enterpriseName,
      issuedOn: award.issuedOn,
      validUntil: award.validUntil,
    },
  });
  return ok({ ...award, certificatePrints: 0, badgePrints: 0 });
}

function newAward(
  room: Room,
  caller: SignedInCaller,
  facts: CaseFacts,
  star: number,
  decision: DecisionRecord,
): Omit<AwardRecord, 'certificatePrints' | 'badgePrints'> {
  const issuedOn = room.today();
  const serial = nextSerial(room.store, 'serial.award');
  const { enterprise, record } = facts;
  return {
    number: certificateNumber({ year: Number(issuedOn.slice(0, 4)), star, desk: deskCode(room.store), serial }),
    serial,
    token: room.world.token(10),
    caseId: record.id,
    star,
    productName: record.productName,
    specification: record.specification,
    enterpriseName: enterprise.name,
    address: enterprise.address,
    uscc: enterprise.uscc,
    standardLabel: `TB/OTOP 星级评价 ${(JSON.parse(decision.verdict) as Verdict).standard.version}`,
    authorisedBy: deciderName(room, decision),
    issuedOn,
    validUntil: addDays(addMonths(issuedOn, TERM_MONTHS), -1),
    checkDueOn: addMonths(issuedOn, 12),
    issuedBy: caller.person.id,
    issuedAt: room.now().toISOString(),
  };
}

/** The link behind an award's QR code; short, so that the code stays coarse. */
export const verifyUrl = (room: Room, award: Pick<AwardRecord, 'token'>): string =>
  `${findFact(room.store, 'platform.public-url') ?? DEFAULT_PUBLIC_URL}/v/${award.token}`;

/** Issued awards by number. */
export const listAwards: Service<'award.list'> = (room, input) => {
  const page = readAwards(room.store, input.state, input.cursor, input.limit);
  return ok({ rows: page.rows.map((award) => awardRow(room, award)), next: page.next });
};

/** The awards behind numbers, in the order asked for. */
export function loadAwards(room: Room, numbers: readonly string[]): Answer<readonly AwardRecord[]> {
  const awards: AwardRecord[] = [];
  for (const number of new Set(numbers)) {
    const award = findAward(room.store, number);
    if (award === undefined) return refuse('award.unknown', { number }, 'numbers');
    awards.push(award);
  }
  return ok(awards);
}

const awardRow = (room: Room, award: AwardRecord): AwardRow => ({
  number: award.number,
  caseId: award.caseId,
  star: award.star,
  productName: award.productName,
  enterpriseName: award.enterpriseName,
  issuedOn: award.issuedOn,
  validUntil: award.validUntil,
  checkDueOn: award.checkDueOn,
  verifyUrl: verifyUrl(room, award),
  certificatePrints: award.certificatePrints,
  badgePrints: award.badgePrints,
});
