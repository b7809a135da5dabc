import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseVisitChecklist } from '#shared/contract/visit-checklist-file.ts';
import type { Standard } from '#shared/domain/star/standard.ts';
import { checklistFor, type ChecklistFile, type VisitChecklist } from '#shared/domain/visit/checklist.ts';
import type { Room } from '#electron/backend/services/room.ts';
import { findStandard, standardInForce } from '#electron/backend/services/standards/standard.ts';
import type { VisitRecord } from '#electron/backend/store/visit-repository.ts';

const fileOf = new WeakMap<Room, ChecklistFile>();

/**
 * The checklist that ships, read once.
 * @throws Error naming the field when the file is not right: the installation is broken.
 */
function checklistFile(room: Room): ChecklistFile {
  const known = fileOf.get(room);
  if (known) return known;
  const content: unknown = JSON.parse(
    readFileSync(join(room.folders.resources, 'templates', 'visit-checklist.json'), 'utf8'),
  );
  const parsed = parseVisitChecklist(content);
  if (!parsed.ok) {
    const { data, field } = parsed.failure;
    throw new Error(`the shipped visit checklist is not one: ${field ?? ''} ${String(data?.['en'] ?? '')}`);
  }
  fileOf.set(room, parsed.value);
  return parsed.value;
}

/** The checklist of a visit: the one it began with, or, before that, the one it would begin with today. */
export const checklistOf = (room: Room, visit: Pick<VisitRecord, 'checklist' | 'star'>): VisitChecklist =>
  visit.checklist === null
    ? checklistFor(checklistFile(room), standardInForce(room).standard, visit.star)
    : (JSON.parse(visit.checklist) as VisitChecklist);

/** The standard a visit's checklist was drawn from. */
export const standardOf = (room: Room, { standard }: Pick<VisitChecklist, 'standard'>): Standard =>
  (findStandard(room, standard.sha256) ?? standardInForce(room)).standard;
