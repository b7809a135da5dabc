import { ok } from '#shared/base/result.ts';
import type { BodyView } from '#shared/contract/external.ts';
import type { Accreditation } from '#shared/domain/external/accreditation.ts';
import { accreditationOn } from '#shared/domain/external/accreditation.ts';
import {
  accreditationsOf,
  findBody,
  findBodyByName,
  insertAccreditation,
  insertBody,
  listBodies as readBodies,
  type BodyRecord,
} from '#electron/backend/store/external-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import { recordDeed } from '#electron/backend/services/record-deed.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from '#electron/backend/services/room.ts';

/** A body with its certificates as others see it. */
export function bodyView(room: Room, { id, name }: BodyRecord): BodyView {
  const today = room.today();
  const rows = accreditationsOf(room.store, id);
  return {
    id,
    name,
    holds: accreditationOn(rows, today) !== undefined,
    accreditations: rows.map((row) => ({
      id: row.id,
      scheme: row.scheme,
      number: row.number,
      scope: row.scope,
      validFrom: row.validFrom,
      validUntil: row.validUntil,
      holds: accreditationOn([row], today) !== undefined,
      by: personName(room.store, row.recordedBy),
      at: row.recordedAt,
    })),
  };
}

/** Bodies by name, with their certificates. */
export const listBodies: Service<'external.bodies'> = (room, { cursor, limit }) => {
  const page = readBodies(room.store, cursor, limit);
  return ok({ rows: page.rows.map((row) => bodyView(room, row)), next: page.next });
};

/** Registers an outside body with its first certificate. */
export const addBody: Service<'external.add-body'> = (room, { name, ...certificate }, caller) =>
  atomically(room, (): Answer<BodyView> => {
    if (findBodyByName(room.store, name) !== undefined) return refuse('external.body-taken', { name }, 'name');
    const body: BodyRecord = {
      id: room.world.newId(),
      name,
      addedBy: caller.person.id,
      addedAt: room.now().toISOString(),
    };
    insertBody(room.store, body);
    keepCertificate(room, caller, body, certificate, 'body.added');
    return ok(bodyView(room, body));
  });

/** Adds a certificate to a body; the ones before stay as they were, so that an old day is judged by them. */
export const accreditBody: Service<'external.accredit'> = (room, { bodyId, ...certificate }, caller) =>
  atomically(room, (): Answer<BodyView> => {
    const body = findBody(room.store, bodyId);
    if (body === undefined) return refuse('external.body-unknown', {}, 'bodyId');
    const { number, scheme, validFrom, validUntil } = certificate;
    const known = accreditationsOf(room.store, bodyId).some(
      (row) =>
        row.scheme === scheme && row.number === number && row.validFrom === validFrom && row.validUntil === validUntil,
    );
    if (known) return refuse('external.accreditation-known', { scheme, number, validFrom, validUntil }, 'number');
    keepCertificate(room, caller, body, certificate, 'body.accredited');
    return ok(bodyView(room, body));
  });

function keepCertificate(
  room: Room,
  caller: SignedInCaller,
  { id: bodyId, name }: BodyRecord,
  certificate: Accreditation,
  type: string,
): void {
  insertAccreditation(room.store, {
    id: room.world.newId(),
    bodyId,
    ...certificate,
    recordedBy: caller.person.id,
    recordedAt: room.now().toISOString(),
  });
  recordDeed(room, caller, { type, entity: 'body', entityId: bodyId, payload: { name, ...certificate } });
  room.announce('bodies.changed', {});
}
