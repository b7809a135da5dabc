import type { Name } from '#shared/contract/contract.ts';
import { checkDocument } from './services/check-document.ts';
import { decideCase, recordConsent } from './services/decide-case.ts';
import { giveOpinion } from './services/give-opinion.ts';
import { applicationTemplate, importApplications } from './services/import-applications.ts';
import { issueAwards, listAwards } from './services/issue-awards.ts';
import { deskCounts, findThings, listCases } from './services/list-cases.ts';
import { listOutbox, listProblems, settleProblem } from './services/outbox.ts';
import { findParcelByCode, getParcel, keepOrphan, listParcels, matchParcel } from './services/parcels.ts';
import {
  addPerson,
  changePassword,
  createFirstAdministrator,
  declareConflict,
  listPeople,
  setPersonDisabled,
  setPersonRoles,
} from './services/people.ts';
import {
  listPrints,
  printBadges,
  printCertificateFiles,
  printCertificates,
  printLabels,
} from './services/print-papers.ts';
import { listSamples, moveSample, receiveSample } from './services/receive-sample.ts';
import { confirmReported, recordFinding } from './services/record-finding.ts';
import type { OpenService, Service } from './services/room.ts';
import { getSession, lockSession, signIn, signOut, unlockSession } from './services/session.ts';
import { getStandard } from './services/standard.ts';
import { startDemo } from './services/start-demo.ts';
import { enrolDesk, runDeskSync, syncStatus } from './services/sync-desk.ts';
import { verifyLedger } from './services/verify-ledger.ts';
import { getCase } from './services/view-case.ts';

type OpenName =
  | 'session.get'
  | 'session.sign-in'
  | 'session.sign-out'
  | 'session.unlock'
  | 'person.create-first'
  | 'demo.start'
  | 'sync.run'
  | 'ledger.verify';
type Handlers = { readonly [N in Name]: N extends OpenName ? OpenService<N> : Service<N> };

/** Contract name to service: one flat map, complete by type. */
export const HANDLERS = {
  'session.get': getSession,
  'session.sign-in': signIn,
  'session.sign-out': signOut,
  'session.lock': lockSession,
  'session.unlock': unlockSession,
  'person.create-first': createFirstAdministrator,
  'person.add': addPerson,
  'person.set-roles': setPersonRoles,
  'person.set-disabled': setPersonDisabled,
  'person.change-password': changePassword,
  'person.list': listPeople,
  'conflict.declare': declareConflict,
  'application.import': importApplications,
  'application.template': applicationTemplate,
  'parcel.list': listParcels,
  'parcel.get': getParcel,
  'parcel.find': findParcelByCode,
  'parcel.keep-orphan': keepOrphan,
  'parcel.match': matchParcel,
  'sample.receive': receiveSample,
  'sample.move': moveSample,
  'sample.list': listSamples,
  'case.list': listCases,
  'case.get': getCase,
  'desk.counts': deskCounts,
  'search.find': findThings,
  'standard.get': getStandard,
  'document.check': checkDocument,
  'finding.record': recordFinding,
  'finding.confirm-reported': confirmReported,
  'opinion.give': giveOpinion,
  'case.decide': decideCase,
  'consent.record': recordConsent,
  'award.issue': issueAwards,
  'award.list': listAwards,
  'paper.print-certificates': printCertificates,
  'paper.print-certificate-files': printCertificateFiles,
  'paper.print-badges': printBadges,
  'paper.print-labels': printLabels,
  'print.list': listPrints,
  'sync.status': syncStatus,
  'sync.enrol': enrolDesk,
  'sync.run': runDeskSync,
  'outbox.list': listOutbox,
  'problem.list': listProblems,
  'problem.settle': settleProblem,
  'ledger.verify': verifyLedger,
  'demo.start': startDemo,
} as const satisfies Handlers;
