import { provinceOf, type Province } from '#shared/domain/visit/provinces.ts';
import { findCase, getEnterprise } from '#electron/backend/store/case-repository.ts';
import type { VisitRecord } from '#electron/backend/store/visit-repository.ts';
import type { Room } from '#electron/backend/services/room.ts';

/** The province a visit's enterprise says it is in; null when its division's code names none. */
export function provinceOfVisit(room: Room, { caseId }: Pick<VisitRecord, 'caseId'>): Province | null {
  const file = findCase(room.store, caseId);
  return file === undefined ? null : provinceOf(getEnterprise(room.store, file.uscc).divisionCode);
}
