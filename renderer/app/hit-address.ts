import type { SearchHit } from '#shared/contract/cases.ts';
import type { ScanHit } from '#shared/contract/intake.ts';
import type { Desk } from '#shared/domain/roles.ts';
import type { DeskAddress } from './desk-address.ts';

const CASE_DESKS: readonly Desk[] = ['review', 'inspection'];
const AWARD_DESKS: readonly Desk[] = ['printing', 'surveillance'];

/** Where a search hit opens for somebody with these desks; null when none of them shows such things. */
export function hitAddress(hit: SearchHit, desks: readonly Desk[], here: Desk): DeskAddress | null {
  const first = (wanted: readonly Desk[]): Desk | undefined =>
    wanted.includes(here) ? here : wanted.find((desk) => desks.includes(desk));
  if (hit.kind === 'parcel' && desks.includes('receiving')) return { desk: 'receiving', openId: hit.id };
  if (hit.kind === 'award') {
    const desk = first(AWARD_DESKS);
    if (desk !== undefined) return { desk, openId: hit.id };
  }
  const caseId = hit.kind === 'case' ? hit.id : hit.caseId;
  const desk = first(CASE_DESKS);
  return caseId === null || desk === undefined ? null : { desk, openId: caseId };
}

/** What stands before a place's code where the receiving desk opens one. */
const PLACE = 'shelf:';

/**
 * Where a scanned thing opens: at the receiving desk its parcel or place, for the others the case
 * or the number; null when none of the person's desks shows it.
 */
export function scanAddress(hit: ScanHit, desks: readonly Desk[], here: Desk): DeskAddress | null {
  const receives = desks.includes('receiving');
  if (hit.kind === 'location') return receives ? { desk: 'receiving', openId: `${PLACE}${hit.id}` } : null;
  const ofCase = hit.kind === 'case' && (!receives || CASE_DESKS.includes(here));
  if (receives && hit.parcelId !== null && !ofCase) return { desk: 'receiving', openId: hit.parcelId };
  const { caseId, id } = hit;
  return hitAddress({ kind: hit.kind, id, caseId, title: '', detail: '' }, desks, here);
}
