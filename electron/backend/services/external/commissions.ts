import { ok } from '#shared/base/result.ts';
import type { CommissionView } from '#shared/contract/external.ts';
import { accreditationDates, accreditationOn } from '#shared/domain/external/accreditation.ts';
import {
  accreditationsOf,
  cancelCommissionRow,
  commissionsOf,
  findBody,
  findCommission,
  insertCommission,
  type CommissionRecord,
} from '#electron/backend/store/external-repository.ts';
import { atomically } from '#electron/backend/services/atomically.ts';
import { loadCase } from '#electron/backend/services/case-facts.ts';
import { recordCaseDeed } from '#electron/backend/services/record-deed.ts';
import { mayRecord } from '#electron/backend/services/record-finding.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Answer, Service } from '#electron/backend/services/room.ts';
import { keptCommission } from './view-external.ts';

/** The star whose evaluation is delegated (handbook: 优选 2 星，第三方委托评价). */
const DELEGATED_STAR = 2;

/** Commissions an outside body for a 2★ case; its accreditation must cover the day of the commission. */
export const commissionBody: Service<'external.commission'> = (room, input, caller) =>
  atomically(room, (): Answer<CommissionView> => {
    const allowed = mayRecord(room, loadCase(room, input.caseId), caller);
    if (!allowed.ok) return allowed;
    const { requestedStar } = allowed.value.record;
    if (requestedStar !== DELEGATED_STAR) return refuse('external.not-two-star', { star: requestedStar }, 'caseId');
    const { bodyId, caseId, commissionedOn, dueOn, what } = input;
    const body = findBody(room.store, bodyId);
    if (body === undefined) return refuse('external.body-unknown', {}, 'bodyId');
    const today = room.today();
    if (commissionedOn > today) return refuse('external.in-future', { on: commissionedOn, today }, 'commissionedOn');
    if (dueOn < commissionedOn) return refuse('external.due-before-start', { on: commissionedOn }, 'dueOn');
    const live = commissionsOf(room.store, caseId).find(({ state }) => state !== 'cancelled');
    if (live !== undefined) {
      const name = findBody(room.store, live.bodyId)?.name ?? live.bodyId;
      return refuse('external.already-commissioned', { name, on: live.commissionedOn });
    }
    const certificates = accreditationsOf(room.store, bodyId);
    if (accreditationOn(certificates, commissionedOn) === undefined) {
      const dates = accreditationDates(certificates);
      return refuse('external.not-accredited', { name: body.name, on: commissionedOn, ...dates }, 'bodyId');
    }
    const commission: CommissionRecord = {
      id: room.world.newId(),
      caseId,
      bodyId,
      what,
      commissionedOn,
      dueOn,
      state: 'open',
      commissionedBy: caller.person.id,
      commissionedAt: room.now().toISOString(),
      cancelledBy: null,
      cancelledAt: null,
      cancelledReason: null,
    };
    insertCommission(room.store, commission);
    recordCaseDeed(room, caller, caseId, {
      type: 'external.commissioned',
      touch: 'recorded-evidence',
      entity: 'commission',
      entityId: commission.id,
      payload: { caseId, bodyId, body: body.name, what, commissionedOn, dueOn },
    });
    return ok(keptCommission(room, commission.id));
  });

/** Calls a commission off, with the reason; another body can then be commissioned. */
export const cancelCommission: Service<'external.cancel'> = (room, { commissionId, reason }, caller) =>
  atomically(room, (): Answer<CommissionView> => {
    const commission = findCommission(room.store, commissionId);
    if (commission === undefined) return refuse('external.commission-unknown', {}, 'commissionId');
    const allowed = mayRecord(room, loadCase(room, commission.caseId), caller);
    if (!allowed.ok) return allowed;
    if (commission.state === 'cancelled') return refuse('external.commission-closed');
    if (commission.state === 'accepted') return refuse('external.commission-accepted');
    cancelCommissionRow(room.store, commissionId, caller.person.id, room.now().toISOString(), reason);
    recordCaseDeed(room, caller, commission.caseId, {
      type: 'external.cancelled',
      touch: 'recorded-evidence',
      entity: 'commission',
      entityId: commissionId,
      payload: { caseId: commission.caseId, reason },
    });
    return ok(keptCommission(room, commissionId));
  });
