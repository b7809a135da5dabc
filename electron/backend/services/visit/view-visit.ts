import { ok } from '#shared/base/result.ts';
import type {
  AnswerView,
  CorrectiveView,
  Deed,
  LevelView,
  MemberView,
  SignatureView,
  VisitLineView,
  VisitPhotoView,
  VisitRow,
  VisitView,
} from '#shared/contract/visits.ts';
import { linesOutcome, type WeighedAction, type WeighedAnswer } from '#shared/domain/visit/corrective.ts';
import { meansOf } from '#shared/domain/visit/level-evidence.ts';
import {
  outsideWarnings,
  photoWarnings,
  type OutsideWarning,
  type PhotoWarning,
  type Position,
} from '#shared/domain/visit/photo-warnings.ts';
import { visitSpan } from '#shared/domain/visit/visit-days.ts';
import type { Stroke } from '#shared/domain/visit/signature.ts';
import type { AttachmentRecord } from '#electron/backend/store/attachment-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { findListedVisit, type VisitListRow } from '#electron/backend/store/visit-lists.ts';
import { membersOf, type CorrectiveRecord } from '#electron/backend/store/visit-repository.ts';
import { attachmentView } from '#electron/backend/services/attachment-view.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Room, Service, SignedInCaller } from '#electron/backend/services/room.ts';
import { currentFacts, lastSignatures, loadVisit, type LoadedVisit, type VisitFact } from './load-visit.ts';
import { mayRecordOn } from './may-record-on.ts';
import { daysOf } from './visit-days.ts';
import { provinceOfVisit } from './visit-province.ts';

const deedView = (room: Room, by: string, at: string): Deed => ({ by: personName(room.store, by), at });
const deedOrNull = (room: Room, by: string | null, at: string | null): Deed | null =>
  by === null || at === null ? null : deedView(room, by, at);

/** A visit as a list shows it. */
export function visitRow(room: Room, row: VisitListRow): VisitRow {
  return {
    id: row.id,
    caseId: row.caseId,
    applicationNo: row.applicationNo,
    productName: row.productName,
    enterpriseName: row.enterpriseName,
    star: row.star,
    state: row.state,
    ...daysOf(row),
    purpose: row.purpose,
    team: membersOf(room.store, row.id).map((personId): MemberView => ({
      personId,
      name: personName(room.store, personId),
      lead: personId === row.lead,
    })),
    openActions: row.openActions,
    nextDueOn: row.nextDueOn,
  };
}

/** A visit as a page shows it to the person who asks. */
export function viewOfVisit(room: Room, visit: LoadedVisit, caller: SignedInCaller): VisitView {
  const { checklist, facts, record, signed } = visit;
  const listed = findListedVisit(room.store, record.id);
  if (listed === undefined) throw new Error(`visit ${record.id} went away`);
  const photos = photoViews(room, visit);
  const place = currentFacts(facts, 'place').at(-1);
  const may = mayRecordOn(room, visit, caller);
  return {
    ...visitRow(room, listed),
    version: record.version,
    planned: deedView(room, record.plannedBy, record.plannedAt),
    started: deedOrNull(room, record.startedBy, record.startedAt),
    closed: deedOrNull(room, record.closedBy, record.closedAt),
    cancelled:
      record.cancelledBy === null || record.cancelledAt === null
        ? null
        : { ...deedView(room, record.cancelledBy, record.cancelledAt), reason: record.cancelReason ?? '' },
    checklist: { id: checklist.id, version: checklist.version },
    groups: checklist.groups.map((group) => ({
      ...group,
      lines: group.lines.map((line): VisitLineView => {
        const answers = facts.filter((fact): fact is VisitFact<'answer'> => fact.kind === 'answer');
        const [current, ...earlier] = answers
          .filter(({ subject }) => subject === line.id)
          .map((fact) => answerView(room, fact))
          .toReversed();
        return {
          ...line,
          current: current ?? null,
          earlier,
          photos: photos.filter(({ owner }) => owner.slot === line.id),
        };
      }),
    })),
    photos: photos.filter(({ owner }) => owner.slot === ''),
    levels: signed.levels.map((level): LevelView => ({
      ...level,
      ...deedView(room, level.by, level.at),
      means: meansOf(level),
    })),
    lines:
      signed.lines === null
        ? null
        : { ...signed.lines, ...deedView(room, signed.lines.by, signed.lines.at), comesTo: outcomeOf(visit) },
    siteTest:
      signed.siteTest === null
        ? null
        : { ...signed.siteTest, ...deedView(room, signed.siteTest.by, signed.siteTest.at) },
    place:
      place === undefined
        ? null
        : {
            latitude: Number(place.value.latitude),
            longitude: Number(place.value.longitude),
            warnings: placeWarnings(room, visit),
            ...deedView(room, place.by, place.at),
          },
    corrective: visit.corrective.map((action) => correctiveView(room, action)),
    signatures: [...lastSignatures(visit.signatures).values()].map((signature): SignatureView => ({
      signer: signature.signer,
      name: signature.name,
      position: signature.position,
      at: signature.at,
      strokes: JSON.parse(signature.strokes) as readonly Stroke[],
      factsHash: signature.factsHash,
      stands: signature.factsHash === visit.factsHash,
    })),
    factsHash: visit.factsHash,
    gaps: visit.gaps,
    mayNotRecord: may.ok ? null : { code: may.failure.code, ...(may.failure.data && { data: may.failure.data }) },
  };
}

/** An answer as others see it. */
export const answerView = (room: Room, { at, by, value }: VisitFact<'answer'>): AnswerView => ({
  ...value,
  ...deedView(room, by, at),
});

const correctiveView = (room: Room, action: CorrectiveRecord): CorrectiveView => ({
  id: action.id,
  line: action.line,
  what: action.what,
  dueOn: action.dueOn,
  overdue: action.closedAt === null && action.dueOn < room.today(),
  ...deedView(room, action.by, action.at),
  closed:
    action.closedBy === null || action.closedAt === null
      ? null
      : { ...deedView(room, action.closedBy, action.closedAt), evidence: action.evidence ?? '' },
});

/** What the lines' inspection comes to with the corrective actions as they stand. */
export function outcomeOf({
  corrective,
  signed,
}: Pick<LoadedVisit, 'signed' | 'corrective'>): 'passed' | 'failed' | null {
  const actions = corrective.map(({ closedAt, line }): WeighedAction => ({ line, closed: closedAt !== null }));
  return linesOutcome(signed.lines?.outcome ?? null, signed.answers as readonly WeighedAnswer[], actions);
}

/** Where a photo or a visit says it was, in decimal degrees. */
export const positionOf = ({
  latitude,
  longitude,
}: Pick<AttachmentRecord, 'latitude' | 'longitude'>): Position | null =>
  latitude === null || longitude === null ? null : { latitude: Number(latitude), longitude: Number(longitude) };

/** What does not fit about the place that was recorded of a visit. */
export function placeWarnings(
  room: Room,
  { record, signed }: Pick<LoadedVisit, 'record' | 'signed'>,
): readonly OutsideWarning[] {
  const place = signed.place === null ? null : positionOf(signed.place);
  return place === null ? [] : outsideWarnings(place, provinceOfVisit(room, record));
}

/** What in the data of a visit's photos does not fit it, by attachment. */
export function warningsOf(
  room: Room,
  { checklist, photos, record, signed }: Pick<LoadedVisit, 'checklist' | 'photos' | 'record' | 'signed'>,
): ReadonlyMap<string, readonly PhotoWarning[]> {
  const place = signed.place === null ? null : positionOf(signed.place);
  const nowMs = room.now().getTime();
  const province = provinceOfVisit(room, record);
  const span = visitSpan(daysOf(record), room.today());
  return new Map(
    photos.map((photo) => {
      const others = photos.flatMap((other) => {
        const position = other.id === photo.id || other.struckAt !== null ? null : positionOf(other);
        return position === null ? [] : [position];
      });
      const context = { ...span, place, province, others, nowMs, thresholds: checklist.photos };
      return [photo.id, photoWarnings({ takenAt: photo.takenAt, position: positionOf(photo) }, context)];
    }),
  );
}

function photoViews(room: Room, visit: LoadedVisit): readonly VisitPhotoView[] {
  const warnings = warningsOf(room, visit);
  return visit.photos.map((photo) => ({ ...attachmentView(room, photo), warnings: warnings.get(photo.id) ?? [] }));
}

/** A visit on one page. */
export const getVisit: Service<'visit.get'> = (room, { visitId }, caller) => {
  const visit = loadVisit(room, visitId);
  return visit === undefined ? refuse('visit.unknown', {}, 'visitId') : ok(viewOfVisit(room, visit, caller));
};
