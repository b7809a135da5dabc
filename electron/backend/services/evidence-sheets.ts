import { ok } from '#shared/base/result.ts';
import type { EvidenceSheet, EvidenceSource } from '#shared/contract/evidence.ts';
import { attachmentsOf } from '#electron/backend/store/attachment-repository.ts';
import { findForeignSheet } from '#electron/backend/store/foreign-evidence-repository.ts';
import { attachmentView } from './attachment-view.ts';
import { loadCase, type CaseFacts } from './case-facts.ts';
import { drawSheet } from './draw-sheet.ts';
import { externalSheet } from './external/external-sheet.ts';
import { reportSheet } from './lab/report-sheet.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, Service } from './room.ts';
import { sampleSheet } from './sample-sheet.ts';
import { visitSheet } from './visit/visit-sheet.ts';

type SheetOf<K extends EvidenceSource['kind']> = (
  room: Room,
  facts: CaseFacts,
  source: Extract<EvidenceSource, { kind: K }>,
) => Answer<EvidenceSheet>;

/** What was told at the desk or with the application has no page of its own: the finding says it all. */
const none = (): Answer<never> => refuse('evidence.unknown', {}, 'source');

/** One way to draw the page of each kind of evidence. */
const SHEETS: { readonly [K in EvidenceSource['kind']]: SheetOf<K> } = {
  hand: none,
  application: none,
  'external-report': externalSheet,
  visit: visitSheet,
  draw: drawSheet,
  'lab-report': reportSheet,
  sample: sampleSheet,
};

/** The sheet another desk sent along with its deed, with those of its files that were named here. */
function foreignSheet(room: Room, facts: CaseFacts, source: EvidenceSource): Answer<EvidenceSheet> | undefined {
  if (!('id' in source)) return undefined;
  const body = findForeignSheet(room.store, facts.record.id, source.kind, source.id);
  if (body === undefined) return undefined;
  const sheet = JSON.parse(body) as Omit<EvidenceSheet, 'attachments'>;
  const files = attachmentsOf(room.store, source.kind, source.id);
  return ok({ ...sheet, attachments: files.map((file) => attachmentView(room, file)) });
}

/** Opens what a fact rests on as one page; what this desk holds no rows of, as the desk that recorded it drew it. */
export const openEvidence: Service<'evidence.open'> = (room, { caseId, source }) => {
  const facts = loadCase(room, caseId);
  if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
  const sheetOf = SHEETS[source.kind] as SheetOf<EvidenceSource['kind']>;
  const sheet = sheetOf(room, facts, source);
  return sheet.ok ? sheet : (foreignSheet(room, facts, source) ?? sheet);
};
