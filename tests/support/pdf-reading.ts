import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { prepareZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader';

/** A rendered page: grey, one byte a pixel, row by row. */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
  /** Red, green, blue, opacity, for saving. */
  readonly rgba: Uint8Array;
}

/** A stretch of text as a reader finds it: baseline in points from the bottom left corner. */
export interface FoundText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
}

const POINTS_AN_INCH = 72;

/**
 * Renders pages (all, or the ones named from 0) at a resolution with PDFium.
 *
 * The size is given in pixels: by scale alone the library cuts the page to whole points and stretches it.
 */
export async function renderPages(bytes: Uint8Array, dpi: number, wanted?: readonly number[]): Promise<PageImage[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const images: PageImage[] = [];
    for (const page of document.pages()) {
      if (wanted !== undefined && !wanted.includes(page.number)) continue;
      const size = page.getOriginalSize();
      const { data, width, height } = await page.render({
        scale: 1,
        width: Math.round((size.originalWidth * dpi) / POINTS_AN_INCH),
        height: Math.round((size.originalHeight * dpi) / POINTS_AN_INCH),
        render: 'bitmap',
      });
      images.push(toImage(data, width, height));
    }
    document.destroy();
    return images;
  } finally {
    library.destroy();
  }
}

function toImage(rgba: Uint8Array, width: number, height: number): PageImage {
  const grey = new Uint8Array(width * height);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const at = pixel * 4;
    grey[pixel] = Math.round(0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0));
  }
  return { width, height, grey, rgba };
}

const require = createRequire(import.meta.url);
const ASSETS = dirname(require.resolve('pdfjs-dist/package.json'));

/** Reads every stretch of text of every page with pdf.js, in drawing order. */
export async function readTexts(bytes: Uint8Array): Promise<FoundText[][]> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${join(ASSETS, 'cmaps')}/`,
    standardFontDataUrl: `${join(ASSETS, 'standard_fonts')}/`,
    useSystemFonts: false,
    verbosity: 0,
  });
  const document = await task.promise;
  const pages: FoundText[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    pages.push(
      items.flatMap((item) =>
        'str' in item && item.str !== ''
          ? [
              {
                text: item.str,
                x: Number(item.transform[4]),
                y: Number(item.transform[5]),
                size: Math.hypot(Number(item.transform[2]), Number(item.transform[3])),
                width: item.width,
              },
            ]
          : [],
      ),
    );
  }
  await task.destroy();
  return pages;
}

/** All text of each page; stretches that the reader found apart are divided by {@link SEAM}. */
export async function readPlainText(bytes: Uint8Array): Promise<string[]> {
  return (await readTexts(bytes)).map((items) => items.map(({ text }) => text).join(SEAM));
}

const SEAM = '\u0001';

/** Whether a page holds a text exactly; a space where a line was broken may be missing, as readers drop it. */
export function holdsText(page: string | undefined, text: string): boolean {
  const parts = Array.from(text, (character) =>
    character === ' ' ? `(?: ?${SEAM} ?${SEAM}?| )` : character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'),
  );
  return page !== undefined && new RegExp(parts.join(`(?:${SEAM})?`), 'u').test(page);
}

let decoderReady = false;

/** The decoder would fetch its program from the network; give it the one in its package. */
function prepareDecoder(): void {
  if (decoderReady) return;
  const program = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(program).buffer } });
  decoderReady = true;
}

/** Every code on a rendered page; mirrored ones are left out, because a phone does not read them. */
export async function decodeCodes(
  image: PageImage,
  formats: readonly ('QRCode' | 'Code128')[],
): Promise<readonly ReadResult[]> {
  prepareDecoder();
  const data = new Uint8ClampedArray(image.rgba);
  const found = await readBarcodes(
    { data, width: image.width, height: image.height, colorSpace: 'srgb' } as ImageData,
    { formats: [...formats], tryHarder: true, maxNumberOfSymbols: 255 },
  );
  return found.filter(({ isMirrored }) => !isMirrored);
}
