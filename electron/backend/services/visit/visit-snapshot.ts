import type { VisitChecklist } from '#shared/domain/visit/checklist.ts';
import type { SignedFacts } from '#shared/domain/visit/signed-facts.ts';
import type { Stroke } from '#shared/domain/visit/signature.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import type { CorrectiveRecord } from '#electron/backend/store/visit-repository.ts';
import type { Room } from '#electron/backend/services/room.ts';
import type { LoadedVisit } from './load-visit.ts';

/** A whole visit as a ledger entry carries it: texts and whole numbers only, so that it has a canonical form. */
export interface VisitSnapshot {
  readonly schema: 'otop-visit/1';
  /** What the signatures cover; its SHA-256 stands beside the snapshot. */
  readonly facts: SignedFacts;
  readonly checklist: VisitChecklist;
  /** Names of everybody in it, by id. */
  readonly people: Readonly<Record<string, string>>;
  readonly started: { readonly by: string; readonly at: string };
  readonly closed: { readonly by: string; readonly at: string };
  /** Answers and other facts that a later one replaced, oldest first. */
  readonly earlier: readonly {
    readonly kind: string;
    readonly subject: string;
    readonly value: unknown;
    readonly by: string;
    readonly at: string;
  }[];
  readonly corrective: readonly Omit<CorrectiveRecord, 'visitId'>[];
  /** All that were given; a later one of a signer replaces the ones before. */
  readonly signatures: readonly {
    readonly signer: string;
    readonly name: string;
    readonly position: string | null;
    readonly at: string;
    readonly factsHash: string;
    readonly strokes: readonly Stroke[];
  }[];
  readonly photos: readonly {
    readonly id: string;
    readonly line: string;
    readonly order: number;
    readonly sha256: string;
    readonly name: string;
    readonly takenAt: string | null;
    readonly latitude: string | null;
    readonly longitude: string | null;
    readonly by: string;
    readonly at: string;
    readonly struck: { readonly by: string; readonly at: string; readonly reason: string } | null;
  }[];
}

/** The snapshot of a closed visit. */
export function snapshotOf(room: Room, visit: LoadedVisit): VisitSnapshot {
  const { corrective, facts, photos, record, signatures, signed, team } = visit;
  const people = new Set([
    ...team,
    ...facts.map(({ by }) => by),
    ...corrective.flatMap(({ by, closedBy }) => (closedBy === null ? [by] : [by, closedBy])),
    ...photos.map(({ keptBy }) => keptBy),
  ]);
  return {
    schema: 'otop-visit/1',
    facts: signed,
    checklist: visit.checklist,
    people: Object.fromEntries([...people].map((id) => [id, personName(room.store, id)])),
    started: { by: record.startedBy ?? '', at: record.startedAt ?? '' },
    closed: { by: record.closedBy ?? '', at: record.closedAt ?? '' },
    earlier: facts
      .filter(({ superseded }) => superseded === 1)
      .map(({ at, by, kind, subject, value }) => ({ kind, subject, value, by, at })),
    corrective: corrective.map(({ visitId: _visit, ...action }) => action),
    signatures: signatures.map(({ at, factsHash, name, position, signer, strokes }) => ({
      signer,
      name,
      position,
      at,
      factsHash,
      strokes: JSON.parse(strokes) as readonly Stroke[],
    })),
    photos: photos.map((photo) => ({
      id: photo.id,
      line: photo.slot,
      order: photo.position,
      sha256: photo.sha256,
      name: photo.name,
      takenAt: photo.takenAt,
      latitude: photo.latitude,
      longitude: photo.longitude,
      by: photo.keptBy,
      at: photo.keptAt,
      struck:
        photo.struckAt === null
          ? null
          : { by: photo.struckBy ?? '', at: photo.struckAt, reason: photo.struckReason ?? '' },
    })),
  };
}
