import { findingValue, type FindingValue } from '#shared/contract/cases.ts';
import { carriedSheet, evidenceSource } from '#shared/contract/evidence.ts';
import { TOUCHES, type Touch } from '#shared/domain/impartiality.ts';
import type { EntryEvent } from '#shared/platform/pull.ts';
import { findCase, insertTouch } from '#electron/backend/store/case-repository.ts';
import {
  insertForeignFinding,
  keepForeignPerson,
  keepForeignSheet,
  ownFindingCursor,
} from '#electron/backend/store/foreign-evidence-repository.ts';
import { restage } from './case-facts.ts';
import { applyForeignFile, caseOfForeignFile } from './foreign-files.ts';
import { subjectOf } from './record-finding.ts';
import { readForeignEntry, type ForeignEntry, type Taken } from './read-foreign-entry.ts';
import type { Room } from './room.ts';

const KNOWN_TOUCHES: ReadonlySet<unknown> = new Set(TOUCHES);
const NOT_EVIDENCE: Taken = { caseId: null, applied: false };

/**
 * Takes another desk's evidence into the case it concerns, inside the transaction that moves the cursor;
 * answers which case that is, and whether this desk has taken it in.
 *
 * Facts, files, sheets, and who had to do with the case; an incident's files go where the incident hangs here.
 * An entry that comes a second time changes nothing.
 */
export function takeEvidence(room: Room, event: Pick<EntryEvent, 'body' | 'cursor' | 'desk'>): Taken {
  const entry = readForeignEntry(event);
  if (entry === undefined) return NOT_EVIDENCE;
  const { caseId: toldOf, payload } = entry;
  const { uscc } = payload;
  const caseId = caseOfForeignFile(room, entry) ?? findCase(room.store, toldOf)?.id;
  return {
    caseId: toldOf,
    ...(typeof uscc === 'string' && { uscc }),
    applied: caseId !== undefined && apply(room, { ...entry, caseId }),
  };
}

function apply(room: Room, entry: ForeignEntry): boolean {
  const { actor, caseId, desk, foreignActor, payload } = entry;
  const parts = [
    applyFinding(room, entry),
    applySheet(room, entry),
    applyForeignFile(room, entry),
    applyTouches(room, entry),
  ];
  if (!parts.includes(true)) return false;
  const name = payload['actorName'];
  keepForeignPerson(room.store, { id: foreignActor, desk, name: typeof name === 'string' ? name : actor });
  restage(room, caseId);
  room.announce('case.changed', { caseId });
  room.announce('attachment.changed', { caseId });
  return true;
}

/**
 * Adds a fact of another desk. The one that stands later in the platform's order counts, at every
 * desk alike: an own one that the platform has not placed yet will come after it.
 */
function applyFinding(room: Room, { at, caseId, cursor, foreignActor, id, payload, type }: ForeignEntry): boolean {
  if (type !== 'finding.recorded') return false;
  const finding = findingValue.safeParse(payload['finding']);
  const source = evidenceSource.safeParse(payload['source'] ?? { kind: 'hand' });
  if (!finding.success || !source.success) return false;
  const value: FindingValue = finding.data;
  const subject = subjectOf(value);
  const own = ownFindingCursor(room.store, caseId, value.kind, subject);
  insertForeignFinding(
    room.store,
    caseId,
    {
      id,
      kind: value.kind,
      subject,
      value: JSON.stringify(value),
      recordedBy: foreignActor,
      recordedAt: at,
      source: JSON.stringify(source.data),
    },
    own !== undefined && (own === 'unplaced' || own > cursor),
  );
  return true;
}

/** Keeps the sheet that a deed carries, as the desk that did it drew it. */
function applySheet(room: Room, { caseId, cursor, desk, payload }: ForeignEntry): boolean {
  const sheet = carriedSheet.safeParse(payload['sheet']);
  if (!sheet.success || !('id' in sheet.data.source)) return false;
  const { id, kind } = sheet.data.source;
  keepForeignSheet(room.store, { kind, id, caseId, desk, cursor, sheet: JSON.stringify(sheet.data) });
  return true;
}

/** Remembers who had to do with the case: the same login at this desk is taken for the same person. */
function applyTouches(room: Room, { actor, at, caseId, payload, type }: ForeignEntry): boolean {
  const touch = payload['touch'] ?? (type === 'finding.recorded' ? 'recorded-evidence' : undefined);
  if (!KNOWN_TOUCHES.has(touch)) return false;
  const also = payload['alsoTouched'];
  const others = Array.isArray(also) ? also.filter((one) => typeof one === 'string') : [];
  const round = typeof payload['round'] === 'number' ? payload['round'] : null;
  for (const person of new Set([actor, ...others])) insertTouch(room.store, caseId, person, touch as Touch, at, round);
  return true;
}
