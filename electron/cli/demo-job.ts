import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseId } from '#shared/base/ids.ts';
import type { CaseView } from '#shared/contract/cases.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '#shared/domain/demo-people.ts';
import { allRows } from './all-rows.ts';
import { RESOURCES, type Shell, type ShellSeat } from './shell-seat.ts';
import type { Teller } from './tell.ts';

/** The sample people at their seats, by login. */
export type DemoSeats = Readonly<Record<string, ShellSeat>>;

/** What happens outside the centre in the demo: which parcels arrive, and in what state. */
interface Arrival {
  readonly waybill: string;
  readonly arrivedOn: string | null;
  readonly condition: 'intact' | 'damaged' | 'leaking' | 'other';
  readonly accepted: boolean | null;
}

/** Signs every sample person in. */
export async function seatEverybody(shell: Shell): Promise<DemoSeats> {
  const seats = await Promise.all(
    DEMO_PEOPLE.map(async ({ login }) => {
      const seat = shell.seat();
      await seat.ask('session.sign-in', { login, password: DEMO_PASSWORD });
      return [login, seat] as const;
    }),
  );
  return Object.fromEntries(seats);
}

/**
 * Takes every case as far as it will go, each deed by the person whose work it is.
 *
 * Looks at where a case stands before each step, so that a demo that was killed goes on where it
 * was: nothing is lost and nothing done twice.
 */
export async function driveCases(teller: Teller, seats: DemoSeats): Promise<void> {
  const arrivals = await readArrivals();
  const cases = await allCases(seats);
  for (const [index, caseId] of cases.entries()) {
    await driveCase(seats, caseId, arrivals);
    if ((index + 1) % 40 === 0) teller.progress(`案卷 cases ${index + 1}/${cases.length}`);
  }
}

/** Every case as it stands. */
export async function viewCases(seats: DemoSeats): Promise<readonly CaseView[]> {
  const views: CaseView[] = [];
  for (const caseId of await allCases(seats)) views.push(await view(seats, caseId));
  return views;
}

async function allCases(seats: DemoSeats): Promise<readonly CaseId[]> {
  const clerk = seatOf(seats, 'peng');
  const rows = await allRows((cursor) => clerk.ask('case.list', { queue: 'all', cursor, limit: 200 }));
  return rows.map((row) => row.id).sort();
}

async function driveCase(seats: DemoSeats, caseId: CaseId, arrivals: ReadonlyMap<string, Arrival>): Promise<void> {
  await receiveParcel(seatOf(seats, 'peng'), caseId, arrivals);
  const first = await view(seats, caseId);
  await checkDocuments(seatOf(seats, 'peng'), first);
  if (first.findings.length < first.reported.length && first.decision === null) {
    await seatOf(seats, 'shen').ask('finding.confirm-reported', { caseId });
  }
  const inspected = await view(seats, caseId);
  if (inspected.stage !== 'ready-for-review' && inspected.stage !== 'in-review') return settle(seats, inspected);
  await giveOpinions(seats, inspected);
  const opened = await view(seats, caseId);
  if (opened.verdict.outcome === 'undecidable') return;
  await seatOf(seats, 'tang').ask('case.decide', { caseId, baseVersion: opened.version, password: DEMO_PASSWORD });
  await settle(seats, await view(seats, caseId));
}

/** Three of four applicants agree to a lower star when one is proposed. */
async function settle(seats: DemoSeats, opened: CaseView): Promise<void> {
  if (opened.stage !== 'proposed') return;
  const agreed = Number(opened.id.slice(-1)) % 4 !== 0;
  await seatOf(seats, 'peng').ask('consent.record', {
    caseId: opened.id,
    baseVersion: opened.version,
    agreed,
    how: '平台回执（样例）',
  });
}

async function receiveParcel(clerk: ShellSeat, caseId: CaseId, arrivals: ReadonlyMap<string, Arrival>): Promise<void> {
  const { samples } = await clerk.ask('case.get', { caseId });
  if (samples.length > 0) return;
  const parcel = await clerk.ask('parcel.find', { code: caseId });
  const arrival = parcel && arrivals.get(parcel.waybill);
  if (!parcel?.expected || !arrival || arrival.arrivedOn === null || arrival.accepted === null) return;
  const { batch, producedOn, quantity, shelfLifeDays, storage, unit } = parcel.expected;
  await clerk.ask('sample.receive', {
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
    refusal: arrival.accepted ? null : '到样包装破损，请重新寄样（样例）',
  });
}

const shelfFor = (storage: string, caseId: string): string =>
  `${{ ambient: 'A', chilled: 'B', frozen: 'F' }[storage] ?? 'A'}-0${(Number(caseId.slice(-2)) % 6) + 1}-${(Number(caseId.slice(-1)) % 5) + 1}`;

async function checkDocuments(clerk: ShellSeat, opened: CaseView): Promise<void> {
  if (opened.decision !== null) return;
  for (const document of opened.documents) {
    if (document.check !== 'pending' || document.reportedCheck === 'pending') continue;
    await clerk.ask('document.check', {
      documentId: document.id,
      check: document.reportedCheck,
      reason: document.reportedCheck === 'rejected' ? '不清晰或不符，请重新上传（样例）' : null,
    });
  }
}

async function giveOpinions(seats: DemoSeats, opened: CaseView): Promise<void> {
  const given = new Set(opened.opinions.map((opinion) => opinion.by));
  const experts = DEMO_PEOPLE.filter((person) => person.roles.includes('expert')).slice(0, opened.panelSize);
  const star = opened.verdict.outcome === 'grant' ? opened.requestedStar : (opened.verdict.highestSatisfied ?? 0);
  for (const expert of experts) {
    if (given.has(expert.name)) continue;
    const text = star === 0 ? '不予评定（样例意见）' : `同意${star}星（样例意见）`;
    await seatOf(seats, expert.login).ask('opinion.give', { caseId: opened.id, star, text });
  }
}

const view = (seats: DemoSeats, caseId: CaseId): Promise<CaseView> => seatOf(seats, 'tang').ask('case.get', { caseId });

/** The seat of a sample person. */
export function seatOf(seats: DemoSeats, login: string): ShellSeat {
  const seat = seats[login];
  if (seat === undefined) throw new Error(`no sample person ${login}`);
  return seat;
}

async function readArrivals(): Promise<ReadonlyMap<string, Arrival>> {
  const text = await readFile(join(RESOURCES, 'templates', 'sample-applications.json'), 'utf8');
  const content = JSON.parse(text) as readonly { readonly parcels: readonly Arrival[] }[];
  return new Map(content.flatMap(({ parcels }) => parcels.map((parcel) => [parcel.waybill, parcel])));
}
