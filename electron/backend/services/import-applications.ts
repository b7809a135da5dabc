import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson, type Canonical } from '#shared/base/canonical-json.ts';
import type { CaseId, DocumentId, IncidentId } from '#shared/base/ids.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { FindingValue } from '#shared/contract/cases.ts';
import type { FileReply } from '#shared/contract/intake.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import type { Application } from '#shared/platform/application.ts';
import {
  findCaseByApplication,
  insertCase,
  insertDocument,
  upsertEnterprise,
} from '#electron/backend/store/case-repository.ts';
import { insertIncident } from '#electron/backend/store/incident-repository.ts';
import { appendDeed, sha256Hex } from '#electron/backend/store/ledger.ts';
import { indexThing } from '#electron/backend/store/search.ts';
import { announceParcel } from './announce-parcel.ts';
import { applyWaitingEntries } from './foreign-entries.ts';
import { restage } from './case-facts.ts';
import { takeResubmitted } from './document-review-resubmit.ts';
import { loadDivisions, type DivisionIndex } from './intake/division-index.ts';
import type { BadEntry, BadRows, CellFault } from './intake/intake-fault.ts';
import { explainIntake } from './intake/intake-sentences.ts';
import { refuseApplication } from './intake/json-reading.ts';
import { readApplicationsFile } from './intake/read-applications.ts';
import { sheetForm, SHEETS } from './intake/sheets.ts';
import { shownFaults } from './intake/shown-faults.ts';
import { writeBadRowsWorkbook } from './intake/write-bad-rows.ts';
import { refuse } from './refuse.ts';
import type { Room, Service } from './room.ts';
import { stageDueOn } from './working-days.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Applications kept in one transaction; other work gets its turn between two. */
const BATCH = 20;

type Kept = 'added' | 'unchanged' | 'resubmitted' | 'differing';

/**
 * Imports a file of applications: every good one is taken, bad rows come back as a workbook with
 * the reason beside each cell, and one already here is left as it is.
 */
export const importApplications: Service<'application.import'> = async (room, input, caller) => {
  const file = await readApplicationsFile(Buffer.from(input.content, 'base64'), input.fileName);
  if (!file.ok) {
    const problem = explainIntake(file.failure, 'applications');
    return refuse('intake.refused', { zh: problem.zh, en: problem.en }, 'content');
  }
  const divisions = await loadDivisions();
  const counts = { added: 0, unchanged: 0, resubmitted: 0, differing: 0 };
  const bad: BadEntry[] = [];
  const { total } = file.value;
  const isWorkbook = file.value.format === 'xlsx';
  const entries = [...file.value.entries()];
  for (let done = 0; done < entries.length; done += BATCH) {
    room.store.transaction(() => {
      for (const entry of entries.slice(done, done + BATCH)) {
        if (entry.kind === 'bad') {
          bad.push(entry);
          continue;
        }
        const kept = keepApplication(room, entry.application, caller.person.id, divisions);
        if (kept.ok) counts[kept.value] += 1;
        if (!kept.ok || kept.value === 'differing')
          bad.push(turnedAway(entry.application, entry.source.row - (isWorkbook ? 1 : 0), kept));
      }
    });
    room.announce('import.progress', { done: Math.min(done + BATCH, total), total });
    await yieldTurn();
  }
  room.announce('case.changed', { caseId: '' });
  room.announce('parcel.changed', { parcelId: '' });
  const badRows = bad.length === 0 ? null : await badWorkbook(input.fileName, bad);
  const faults = shownFaults(bad, SHEETS, isWorkbook ? sheetPlace : listPlace);
  return ok({ ...counts, bad: bad.length - counts.differing, faults, badRows });
};

/** Lets other calls have their turn between two pieces of long work. */
export const yieldTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Row of one of the workbook's sheets. */
const sheetPlace = ({ row, sheetName, sheet }: CellFault): Bilingual =>
  sentence(`“${sheetName}”第 ${row} 行`, `${sheetForm(sheet).name.en} (${sheetName}) row ${row}`);

/** Place in a JSON list; its first row is the one it has in the workbook of bad rows, under the header. */
const listPlace = (_: CellFault, { rows }: BadRows): Bilingual => {
  const place = (rows[0]?.row ?? 1) - 1;
  return sentence(`第 ${place} 份申报`, `Application ${place}`);
};

/** @param place the application's place in the file, from 1 */
const turnedAway = (application: Application, place: number, kept: Result<Kept, 'future'>): BadEntry => {
  if (kept.ok) {
    return refuseApplication(
      application,
      place,
      'applicationNo',
      sentence(
        '此申报已导入，内容与文件中的不同；保留原有内容',
        'already imported with other content; what was here is kept',
      ),
    );
  }
  return refuseApplication(application, place, 'submittedOn', sentence('申报日期晚于今天', 'lies in the future'));
};

async function badWorkbook(fileName: string, bad: readonly BadEntry[]): Promise<FileReply> {
  const bytes = await writeBadRowsWorkbook(bad);
  const name = `${fileName.replace(/\.[^.]*$/, '')}-bad-rows.xlsx`;
  return { name, mediaType: WORKBOOK, content: Buffer.from(bytes).toString('base64') };
}

/** The case's id is made from the application's number, so that every desk gives it the same one. */
const caseIdOf = (applicationNo: string): CaseId => `C-${applicationNo.replace(/^A-/, '')}` as CaseId;

/**
 * Keeps one application as a case with everything that came with it; runs inside a transaction.
 *
 * Answers whether it was new, already here, brought the papers a returned case waits for, or is here
 * with other content.
 */
export function keepApplication(
  room: Room,
  application: Application,
  actor: string,
  divisions: DivisionIndex,
): Result<Kept, 'future'> {
  const sourceHash = sha256Hex(canonicalJson(application as unknown as Canonical));
  const known = findCaseByApplication(room.store, application.applicationNo);
  if (known?.sourceHash === sourceHash) return ok('unchanged');
  if (known) return ok(takeResubmitted(room, known, application, sourceHash, actor) ? 'resubmitted' : 'differing');
  if (application.submittedOn > room.today()) return { ok: false, failure: 'future' };
  const id = caseIdOf(application.applicationNo);
  const at = room.now();
  storeCase(room, application, id, sourceHash, divisions, at);
  appendDeed(room.store, {
    id: room.world.newId(),
    at,
    actor,
    type: 'application.imported',
    entity: 'case',
    entityId: id,
    payload: { applicationNo: application.applicationNo, requestedStar: application.requestedStar, sourceHash },
  });
  for (const parcel of application.parcels) announceParcel(room, actor, parcel, id);
  restage(room, id);
  applyWaitingEntries(room, { id, uscc: application.enterprise.uscc });
  return ok('added');
}

function storeCase(
  room: Room,
  application: Application,
  id: CaseId,
  sourceHash: string,
  divisions: DivisionIndex,
  at: Date,
): void {
  const { enterprise, product } = application;
  const division = divisions.byCode(enterprise.divisionCode);
  upsertEnterprise(room.store, {
    ...enterprise,
    divisionName: division.ok ? division.value.path : enterprise.divisionCode,
  });
  insertCase(
    room.store,
    {
      id,
      applicationNo: application.applicationNo,
      uscc: enterprise.uscc,
      productName: product.name,
      category: product.category,
      specification: product.specification,
      gtin: product.gtin,
      foodLicence: product.foodLicence,
      storage: product.storage,
      shelfLifeDays: product.shelfLifeDays,
      requestedStar: application.requestedStar,
      referrerMobile: application.referrerMobile,
      submittedOn: application.submittedOn,
      dueOn: stageDueOn('documents-in-review', application.submittedOn),
      stage: 'documents-in-review',
      stageSince: at.toISOString(),
      version: 0,
      sourceHash,
      reported: JSON.stringify(reportedFindings(application)),
    },
    at,
  );
  for (const [position, document] of application.documents.entries()) {
    const { check: reportedCheck, ...rest } = document;
    insertDocument(
      room.store,
      {
        ...rest,
        id: `${id}-${String(position + 1).padStart(3, '0')}` as DocumentId,
        caseId: id,
        reportedCheck,
        checked: 'pending',
        checkedBy: null,
        checkedAt: null,
        reason: null,
        reasonCode: null,
        answers: '{}',
        replaces: null,
        arrivedAt: null,
      },
      position,
    );
  }
  for (const [position, incident] of application.incidents.entries())
    insertIncident(
      room.store,
      {
        ...incident,
        id: `${id}-I${position + 1}` as IncidentId,
        caseId: id,
        scope: 'case',
        uscc: enterprise.uscc,
        productName: product.name,
        receivedOn: null,
        source: 'application',
        recordedBy: null,
        recordedAt: null,
      },
      position,
    );
  indexThing(room.store, {
    kind: 'case',
    ref: id,
    caseId: id,
    title: product.name,
    detail: enterprise.name,
    names: [product.name, enterprise.name],
    codes: [id, application.applicationNo, enterprise.uscc, product.gtin ?? '', enterprise.mobile].filter(Boolean),
  });
}

/** The results that came with an application, as findings an inspector can confirm. */
function reportedFindings(application: Application): readonly FindingValue[] {
  const { inspection } = application;
  const notApplicable = application.notApplicable.flatMap((entry): readonly FindingValue[] =>
    entry.criterion === 'BASIC.COMPLIANCE_CERTS' && entry.link !== null
      ? [{ kind: 'not-applicable', link: entry.link, reason: entry.reason }]
      : [],
  );
  if (inspection === null) return notApplicable;
  const { evaluation, lines, reviewOn, riskControl, siteTest, spotCheck, traceability, youngEnterpriseWaiver } =
    inspection;
  const found: readonly (FindingValue | null)[] = [
    reviewOn && { kind: 'review-date', on: reviewOn },
    traceability && { kind: 'traceability', level: traceability },
    riskControl && { kind: 'risk-control', level: riskControl },
    spotCheck && { kind: 'spot-check', outcome: spotCheck.outcome, reason: spotCheck.reason },
    siteTest && { kind: 'site-test', outcome: siteTest.outcome },
    lines && { kind: 'lines', ...lines },
    youngEnterpriseWaiver && { kind: 'young-enterprise-waiver', reason: youngEnterpriseWaiver.reason },
    evaluation && { kind: 'evaluation', ...evaluation },
  ];
  return [...notApplicable, ...found.filter((finding) => finding !== null)];
}

/** The empty workbook to fill in. */
export const applicationTemplate: Service<'application.template'> = async (room) => {
  const name = 'applications-template.xlsx';
  const bytes = await readFile(join(room.folders.resources, 'templates', name));
  return ok({ name, mediaType: WORKBOOK, content: bytes.toString('base64') });
};
