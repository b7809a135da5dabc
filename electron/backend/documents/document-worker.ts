import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '#shared/base/result.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import type { DocumentJob, WorkerReply, WorkerRequest } from './document-job.ts';
import { openPaperKit, type PaperFolders } from './open-paper-kit.ts';
import type { PaperFault } from './paper-fault.ts';
import type { PaperKit } from './paper-kit.ts';
import type { RenderedPaper } from './pdf-file.ts';
import { renderBadgeSheets } from './render-badge-sheets.ts';
import { renderCertificates } from './render-certificates.ts';
import { renderSampleLabels } from './render-sample-labels.ts';
import { missingGlyphs } from './typeface.ts';

/**
 * Renders papers off the backend's thread: opens the kit at the first request, then answers one request at a time.
 *
 * Bytes are handed over, not copied.
 */
function serve(port: NonNullable<typeof parentPort>, folders: PaperFolders): void {
  let kit: Promise<PaperKit> | undefined;
  port.on('message', (request: WorkerRequest) => {
    kit ??= openPaperKit(folders);
    kit
      .then((opened) => answer(opened, request))
      .catch((error: unknown): WorkerReply => {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        return { id: request.id, task: 'fault', message };
      })
      .then((reply) => port.postMessage(reply, transferred(reply)));
  });
}

function answer(kit: PaperKit, request: WorkerRequest): WorkerReply {
  const { id, task } = request;
  return task === 'check'
    ? { id, task, missing: missingGlyphs(kit.faces, request.texts) }
    : { id, task, result: render(kit, request.job) };
}

function render(kit: PaperKit, job: DocumentJob): Result<RenderedPaper, PaperFault> {
  switch (job.kind) {
    case 'certificates':
      return renderCertificates(kit, job.certificates, job.info);
    case 'badges':
      return renderBadgeSheets(kit, job.labels, job.options);
    case 'labels':
      return renderSampleLabels(kit, job.labels, job.options);
    default:
      return assertNever(job);
  }
}

const transferred = (reply: WorkerReply): ArrayBuffer[] =>
  reply.task === 'render' && reply.result.ok ? [reply.result.value.bytes.buffer as ArrayBuffer] : [];

if (parentPort === null) throw new Error('the document worker runs as a worker thread only');
serve(parentPort, workerData as PaperFolders);
