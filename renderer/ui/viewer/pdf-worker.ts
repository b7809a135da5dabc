import { GlobalWorkerOptions, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
// oxlint-disable-next-line import/default -- the address of the file, made by the build
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** The browser's trusted types, as far as a worker needs them. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** The one policy the page's content security policy allows (`shared/contract/door.ts`). */
const POLICY = 'pdf-worker';

let shared: PDFWorker | undefined;

/** The viewer's own worker, started once: papers are read off the window's thread. */
export function pdfWorker(): PDFWorker {
  if (shared === undefined || shared.destroyed) {
    const url = new URL(workerUrl, document.baseURI).href;
    GlobalWorkerOptions.workerSrc = url;
    shared = PDFWorker.create({ port: new Worker(trusted(url), { type: 'module' }) });
  }
  return shared;
}

let policy: { createScriptURL(url: string): string } | undefined;

function trusted(url: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return url;
  policy ??= trustedTypes.createPolicy(POLICY, {
    createScriptURL: (wanted) => {
      if (wanted !== url) throw new TypeError(`not the viewer's worker: ${wanted}`);
      return wanted;
    },
  });
  return policy.createScriptURL(url);
}
