import { ok } from '#shared/base/result.ts';
import type { ScanHit } from '#shared/contract/intake.ts';
import { readWaybill } from '#shared/domain/codes/waybill.ts';
import { readScan, type ScanCode } from '#shared/domain/scan-code.ts';
import { findCase, findCaseByApplication } from '#electron/backend/store/case-repository.ts';
import { findAward, findAwardByToken } from '#electron/backend/store/paper-repository.ts';
import {
  findParcelByWaybill,
  findParcelOfCase,
  findSampleByBarcode,
} from '#electron/backend/store/sample-repository.ts';
import { scannerSettings } from '#electron/backend/store/settings-repository.ts';
import type { Room, Service } from './room.ts';

/** What a scanned code names; a code of one of our forms that names nothing here is nothing, never a guess. */
export const findScan: Service<'scan.find'> = (room, input) =>
  ok(named(room, readScan(input.code, scannerSettings(room.store))) ?? null);

function named(room: Room, { code, kind }: ScanCode): ScanHit | undefined {
  switch (kind) {
    case 'location':
      return { kind, id: code, parcelId: null, caseId: null };
    case 'sample': {
      const sample = findSampleByBarcode(room.store, code);
      return sample && { kind, id: sample.id, parcelId: sample.parcelId, caseId: sample.caseId };
    }
    case 'award':
    case 'link': {
      const award = kind === 'award' ? findAward(room.store, code) : findAwardByToken(room.store, code);
      return award && { kind: 'award', id: award.number, parcelId: null, caseId: award.caseId };
    }
    case 'case': {
      const record = findCaseByApplication(room.store, code) ?? findCase(room.store, code);
      const parcelId = (record && findParcelOfCase(room.store, record.id)?.id) ?? null;
      return record && { kind, id: record.id, parcelId, caseId: record.id };
    }
    default: {
      const parcel = findParcelByWaybill(room.store, readWaybill(code).number);
      return parcel && { kind: 'parcel', id: parcel.id, parcelId: parcel.id, caseId: parcel.caseId };
    }
  }
}
