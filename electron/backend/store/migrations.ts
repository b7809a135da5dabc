import { ledgerMigration } from './migrations/0010-ledger.ts';
import { peopleMigration } from './migrations/0020-people.ts';
import { casesMigration } from './migrations/0030-cases.ts';
import { samplesMigration } from './migrations/0040-samples.ts';
import { decisionsMigration } from './migrations/0050-decisions.ts';
import { papersMigration } from './migrations/0060-papers.ts';
import { searchMigration } from './migrations/0070-search.ts';
import { countersMigration } from './migrations/0080-counters.ts';
import { syncMigration } from './migrations/0090-sync.ts';
import { shelvesMigration } from './migrations/0100-shelves.ts';
import { receptionMigration } from './migrations/0110-reception.ts';
import { messagesMigration } from './migrations/0120-messages.ts';
import { evidenceMigration } from './migrations/0130-evidence.ts';
import { labMigration } from './migrations/0140-lab.ts';
import { visitsMigration } from './migrations/0160-visits.ts';
import { reviewRoundsMigration } from './migrations/0180-review-rounds.ts';
import { incidentsMigration } from './migrations/0190-incidents.ts';
import { standardsMigration } from './migrations/0200-standards.ts';
import { notesMigration } from './migrations/0210-notes.ts';
import { uploadsMigration } from './migrations/0220-uploads.ts';
import { foreignEvidenceMigration } from './migrations/0230-foreign-evidence.ts';
import { platformOrderMigration } from './migrations/0231-platform-order.ts';
import { reportSubjectMigration } from './migrations/0235-report-subject.ts';
import { foreignIncidentsMigration } from './migrations/0240-foreign-incidents.ts';
import { foreignRoundsMigration } from './migrations/0241-foreign-rounds.ts';
import { foreignConflictsMigration } from './migrations/0245-foreign-conflicts.ts';
import { openedOpinionsMigration } from './migrations/0270-opened-opinions.ts';
import { visitDayMigration } from './migrations/0260-visit-day.ts';
import { orderScopeMigration } from './migrations/0250-order-scope.ts';
import { externalMigration } from './migrations/0150-external.ts';
import { drawsMigration } from './migrations/0170-draws.ts';

/** One step of the schema: append-only and additive; once shipped it is never edited. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  ledgerMigration,
  peopleMigration,
  casesMigration,
  samplesMigration,
  decisionsMigration,
  papersMigration,
  searchMigration,
  countersMigration,
  syncMigration,
  shelvesMigration,
  receptionMigration,
  messagesMigration,
  evidenceMigration,
  labMigration,
  externalMigration,
  visitsMigration,
  drawsMigration,
  reviewRoundsMigration,
  incidentsMigration,
  standardsMigration,
  notesMigration,
  uploadsMigration,
  foreignEvidenceMigration,
  platformOrderMigration,
  reportSubjectMigration,
  foreignIncidentsMigration,
  foreignRoundsMigration,
  foreignConflictsMigration,
  orderScopeMigration,
  visitDayMigration,
  openedOpinionsMigration,
];
