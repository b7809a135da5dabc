import { ok } from '#shared/base/result.ts';
import { ENTERPRISE } from '#shared/domain/visit/closing.ts';
import type { Stroke } from '#shared/domain/visit/signature.ts';
import type { Canonical } from '#shared/base/canonical-json.ts';
import { insertTouch } from '#electron/backend/store/case-repository.ts';
import { findPersonByLogin, type PersonRecord } from '#electron/backend/store/people-repository.ts';
import { insertSignature } from '#electron/backend/store/visit-repository.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from '#electron/backend/services/room.ts';
import { checkPassword, confirmPassword } from '#electron/backend/services/session.ts';
import type { LoadedVisit } from './load-visit.ts';
import { mayRecordOn } from './may-record-on.ts';
import { recordingOn, recordVisitDeed } from './visit-deed.ts';

interface Given {
  readonly signer: string;
  readonly name: string;
  readonly position: string | null;
  readonly strokes: readonly Stroke[];
}

/** Keeps a signature under what the visit says now; runs inside the caller's transaction. */
function keepSignature(room: Room, caller: SignedInCaller, visit: LoadedVisit, given: Given): void {
  insertSignature(room.store, visit.record.id, {
    ...given,
    id: room.world.newId(),
    strokes: JSON.stringify(given.strokes),
    factsHash: visit.factsHash,
    takenBy: caller.person.id,
    at: room.now().toISOString(),
  });
  const { strokes, ...who } = given;
  recordVisitDeed(room, caller, visit.record, {
    type: 'visit.signed',
    touch: 'recorded-evidence',
    payload: { ...who, strokes: strokes as unknown as Canonical, factsHash: visit.factsHash },
  });
}

/** Who signs: the person at the seat, or another who gives login and password at it. */
async function signerOf(
  room: Room,
  caller: SignedInCaller,
  login: string | null,
  password: string,
): Promise<Answer<PersonRecord>> {
  if (login === null || login === caller.person.login) {
    const own = await confirmPassword(room, caller.seat, caller.person, password);
    return own.ok ? ok(caller.person) : own;
  }
  return checkPassword(room, login, findPersonByLogin(room.store, login), password);
}

/** Signs for a member of the team; the password is checked first, because that takes time no transaction can wait for. */
export const signVisit: Service<'visit.sign'> = async (room, { visitId, login, password, strokes }, caller) => {
  const signer = await signerOf(room, caller, login, password);
  if (!signer.ok) return signer;
  const { id, name } = signer.value;
  return recordingOn(room, visitId, caller, ({ visit }) => {
    if (!visit.team.includes(id)) return refuse('visit.signer-not-on-team', { name }, 'login');
    const may = mayRecordOn(room, visit, { ...caller, person: signer.value });
    if (!may.ok) return may;
    keepSignature(room, caller, visit, { signer: id, name, position: null, strokes });
    insertTouch(room.store, visit.record.caseId, id, 'recorded-evidence', room.now().toISOString());
    return ok(null);
  });
};

/** The enterprise's representative signs at a team member's machine; name and position are typed. */
export const signForEnterprise: Service<'visit.sign-enterprise'> = (room, { visitId, ...given }, caller) =>
  recordingOn(room, visitId, caller, ({ visit }) => {
    keepSignature(room, caller, visit, { signer: ENTERPRISE, ...given });
    return ok(null);
  });
