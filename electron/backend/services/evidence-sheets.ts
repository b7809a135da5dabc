import { ok } from '#shared/base/result.ts';
import type { EvidenceSheet, EvidenceSource } from '#shared/contract/evidence.ts';
import { loadCase, type CaseFacts } from './case-facts.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, Service } from './room.ts';

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
  'lab-report': none,
  'external-report': none,
  visit: none,
  draw: none,
};

/** Opens what a fact rests on as one page. */
export const openEvidence: Service<'evidence.open'> = (room, { caseId, source }) => {
  const facts = loadCase(room, caseId);
  if (facts === undefined) return refuse('case.unknown', {}, 'caseId');
  const sheetOf = SHEETS[source.kind] as SheetOf<EvidenceSource['kind']>;
  const sheet = sheetOf(room, facts, source);
  return sheet.ok ? ok(sheet.value) : sheet;
};
