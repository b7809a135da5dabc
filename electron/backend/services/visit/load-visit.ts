import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { PersonId, VisitId } from '#shared/base/ids.ts';
import type { AnswerGiven, VisitChecklist } from '#shared/domain/visit/checklist.ts';
import { closingGaps, type ClosingGaps } from '#shared/domain/visit/closing.ts';
import type { LevelRecord } from '#shared/domain/visit/level-evidence.ts';
import { canonicalFacts, type SignedFacts } from '#shared/domain/visit/signed-facts.ts';
import { attachmentsOf, type AttachmentRecord } from '#electron/backend/store/attachment-repository.ts';
import { sha256Hex } from '#electron/backend/store/ledger.ts';
import {
  correctiveOf,
  factsOfVisit,
  findVisit,
  membersOf,
  signaturesOf,
  type CorrectiveRecord,
  type SignatureRecord,
  type VisitFactRecord,
  type VisitRecord,
} from '#electron/backend/store/visit-repository.ts';
import type { Room } from '#electron/backend/services/room.ts';
import { checklistOf } from './visit-checklist.ts';

/** What each kind of fact holds. */
export interface VisitFactValues {
  readonly answer: AnswerGiven;
  readonly level: LevelRecord;
  readonly lines: {
    readonly inspected: boolean;
    readonly recordsViewed: boolean;
    readonly outcome: 'passed' | 'failed' | null;
  };
  readonly 'site-test': { readonly outcome: 'passed' | 'failed' | null; readonly note: string | null };
  readonly place: { readonly latitude: string; readonly longitude: string };
}
export type VisitFactKind = keyof VisitFactValues;

/** A recorded fact, read back. */
export interface VisitFact<K extends VisitFactKind = VisitFactKind> extends Omit<VisitFactRecord, 'value' | 'kind'> {
  readonly kind: K;
  readonly value: VisitFactValues[K];
}

/** A visit with everything that hangs on it. */
export interface LoadedVisit {
  readonly record: VisitRecord;
  readonly team: readonly PersonId[];
  readonly checklist: VisitChecklist;
  /** History included, oldest first. */
  readonly facts: readonly VisitFact[];
  readonly corrective: readonly CorrectiveRecord[];
  /** History included, oldest first. */
  readonly signatures: readonly SignatureRecord[];
  /** Struck ones included. */
  readonly photos: readonly AttachmentRecord[];
  readonly signed: SignedFacts;
  /** SHA-256 of {@link signed}. */
  readonly factsHash: string;
  readonly gaps: ClosingGaps;
}

/** Reads a visit; undefined when there is none. */
export function loadVisit(room: Room, id: VisitId): LoadedVisit | undefined {
  const { store } = room;
  const record = findVisit(store, id);
  if (record === undefined) return undefined;
  const loaded = {
    record,
    team: membersOf(store, id),
    checklist: checklistOf(room, record),
    facts: factsOfVisit(store, id).map((row) => ({ ...row, value: JSON.parse(row.value) as never })),
    corrective: correctiveOf(store, id),
    signatures: signaturesOf(store, id),
    photos: attachmentsOf(store, 'visit', id),
  };
  const signed = signedFacts(loaded);
  const factsHash = sha256Hex(canonicalJson(canonicalFacts(signed)));
  return { ...loaded, signed, factsHash, gaps: gapsOf(loaded, signed, factsHash) };
}

type Unsigned = Omit<LoadedVisit, 'signed' | 'factsHash' | 'gaps'>;

/** Facts of a kind that count, by the order of their lines where they have one. */
export const currentFacts = <K extends VisitFactKind>(facts: readonly VisitFact[], kind: K): readonly VisitFact<K>[] =>
  facts.filter((fact): fact is VisitFact<K> => fact.kind === kind && fact.superseded === 0);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function signedFacts({ checklist, corrective, facts, photos, record, team }: Unsigned): SignedFacts {
  const { caseId, id, lead, on, purpose, star } = record;
  const deed = ({ at, by }: VisitFact): { readonly by: string; readonly at: string } => ({ by, at });
  const place = currentFacts(facts, 'place').at(-1);
  const lines = currentFacts(facts, 'lines').at(-1);
  const siteTest = currentFacts(facts, 'site-test').at(-1);
  const { note, outcome } = siteTest?.value ?? { note: null, outcome: null };
  return {
    visit: { id, caseId, star, on, purpose, lead, team },
    checklist: { id: checklist.id, version: checklist.version, standard: checklist.standard.sha256 },
    place: place?.value ?? null,
    answers: currentFacts(facts, 'answer')
      .map((fact) => ({ line: fact.subject, ...fact.value, ...deed(fact) }))
      .toSorted((a, b) => byText(a.line, b.line)),
    levels: currentFacts(facts, 'level')
      .map((fact) => ({ ...fact.value, ...deed(fact) }))
      .toSorted((a, b) => byText(b.kind, a.kind)),
    lines: lines === undefined ? null : { ...lines.value, ...deed(lines) },
    siteTest: siteTest === undefined || outcome === null ? null : { outcome, note, ...deed(siteTest) },
    corrective: corrective
      .map(({ dueOn, id: action, line, what }) => ({ id: action, line, what, dueOn }))
      .toSorted((a, b) => byText(a.id, b.id)),
    photos: photos
      .filter(({ struckAt }) => struckAt === null)
      .map(({ sha256, slot }) => ({ line: slot, sha256 }))
      .toSorted((a, b) => byText(a.line, b.line)),
  };
}

/** The last signature of each signer. */
export const lastSignatures = (signatures: readonly SignatureRecord[]): ReadonlyMap<string, SignatureRecord> =>
  new Map(signatures.map((signature) => [signature.signer, signature]));

function gapsOf({ checklist, signatures, team }: Unsigned, signed: SignedFacts, factsHash: string): ClosingGaps {
  return closingGaps({
    checklist,
    answered: new Set(signed.answers.map(({ line }) => line)),
    levels: new Set(signed.levels.map(({ kind }) => kind)),
    hasOutcome: signed.lines !== null,
    team,
    signed: new Map([...lastSignatures(signatures)].map(([signer, last]) => [signer, last.factsHash])),
    factsHash,
  });
}
