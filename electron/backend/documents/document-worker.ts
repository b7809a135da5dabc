import { parentPort, workerData } from 'node:worker_threads';
import { ok, type Result } from '#shared/base/result.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import type { DocumentJob, WorkerReply, WorkerRequest } from './document-job.ts';
import { openPaperKit, type PaperFolders } from './open-paper-kit.ts';
import type { PaperFault } from './paper-fault.ts';
import type { PaperKit } from './paper-kit.ts';
import type { RenderedPaper } from './pdf-file.ts';
import { copyPhoto } from './photo-copies.ts';
import { readFile } from './read-file.ts';
import { renderBadgeSheets } from './render-badge-sheets.ts';
import { renderCertificates } from './render-certificates.ts';
import { renderDecisionReport } from './render-decision-report.ts';
import { renderLabReport } from './render-lab-report.ts';
import { renderList } from './render-list.ts';
import { renderPlaceLabels } from './render-place-labels.ts';
import { renderSampleLabels } from './render-sample-labels.ts';
import { renderVisitReport } from './render-visit-report.ts';
import { missingGlyphs } from './typeface.ts';

/**
 * Renders papers off the backend's thread: opens the kit at the first request, then answers one request at a time.
 *
 * Bytes are handed over, not copied.
 */
function serve(port: NonNullable<typeof parentPort>, folders: PaperFolders): void {
  let kit: Promise<PaperKit> | undefined;
  port.on('message', (request: WorkerRequest) => {
    const opened = (): Promise<PaperKit> => (kit ??= openPaperKit(folders));
    answer(opened, request)
      .catch((error: unknown): WorkerReply => {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        return { id: request.id, task: 'fault', message };
      })
      .then((reply) => port.postMessage(reply, transferred(reply)));
  });
}

async function answer(open: () => Promise<PaperKit>, request: WorkerRequest): Promise<WorkerReply> {
  const { id, task } = request;
  switch (task) {
    case 'check':
      return { id, task, missing: missingGlyphs((await open()).faces, request.texts) };
    case 'render':
      return { id, task, result: render(await open(), request.job) };
    case 'photo':
      return { id, task, result: await copyPhoto(request.bytes) };
    case 'file':
      return { id, task, result: await readFile(request.bytes, request.kind) };
    default:
      return assertNever(request);
  }
}

function render(kit: PaperKit, job: DocumentJob): Result<RenderedPaper, PaperFault> {
  switch (job.kind) {
    case 'certificates':
      return renderCertificates(kit, job.certificates, job.info);
    case 'badges':
      return renderBadgeSheets(kit, job.labels, job.options);
    case 'places':
      return renderPlaceLabels(kit, job.labels, job.options);
    case 'list':
      return ok(renderList(kit, job.list, job.info));
    case 'visit-report':
      return ok(renderVisitReport(kit, job.sheet, job.info));
    case 'lab-report':
      return ok(renderLabReport(kit, job.sheet, job.info));
    case 'decision':
      return ok(renderDecisionReport(kit, job.sheet, job.info));
    case 'labels':
      return renderSampleLabels(kit, job.labels, job.options);
    default:
      return assertNever(job);
  }
}

function transferred(reply: WorkerReply): ArrayBuffer[] {
  switch (reply.task) {
    case 'render':
      return reply.result.ok ? [wholeBuffer(reply.result.value.bytes)] : [];
    case 'photo':
      return reply.result.ok ? [reply.result.value.print, reply.result.value.thumb].map(wholeBuffer) : [];
    case 'file': {
      if (!reply.result.ok) return [];
      const { bytes, copies } = reply.result.value;
      return [bytes, ...(copies === null ? [] : [copies.print, copies.thumb])].map(wholeBuffer);
    }
    default:
      return [];
  }
}

const wholeBuffer = ({ buffer }: Uint8Array): ArrayBuffer => buffer as ArrayBuffer;

if (parentPort === null) throw new Error('the document worker runs as a worker thread only');
serve(parentPort, workerData as PaperFolders);
