import type { Name } from '#shared/contract/contract.ts';
import {
  disposeSamples,
  displaySamples,
  getRetention,
  retainSamples,
  returnSamples,
  setRetention,
} from './services/afterlife.ts';
import { arrangeAttachments, moveAttachment, strikeAttachment } from './services/attachment-order.ts';
import { getAttachment, keepAttachment, listAttachments } from './services/attachments.ts';
import { checkDocument } from './services/check-document.ts';
import {
  findSampleByCode,
  getSampleStory,
  getShelf,
  listHeldSamples,
  moveSample,
  shelveSamples,
  takeOutSamples,
} from './services/custody.ts';
import { declareConflict } from './services/conflicts.ts';
import { returnCase } from './services/document-review-return.ts';
import { getReviewRules } from './services/document-review.ts';
import { listDueSamples } from './services/due-samples.ts';
import { checkDraw, drawOfCase, getDraw, listDrawCandidates, listDraws } from './services/draws.ts';
import { makeDraw } from './services/make-draw.ts';
import { accreditBody, addBody, listBodies } from './services/external/bodies.ts';
import { checkReport, setResults } from './services/external/check-report.ts';
import { cancelCommission, commissionBody } from './services/external/commissions.ts';
import { acceptReport, returnReport } from './services/external/conclude-report.ts';
import { getExternalRules } from './services/external/external-rules.ts';
import { recordReport } from './services/external/record-report.ts';
import { getExternal, listExternal } from './services/external/view-external.ts';
import { openEvidence } from './services/evidence-sheets.ts';
import { enterReadings } from './services/lab/enter-readings.ts';
import { importResults } from './services/lab/import-results.ts';
import { resultsTemplate } from './services/lab/results-template.ts';
import { getLabOrder, getLabReport, listLab, listLabOfCase } from './services/lab/list-lab.ts';
import { cancelOrder, orderTests } from './services/lab/order-tests.ts';
import { beginAmendment, releaseReport } from './services/lab/release-report.ts';
import { printLabReport } from './services/lab/report-paper.ts';
import { getTestPlan, listTestPlans, saveTestPlan } from './services/lab/test-plans.ts';
import { findScan } from './services/find-scan.ts';
import { applicationTemplate, importApplications } from './services/import-applications.ts';
import {
  getDraft,
  listMessages,
  listTemplates,
  prepareApplicantMessage,
  withdrawMessage,
} from './services/messages.ts';
import { issueAwards, listAwards } from './services/issue-awards.ts';
import { deskCounts, findThings, listCases } from './services/list-cases.ts';
import { addLocations, listLocations, retireLocation } from './services/locations.ts';
import { listNotes, pinNote, strikeNote } from './services/notes.ts';
import { listOutbox, listProblems, settleProblem } from './services/outbox.ts';
import { findParcelByCode, getParcel, keepOrphan, listParcels, matchParcel } from './services/parcels.ts';
import { getPhoto, keepPhoto, listPhotos } from './services/photos.ts';
import { listPrinters } from './services/printers.ts';
import {
  addPerson,
  changePassword,
  createFirstAdministrator,
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
  sendLabels,
} from './services/print-papers.ts';
import { listSamples, receiveSample } from './services/receive-sample.ts';
import { confirmReported, recordFinding } from './services/record-finding.ts';
import type { OpenService, Service } from './services/room.ts';
import { closeIncident, getIncident, gradeIncident, listIncidents, recordIncident } from './services/incidents.ts';
import { dismissAppeal, fileAppeal, openCorrection } from './services/review/appeals.ts';
import { recordConsent } from './services/review/consent.ts';
import { decideCase } from './services/review/decide-case.ts';
import { giveOpinion, withdrawOwnOpinion } from './services/review/opinions.ts';
import { panelCandidates } from './services/review/panel-candidates.ts';
import { assignExpert, releasePanelSeat, takePanelSeat } from './services/review/panel-seats.ts';
import { printDecisionReport } from './services/review/decision-report.ts';
import { getDecision, previewDecision } from './services/review/read-decisions.ts';
import { settleDecision } from './services/review/settle-decision.ts';
import { getSession, lockSession, signIn, signOut, unlockSession } from './services/session.ts';
import { setParcelAside } from './services/set-parcel-aside.ts';
import { getSettings, setSettings } from './services/settings.ts';
import { getStandard } from './services/standards/standard.ts';
import {
  adoptStandard,
  compareVersions,
  discardStandard,
  importStandard,
  listVersions,
} from './services/standards/versions.ts';
import { lastWhatIf, runWhatIf, stopWhatIf, whatIfRows } from './services/standards/what-if.ts';
import { startDemo } from './services/start-demo.ts';
import {
  closeStocktake,
  getStocktake,
  listStocktakes,
  scanStocktake,
  settleStocktake,
  startStocktake,
} from './services/stocktake.ts';
import { printLocationLabels, printStocktake } from './services/shelf-papers.ts';
import { enrolDesk, runDeskSync, syncStatus } from './services/sync-desk.ts';
import { verifyLedger } from './services/verify-ledger.ts';
import { getCase } from './services/view-case.ts';
import { closeVisit } from './services/visit/close-visit.ts';
import { addCorrective, closeAction } from './services/visit/corrective-actions.ts';
import { listToPlan, listVisits, listVisitsOfCase } from './services/visit/list-visits.ts';
import { cancelVisit, changeVisit, listCandidates, planVisit, startVisit } from './services/visit/plan-visit.ts';
import { answerLine, recordLevel, recordLines, recordPlace, recordSiteTest } from './services/visit/record-visit.ts';
import { signForEnterprise, signVisit } from './services/visit/sign-visit.ts';
import { getVisit } from './services/visit/view-visit.ts';
import { printVisitReport } from './services/visit/visit-report.ts';

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
  'scan.find': findScan,
  'parcel.keep-orphan': keepOrphan,
  'parcel.match': matchParcel,
  'parcel.set-aside': setParcelAside,
  'photo.keep': keepPhoto,
  'photo.list': listPhotos,
  'photo.get': getPhoto,
  'settings.get': getSettings,
  'settings.set': setSettings,
  'printer.list': listPrinters,
  'sample.receive': receiveSample,
  'sample.move': moveSample,
  'sample.list': listSamples,
  'location.list': listLocations,
  'location.add': addLocations,
  'location.retire': retireLocation,
  'location.labels': printLocationLabels,
  'shelf.get': getShelf,
  'sample.find': findSampleByCode,
  'sample.story': getSampleStory,
  'sample.shelve': shelveSamples,
  'sample.take-out': takeOutSamples,
  'sample.retain': retainSamples,
  'sample.display': displaySamples,
  'sample.return': returnSamples,
  'sample.dispose': disposeSamples,
  'custody.held': listHeldSamples,
  'custody.due': listDueSamples,
  'retention.get': getRetention,
  'retention.set': setRetention,
  'stocktake.list': listStocktakes,
  'stocktake.get': getStocktake,
  'stocktake.start': startStocktake,
  'stocktake.scan': scanStocktake,
  'stocktake.settle': settleStocktake,
  'stocktake.close': closeStocktake,
  'stocktake.paper': printStocktake,
  'case.list': listCases,
  'case.get': getCase,
  'desk.counts': deskCounts,
  'search.find': findThings,
  'standard.get': getStandard,
  'standard.list': listVersions,
  'standard.import': importStandard,
  'standard.adopt': adoptStandard,
  'standard.discard': discardStandard,
  'standard.compare': compareVersions,
  'what-if.run': runWhatIf,
  'what-if.last': lastWhatIf,
  'what-if.stop': stopWhatIf,
  'what-if.rows': whatIfRows,
  'document.check': checkDocument,
  'document.rules': getReviewRules,
  'case.return': returnCase,
  'message.templates': listTemplates,
  'message.draft': getDraft,
  'message.prepare': prepareApplicantMessage,
  'message.withdraw': withdrawMessage,
  'message.list': listMessages,
  'finding.record': recordFinding,
  'finding.confirm-reported': confirmReported,
  'panel.candidates': panelCandidates,
  'panel.assign': assignExpert,
  'panel.take': takePanelSeat,
  'panel.release': releasePanelSeat,
  'opinion.give': giveOpinion,
  'opinion.withdraw': withdrawOwnOpinion,
  'decision.preview': previewDecision,
  'decision.get': getDecision,
  'decision.report': printDecisionReport,
  'decision.settle': settleDecision,
  'appeal.file': fileAppeal,
  'appeal.dismiss': dismissAppeal,
  'correction.open': openCorrection,
  'incident.record': recordIncident,
  'incident.grade': gradeIncident,
  'incident.close': closeIncident,
  'incident.list': listIncidents,
  'incident.get': getIncident,
  'case.decide': decideCase,
  'consent.record': recordConsent,
  'award.issue': issueAwards,
  'award.list': listAwards,
  'paper.print-certificates': printCertificates,
  'paper.print-certificate-files': printCertificateFiles,
  'paper.print-badges': printBadges,
  'paper.print-labels': printLabels,
  'paper.send-labels': sendLabels,
  'print.list': listPrints,
  'external.bodies': listBodies,
  'external.add-body': addBody,
  'external.accredit': accreditBody,
  'external.list': listExternal,
  'external.get': getExternal,
  'external.rules': getExternalRules,
  'external.commission': commissionBody,
  'external.cancel': cancelCommission,
  'external.record-report': recordReport,
  'external.check-report': checkReport,
  'external.set-results': setResults,
  'external.accept': acceptReport,
  'external.return': returnReport,
  'draw.candidates': listDrawCandidates,
  'draw.list': listDraws,
  'draw.get': getDraw,
  'draw.of-case': drawOfCase,
  'draw.verify': checkDraw,
  'draw.make': makeDraw,
  'evidence.open': openEvidence,
  'attachment.keep': keepAttachment,
  'attachment.arrange': arrangeAttachments,
  'attachment.move': moveAttachment,
  'attachment.strike': strikeAttachment,
  'attachment.list': listAttachments,
  'attachment.get': getAttachment,
  'test-plan.list': listTestPlans,
  'test-plan.get': getTestPlan,
  'test-plan.save': saveTestPlan,
  'lab.list': listLab,
  'lab.of-case': listLabOfCase,
  'lab.get': getLabOrder,
  'lab.report': getLabReport,
  'lab.report-paper': printLabReport,
  'lab.order': orderTests,
  'lab.cancel': cancelOrder,
  'lab.enter': enterReadings,
  'lab.release': releaseReport,
  'lab.amend': beginAmendment,
  'lab.import': importResults,
  'lab.template': resultsTemplate,
  'visit.candidates': listCandidates,
  'visit.plan': planVisit,
  'visit.change': changeVisit,
  'visit.cancel': cancelVisit,
  'visit.start': startVisit,
  'visit.answer': answerLine,
  'visit.level': recordLevel,
  'visit.lines': recordLines,
  'visit.site-test': recordSiteTest,
  'visit.place': recordPlace,
  'visit.corrective-add': addCorrective,
  'visit.corrective-close': closeAction,
  'visit.sign': signVisit,
  'visit.sign-enterprise': signForEnterprise,
  'visit.close': closeVisit,
  'visit.get': getVisit,
  'visit.list': listVisits,
  'visit.of-case': listVisitsOfCase,
  'visit.to-plan': listToPlan,
  'visit.report': printVisitReport,
  'note.pin': pinNote,
  'note.strike': strikeNote,
  'note.list': listNotes,
  'sync.status': syncStatus,
  'sync.enrol': enrolDesk,
  'sync.run': runDeskSync,
  'outbox.list': listOutbox,
  'problem.list': listProblems,
  'problem.settle': settleProblem,
  'ledger.verify': verifyLedger,
  'demo.start': startDemo,
} as const satisfies Handlers;
