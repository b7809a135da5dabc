import { ok } from '#shared/base/result.ts';
import { parseStandard, standardHashText, standardProblems } from '#shared/contract/standard.ts';
import type { StandardImport, StandardVersion, VersionState } from '#shared/contract/standards.ts';
import { compareStandards } from '#shared/domain/star/compare-standards.ts';
import type { Standard } from '#shared/domain/star/standard.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import {
  decisionsByStandard,
  findVersion,
  insertVersion,
  keepStandard,
  setDiscarded,
  setEffective,
  versionsOf,
  type VersionRecord,
} from '#electron/backend/store/standard-repository.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import { recordDeed } from '#electron/backend/services/record-deed.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from '#electron/backend/services/room.ts';
import { confirmPassword } from '#electron/backend/services/session.ts';
import { readStandardContent } from './read-standard-content.ts';
import { findStandard, standardHash, standardInForce } from './standard.ts';

/** Every version, drafts first, then by the day they take effect, newest first; the shipped one is the oldest. */
export const listVersions: Service<'standard.list'> = (room) => {
  const counts = decisionsByStandard(room.store);
  const imported = versionsOf(room.store).map((record) => versionView(room, record, counts));
  const dayOf = ({ effectiveFrom, state }: StandardVersion): string =>
    state === 'draft' ? '9999-12-31' : (effectiveFrom ?? '0000-00-00');
  return ok([...imported, shippedView(room, counts)].toSorted((a, b) => dayOf(b).localeCompare(dayOf(a))));
};

/** Takes a standard file in as a draft, or says everything that is wrong with it. */
export const importStandard: Service<'standard.import'> = (room, input, caller) =>
  atomically(room, (): Answer<StandardImport> => {
    const content = readStandardContent(Buffer.from(input.content, 'base64'));
    if (!content.ok) return ok({ ok: false, problems: content.failure });
    const text = standardHashText(content.value);
    if (!text.ok) return ok({ ok: false, problems: [{ field: null, zh: text.failure.code, en: text.failure.code }] });
    const sha256 = standardHash(text.value);
    const parsed = parseStandard(content.value, sha256);
    if (!parsed.ok) {
      const { data, field } = parsed.failure;
      return ok({ ok: false, problems: [{ field: field ?? null, zh: `${data?.['zh']}`, en: `${data?.['en']}` }] });
    }
    const fits = fitsBeside(room, parsed.value);
    if (!fits.ok) return fits;
    const importedAt = room.now().toISOString();
    keepStandard(room.store, sha256, parsed.value.version, text.value);
    insertVersion(room.store, { sha256, fileName: input.fileName, importedBy: caller.person.id, importedAt });
    tell(room, caller, 'standard.imported', parsed.value, { fileName: input.fileName });
    return viewed(room, sha256, (version) => ({ ok: true, version }));
  });

/** Refuses what is here already, a name that is taken, and another scheme. */
function fitsBeside(room: Room, standard: Standard): Answer<true> {
  const { id } = room.shipped.standard;
  if (standard.id !== id) return refuse('standard.other-scheme', { found: standard.id, expected: id }, 'content');
  const here = [room.shipped.standard, ...versionsOf(room.store)];
  const twin = here.find(({ sha256 }) => sha256 === standard.sha256);
  if (twin !== undefined) return refuse('standard.same-content', { version: twin.version }, 'content');
  const namesake = here.find(({ version }) => version === standard.version);
  if (namesake !== undefined) return refuse('standard.version-taken', { version: namesake.version }, 'content');
  return ok(true);
}

/** Puts a draft into force from a day on. */
export const adoptStandard: Service<'standard.adopt'> = async (room, input, caller) => {
  const confirmed = await confirmPassword(room, caller.seat, caller.person, input.password);
  if (!confirmed.ok) return confirmed;
  return atomically(room, (): Answer<StandardVersion> => {
    const { effectiveFrom, sha256 } = input;
    const record = findVersion(room.store, sha256);
    if (record === undefined) return refuse('standard.unknown', {}, 'sha256');
    const { version } = record;
    if (stateOf(room, record) !== 'draft') return refuse('standard.not-draft', { version }, 'sha256');
    const today = room.today();
    if (effectiveFrom < today) return refuse('standard.past-date', { date: effectiveFrom, today }, 'effectiveFrom');
    const rival = versionsOf(room.store).find((one) => one.effectiveFrom === effectiveFrom && one.discardedAt === null);
    if (rival !== undefined)
      return refuse('standard.date-taken', { version: rival.version, date: effectiveFrom }, 'effectiveFrom');
    const [problem] = standardProblems(JSON.parse(findStandard(room, sha256)?.text ?? 'null'));
    if (problem !== undefined)
      return refuse('standard.unfit', { version, ...problem, field: problem.field ?? '' }, 'sha256');
    setEffective(room.store, sha256, { from: effectiveFrom, by: caller.person.id, at: room.now().toISOString() });
    tell(room, caller, 'standard.adopted', record, { effectiveFrom });
    return viewed(room, sha256, (view) => view);
  });
};

/** Drops a draft, or a version whose day has not come. */
export const discardStandard: Service<'standard.discard'> = (room, input, caller) =>
  atomically(room, (): Answer<StandardVersion> => {
    const record = findVersion(room.store, input.sha256);
    if (record === undefined) return refuse('standard.unknown', {}, 'sha256');
    const state = stateOf(room, record);
    if (state !== 'draft' && state !== 'coming') {
      return refuse('standard.not-draft', { version: record.version }, 'sha256');
    }
    setDiscarded(room.store, input.sha256, room.now().toISOString(), input.reason);
    tell(room, caller, 'standard.discarded', record, { reason: input.reason });
    return viewed(room, input.sha256, (view) => view);
  });

/** What differs between two versions. */
export const compareVersions: Service<'standard.compare'> = (room, { from, to }) => {
  const [before, after] = [findStandard(room, from), findStandard(room, to)];
  if (before === undefined) return refuse('standard.unknown', {}, 'from');
  if (after === undefined) return refuse('standard.unknown', {}, 'to');
  return ok(compareStandards(before.standard, after.standard));
};

function tell(
  room: Room,
  caller: SignedInCaller,
  type: string,
  { sha256, version }: { readonly sha256: string; readonly version: string },
  payload: Readonly<Record<string, string>>,
): void {
  recordDeed(room, caller, { type, entity: 'standard', entityId: sha256, payload: { version, ...payload } });
  room.announce('standards.changed', {});
}

function viewed<T>(room: Room, sha256: string, wrap: (version: StandardVersion) => T): Answer<T> {
  const record = findVersion(room.store, sha256);
  if (record === undefined) throw new Error(`no version ${sha256}`);
  return ok(wrap(versionView(room, record, decisionsByStandard(room.store))));
}

function stateOf(room: Room, record: VersionRecord): VersionState {
  if (record.discardedAt !== null) return 'discarded';
  if (record.effectiveFrom === null) return 'draft';
  if (record.effectiveFrom > room.today()) return 'coming';
  return standardInForce(room).standard.sha256 === record.sha256 ? 'in-force' : 'superseded';
}

const nameOf = (room: Room, id: string | null): string | null => (id === null ? null : personName(room.store, id));

const versionView = (room: Room, record: VersionRecord, counts: ReadonlyMap<string, number>): StandardVersion => ({
  sha256: record.sha256,
  id: room.shipped.standard.id,
  version: record.version,
  state: stateOf(room, record),
  effectiveFrom: record.effectiveFrom,
  fileName: record.fileName,
  importedBy: nameOf(room, record.importedBy),
  importedAt: record.importedAt,
  adoptedBy: nameOf(room, record.adoptedBy),
  adoptedAt: record.adoptedAt,
  discardedReason: record.discardedReason,
  decisions: counts.get(record.sha256) ?? 0,
});

function shippedView(room: Room, counts: ReadonlyMap<string, number>): StandardVersion {
  const { id, sha256, version } = room.shipped.standard;
  return {
    sha256,
    id,
    version,
    state: standardInForce(room).standard.sha256 === sha256 ? 'in-force' : 'superseded',
    effectiveFrom: null,
    fileName: null,
    importedBy: null,
    importedAt: null,
    adoptedBy: null,
    adoptedAt: null,
    discardedReason: null,
    decisions: counts.get(sha256) ?? 0,
  };
}
