import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** CSS pixels of one point, so that 100 % is a page's own size. */
const PIXELS_PER_POINT = 96 / 72;

/** Width and height in CSS pixels at 100 %. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A file ready to be drawn: the pages of a paper, or one picture. */
export type OpenFile =
  | { readonly kind: 'pdf'; readonly document: PDFDocumentProxy; readonly pages: number; readonly first: Size }
  | { readonly kind: 'picture'; readonly url: string; readonly pages: 1; readonly first: Size };

/** Why a file cannot be shown; each has its sentence. */
export type FileProblem = 'damaged' | 'password' | 'empty' | 'unsupported' | 'gone';

/** A file opened, and how to let it go. */
export interface Opened {
  readonly file: OpenFile;
  close(): void;
}

/** A problem thrown on the way to a drawn page. */
export class FileTrouble extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
  }
}

/** Opens a file's bytes for drawing. @throws FileTrouble when they cannot be shown. */
export function openFile(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<Opened> {
  if (bytes.length === 0) return Promise.reject(new FileTrouble('empty'));
  if (mediaType === 'application/pdf') return openPdf(bytes);
  return mediaType.startsWith('image/')
    ? openPicture(bytes, mediaType)
    : Promise.reject(new FileTrouble('unsupported'));
}

/** Size of a page at 100 %, upright as the paper itself says. */
export async function pageSize(document: PDFDocumentProxy, page: number): Promise<Size> {
  const { height, width } = (await document.getPage(page)).getViewport({ scale: PIXELS_PER_POINT });
  return { width, height };
}

/** The scale pdf.js draws at for a zoom of 1. */
export const pdfScale = (zoom: number): number => zoom * PIXELS_PER_POINT;

async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<Opened> {
  const [{ getDocument }, { pdfWorker }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('./pdf-worker.ts'),
  ]);
  const beside = (folder: string): string => new URL(`pdf/${folder}/`, document.baseURI).href;
  const task = getDocument({
    // The worker takes the bytes away, and the caller may want them again.
    data: bytes.slice(),
    worker: pdfWorker(),
    cMapUrl: beside('cmaps'),
    standardFontDataUrl: beside('standard_fonts'),
    wasmUrl: beside('wasm'),
    useWasm: false,
    useWorkerFetch: true,
    enableXfa: false,
  });
  const close = (): void => void task.destroy();
  try {
    const opened = await task.promise;
    return { file: { kind: 'pdf', document: opened, pages: opened.numPages, first: await pageSize(opened, 1) }, close };
  } catch (error) {
    close();
    const protectedByPassword = error instanceof Error && error.name === 'PasswordException';
    throw new FileTrouble(protectedByPassword ? 'password' : 'damaged', error);
  }
}

async function openPicture(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<Opened> {
  const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const picture = new Image();
  picture.src = url;
  try {
    await picture.decode();
  } catch (error) {
    URL.revokeObjectURL(url);
    throw new FileTrouble('damaged', error);
  }
  const first = { width: picture.naturalWidth, height: picture.naturalHeight };
  return { file: { kind: 'picture', url, pages: 1, first }, close: () => URL.revokeObjectURL(url) };
}
