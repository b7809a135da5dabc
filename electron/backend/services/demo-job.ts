import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseId } from '#shared/base/ids.ts';
import type { CaseView } from '#shared/contract/cases.ts';
import type { InputOf, Name, OutputOf } from '#shared/contract/contract.ts';
import type { Page } from '#shared/contract/fields.ts';
import { allPointsMet, checklistOf } from '#shared/domain/document-checklist.ts';
import type { Star } from '#shared/domain/star/star.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from '#shared/domain/demo-people.ts';

/** Asks for something as one of the sample people; what is refused throws. */
export type AskAs = <N extends Name>(login: string, name: N, input: InputOf<N>) => Promise<OutputOf<N>>;

/** What happens outside the centre in the demo: which parcels arrive, and in what state. */
interface Arrival {
  readonly waybill: string;
  readonly arrivedOn: string | null;
  readonly condition: 'intact' | 'damaged' | 'leaking' | 'other';
  readonly accepted: boolean | null;
}

/**
 * Takes every case as far as it will go, each deed by the person whose work it is.
 *
 * Looks at where a case stands before each step, so that a demo that was killed goes on where it
 * was: nothing is lost and nothing done twice.
 */
export async function driveCases(
  ask: AskAs,
  resources: string,
  progress: (done: number, total: number) => void | Promise<void>,
): Promise<void> {
  const arrivals = await readArrivals(resources);
  const cases = await allCases(ask);
  for (const [index, caseId] of cases.entries()) {
    await driveCase(ask, caseId, arrivals);
    await progress(index + 1, cases.length);
  }
}

/** Every case as it stands. */
export async function viewCases(ask: AskAs): Promise<readonly CaseView[]> {
  const views: CaseView[] = [];
  for (const caseId of await allCases(ask)) views.push(await view(ask, caseId));
  return views;
}

async function allCases(ask: AskAs): Promise<readonly CaseId[]> {
  const ids: CaseId[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<{ readonly id: CaseId }> = await ask('peng', 'case.list', { queue: 'all', cursor, limit: 200 });
    ids.push(...page.rows.map((row) => row.id));
    cursor = page.next;
  } while (cursor !== null);
  return ids.sort();
}

async function driveCase(ask: AskAs, caseId: CaseId, arrivals: ReadonlyMap<string, Arrival>): Promise<void> {
  await receiveParcel(ask, caseId, arrivals);
  const first = await view(ask, caseId);
  await checkDocuments(ask, first);
  if (first.findings.length < first.reported.length && first.decision === null) {
    await ask('shen', 'finding.confirm-reported', { caseId });
  }
  const inspected = await view(ask, caseId);
  if (inspected.stage !== 'ready-for-review' && inspected.stage !== 'in-review') return settle(ask, inspected);
  await giveOpinions(ask, inspected);
  const opened = await view(ask, caseId);
  if (opened.verdict.outcome === 'undecidable') return;
  await ask('tang', 'case.decide', { caseId, baseVersion: opened.version, password: DEMO_PASSWORD });
  await settle(ask, await view(ask, caseId));
}

/**
 * Answers every proposal that waits, for a desk under a platform: there a proposal is answered once the
 * platform has accepted it.
 */
export async function settleProposals(ask: AskAs): Promise<void> {
  for (const opened of await viewCases(ask)) await settle(ask, opened);
}

/** Three of four applicants agree to a lower star when one is proposed. */
async function settle(ask: AskAs, opened: CaseView): Promise<void> {
  if (opened.stage !== 'proposed' || opened.decision?.provisional === true) return;
  const agreed = Number(opened.id.slice(-1)) % 4 !== 0;
  await ask('peng', 'consent.record', {
    caseId: opened.id,
    baseVersion: opened.version,
    agreed,
    how: '平台回执（样例）',
    channel: 'platform',
  });
}

async function receiveParcel(ask: AskAs, caseId: CaseId, arrivals: ReadonlyMap<string, Arrival>): Promise<void> {
  const { samples } = await ask('peng', 'case.get', { caseId });
  if (samples.length > 0) return;
  const parcel = await ask('peng', 'parcel.find', { code: caseId });
  const arrival = parcel && arrivals.get(parcel.waybill);
  if (!parcel?.expected || !arrival || arrival.arrivedOn === null || arrival.accepted === null) return;
  const { batch, producedOn, quantity, shelfLifeDays, storage, unit } = parcel.expected;
  await ask('peng', 'sample.receive', {
    parcelId: parcel.id,
    batch,
    producedOn,
    quantity,
    shelfLifeDays,
    storage,
    unit,
    condition: arrival.condition,
    arrivedOn: arrival.arrivedOn,
    location: arrival.accepted ? shelfFor(storage, caseId) : null,
    lapsedReason: '保质期已过，仅作核对（样例）',
    refusal: arrival.accepted ? null : '到样包装破损，请重新寄样（样例）',
  });
}

const shelfFor = (storage: string, caseId: string): string =>
  `${{ ambient: 'A', chilled: 'B', frozen: 'F' }[storage] ?? 'A'}-0${(Number(caseId.slice(-2)) % 6) + 1}-${(Number(caseId.slice(-1)) % 5) + 1}`;

async function checkDocuments(ask: AskAs, opened: CaseView): Promise<void> {
  if (opened.decision !== null) return;
  const rules = await ask('peng', 'document.rules', {});
  for (const document of opened.documents) {
    if (document.check !== 'pending' || document.reportedCheck === 'pending') continue;
    await ask('peng', 'document.check', {
      documentId: document.id,
      check: document.reportedCheck,
      answers: document.reportedCheck === 'accepted' ? allPointsMet(checklistOf(rules, document.kind)) : {},
      reason: document.reportedCheck === 'rejected' ? '不清晰或不符，请重新上传（样例）' : null,
    });
  }
}

async function giveOpinions(ask: AskAs, opened: CaseView): Promise<void> {
  const given = new Set(opened.opinions.map((opinion) => opinion.by));
  const experts = DEMO_PEOPLE.filter((person) => person.roles.includes('expert')).slice(0, opened.panelSize);
  const star = opened.verdict.outcome === 'grant' ? opened.requestedStar : (opened.verdict.highestSatisfied ?? 0);
  await assignExperts(ask, opened, experts);
  for (const expert of experts) {
    if (given.has(expert.name)) continue;
    const text = star === 0 ? '不予评定（样例意见）' : `同意${star}星（样例意见）`;
    await ask(expert.login, 'opinion.give', {
      caseId: opened.id,
      star,
      text,
      criteria: answersTo(opened),
      noConflict: true,
    });
  }
}

/** Seats that are still to be given, by the person who will decide. */
async function assignExperts(ask: AskAs, opened: CaseView, experts: readonly DemoPerson[]): Promise<void> {
  if (opened.panel.complete) return;
  for (const { login } of experts) {
    const personId = `U-${login}`;
    if (!opened.panel.seats.some((seat) => seat.personId === personId))
      await ask('tang', 'panel.assign', { caseId: opened.id, personId });
  }
}

const SAID = {
  met: { answer: 'agree' },
  'not-applicable': { answer: 'agree' },
  unknown: { answer: 'unsure', comment: '尚缺依据（样例意见）' },
  'not-met': { answer: 'disagree', comment: '不符合（样例意见）' },
} as const;

/** What a sample expert says of each criterion: what the evidence says. */
function answersTo({ requestedStar, verdict }: CaseView): InputOf<'opinion.give'>['criteria'] {
  return verdict.criteria.flatMap(({ id, perStar }) => {
    const answer = perStar[requestedStar as Star];
    return answer === undefined ? [] : [{ criterion: id, ...SAID[answer] }];
  });
}

const view = (ask: AskAs, caseId: CaseId): Promise<CaseView> => ask('tang', 'case.get', { caseId });

async function readArrivals(resources: string): Promise<ReadonlyMap<string, Arrival>> {
  const text = await readFile(join(resources, 'templates', 'sample-applications.json'), 'utf8');
  const content = JSON.parse(text) as readonly { readonly parcels: readonly Arrival[] }[];
  return new Map(content.flatMap(({ parcels }) => parcels.map((parcel) => [parcel.waybill, parcel])));
}
