import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, type Canonical } from '#shared/base/canonical-json.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { ok } from '#shared/base/result.ts';
import type { TestPlanRow, TestPlanView } from '#shared/contract/test-plans.ts';
import { parseTestPlan } from '#shared/contract/test-plan.ts';
import type { TestPlan } from '#shared/domain/lab/test-item.ts';
import { sha256Hex } from '#electron/backend/store/ledger.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { allTestPlans, findTestPlan, keepTestPlan } from '#electron/backend/store/test-plan-repository.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import { recordDeed } from '#electron/backend/services/record-deed.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, Service } from '#electron/backend/services/room.ts';

/** A version of a plan with who saved it; nobody did one that ships. */
interface KnownPlan {
  readonly plan: TestPlan;
  readonly savedBy: string | null;
  readonly savedAt: string | null;
}

const shipped = new Map<string, readonly TestPlan[]>();

/**
 * The plans that come with the program, read once: their files do not change while it runs.
 * @throws Error when a shipped file is not a plan: the installation is broken.
 */
function shippedPlans({ folders }: Room): readonly TestPlan[] {
  const folder = join(folders.resources, 'standards', 'test-plans');
  const known = shipped.get(folder);
  if (known !== undefined) return known;
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const plans = files.toSorted().map((name) => {
    const read = parseTestPlan(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    if (!read.ok) throw new Error(`the shipped test plan ${name} is wrong at ${read.failure.field ?? 'its top'}`);
    return read.value;
  });
  shipped.set(folder, plans);
  return plans;
}

/** Every version of every plan: by plan, the newest effective day on top, of one day the last saved. */
function knownPlans(room: Room): readonly KnownPlan[] {
  const kept = allTestPlans(room.store).map((row): KnownPlan => ({
    plan: JSON.parse(row.body) as TestPlan,
    savedBy: row.savedBy,
    savedAt: row.savedAt,
  }));
  const names = new Set(kept.map(({ plan }) => keyOf(plan)));
  const others = shippedPlans(room).filter((plan) => !names.has(keyOf(plan)));
  const all = [...kept, ...others.map((plan): KnownPlan => ({ plan, savedBy: null, savedAt: null }))];
  return all.toSorted(
    (a, b) =>
      compare(a.plan.id, b.plan.id) ||
      compare(b.plan.effectiveOn, a.plan.effectiveOn) ||
      compare(b.savedAt ?? '', a.savedAt ?? ''),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const keyOf = ({ id, version }: Pick<TestPlan, 'id' | 'version'>): string => JSON.stringify([id, version]);

const forceOn = (plans: readonly KnownPlan[], id: string, day: PlainDate): KnownPlan | undefined =>
  plans.find(({ plan }) => plan.id === id && plan.effectiveOn <= day);

/** The plan in force today for each id, for a list of samples. */
export function plansInForce(room: Room): ReadonlyMap<string, TestPlan> {
  const plans = knownPlans(room);
  const ids = new Set(plans.map(({ plan }) => plan.id));
  return new Map(
    [...ids].flatMap((id) => {
      const found = forceOn(plans, id, room.today());
      return found === undefined ? [] : [[id, found.plan] as const];
    }),
  );
}

/** A version of a plan, or the one in force; undefined when there is none. */
export function findPlan(room: Room, id: string, version: string | null): TestPlan | undefined {
  const plans = knownPlans(room);
  const found =
    version === null
      ? forceOn(plans, id, room.today())
      : plans.find(({ plan }) => plan.id === id && plan.version === version);
  return found?.plan;
}

/**
 * The version an order was made by.
 * @throws Error when it is gone: versions are never deleted.
 */
export function orderedPlan(room: Room, id: string, version: string): TestPlan {
  const kept = findTestPlan(room.store, id, version);
  if (kept === undefined) throw new Error(`no version ${version} of plan ${id}`);
  return JSON.parse(kept.body) as TestPlan;
}

/** Keeps a shipped version in the workspace when the first order is made by it, whatever later programs ship. */
export function keepOrdered(room: Room, plan: TestPlan): void {
  const { effectiveOn, id, version } = plan;
  keepTestPlan(room.store, { id, version, effectiveOn, body: JSON.stringify(plan), savedBy: null, savedAt: null });
}

const rowOf = (room: Room, { plan, savedAt, savedBy }: KnownPlan, inForce: boolean): TestPlanRow => ({
  id: plan.id,
  version: plan.version,
  category: plan.category,
  effectiveOn: plan.effectiveOn,
  inForce,
  items: plan.items.length,
  verify: plan.items.filter(({ verify }) => verify === true).length,
  savedBy: savedBy === null ? null : personName(room.store, savedBy),
  savedAt,
});

export const listTestPlans: Service<'test-plan.list'> = (room) => {
  const plans = knownPlans(room);
  return ok(plans.map((known) => rowOf(room, known, forceOn(plans, known.plan.id, room.today()) === known)));
};

export const getTestPlan: Service<'test-plan.get'> = (room, { planId, version }) => viewOf(room, planId, version);

function viewOf(room: Room, id: string, version: string | null): Answer<TestPlanView> {
  const plans = knownPlans(room);
  const inForce = forceOn(plans, id, room.today());
  const known = version === null ? inForce : plans.find(({ plan }) => plan.id === id && plan.version === version);
  if (known === undefined) return refuse('test-plan.unknown', { plan: id }, 'planId');
  return ok({ ...rowOf(room, known, known === inForce), plan: known.plan });
}

/** What a plan says, without its name for this version and its day. */
const sayingOf = ({ categories, category, items, note }: TestPlan): string =>
  canonicalJson({ categories: categories ?? null, category, note, items } as unknown as Canonical);

/** Keeps a new version of a plan, or a new plan; versions before it stay as they are. */
export const saveTestPlan: Service<'test-plan.save'> = (room, input, caller) =>
  atomically(room, (): Answer<TestPlanView> => {
    const read = parseTestPlan(input.plan);
    if (!read.ok) {
      const { data = {}, field } = read.failure;
      return refuse('test-plan.invalid', data, field === undefined ? 'plan' : `plan.${field}`);
    }
    const plan = read.value;
    const { effectiveOn, id, version } = plan;
    if (effectiveOn < room.today()) return refuse('test-plan.in-past', { day: effectiveOn }, 'plan.effectiveOn');
    const others = knownPlans(room).filter((known) => known.plan.id === id);
    if (others.some((known) => known.plan.version === version))
      return refuse('test-plan.version-taken', { plan: id, version }, 'plan.version');
    const same = others.find((known) => sayingOf(known.plan) === sayingOf(plan));
    if (same !== undefined)
      return refuse('test-plan.identical', { plan: id, version: same.plan.version }, 'plan.items');
    const body = JSON.stringify(plan);
    keepTestPlan(room.store, {
      id,
      version,
      effectiveOn,
      body,
      savedBy: caller.person.id,
      savedAt: room.now().toISOString(),
    });
    recordDeed(room, caller, {
      type: 'test-plan.saved',
      entity: 'test-plan',
      entityId: id,
      payload: { planId: id, version, effectiveOn, items: plan.items.length, sha256: sha256Hex(body) },
    });
    room.announce('lab.changed', { orderId: '' });
    return viewOf(room, id, version);
  });
