import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFContext, PDFHexString, PDFRawStream, PDFString, type PDFDict, type PDFRef } from 'pdf-lib';
import type { JpegPicture } from './jpeg-picture.ts';
import type { FaceId } from './paper-face.ts';
import type { SubsetFont } from './subset-font.ts';

/** What a file says of itself; nothing in it comes from a clock, so the same input gives the same bytes. */
export interface PaperInfo {
  readonly title: string;
  readonly author: string;
  /** UTC instant, `2026-11-21T08:30:00Z`. */
  readonly createdAt: string;
}

/** A finished file. */
export interface RenderedPaper {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** A content stream packed once and placed in any number of files. */
export interface PackedContent {
  readonly bytes: Uint8Array;
  readonly box: readonly [number, number, number, number];
}

type Resources = Readonly<Record<string, Readonly<Record<string, PDFRef>>>>;

const POINTS_A_MM = 72 / 25.4;
const HEADER = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1');
const OFFSET_DIGITS = 10;

/** Packs a content stream. */
export const packed = (content: Uint8Array | string): Uint8Array => deflateSync(content);

/** One PDF file being written with pdf-lib's objects; pages measured in millimetres from the top left corner. */
export class PdfFile {
  readonly context = PDFContext.create();
  readonly #pages: PDFRef[] = [];
  readonly #tree = this.context.nextRef();

  /** Adds each font once. */
  embedFonts(fonts: ReadonlyMap<FaceId, SubsetFont>): Readonly<Record<string, PDFRef>> {
    return Object.fromEntries([...fonts].map(([face, font]) => [face, font.embed(this.context)]));
  }

  /** Adds a shared form, drawn in the caller's millimetres. */
  addForm(form: PackedContent, resources: Resources = {}): PDFRef {
    return this.context.register(
      this.#stream(form.bytes, { Type: 'XObject', Subtype: 'Form', BBox: [...form.box], Resources: resources }),
    );
  }

  /** Adds a JPEG as it is; a page draws it into the unit square. */
  addPicture({ bytes, components, heightPx, widthPx }: JpegPicture): PDFRef {
    const literal = {
      Type: 'XObject',
      Subtype: 'Image',
      Width: widthPx,
      Height: heightPx,
      ColorSpace: components === 1 ? 'DeviceGray' : 'DeviceRGB',
      BitsPerComponent: 8,
      Filter: 'DCTDecode',
      Length: bytes.length,
    };
    return this.context.register(PDFRawStream.of(this.context.obj(literal) as unknown as PDFDict, bytes));
  }

  /** Adds resources that several pages share. */
  addResources(resources: Resources): PDFRef {
    return this.context.register(this.context.obj(resources));
  }

  /** Adds a page; `content` is in millimetres, y downwards. */
  addPage(widthMm: number, heightMm: number, content: Uint8Array, resources: PDFRef): void {
    const scale = POINTS_A_MM.toFixed(6);
    const height = (heightMm * POINTS_A_MM).toFixed(3);
    const stream = packed(Buffer.concat([Buffer.from(`${scale} 0 0 -${scale} 0 ${height} cm\n`), content]));
    this.#pages.push(
      this.context.register(
        this.context.obj({
          Type: 'Page',
          Parent: this.#tree,
          MediaBox: [0, 0, Number((widthMm * POINTS_A_MM).toFixed(3)), Number(height)],
          Resources: resources,
          Contents: this.context.register(this.#stream(stream, {})),
        }),
      ),
    );
  }

  /** Writes the file. Printing at the size of the page is asked for: a scaled label sheet misses its labels. */
  finish(info: PaperInfo): RenderedPaper {
    this.context.assign(this.#tree, this.context.obj({ Type: 'Pages', Kids: this.#pages, Count: this.#pages.length }));
    const root = this.context.register(
      this.context.obj({
        Type: 'Catalog',
        Pages: this.#tree,
        Lang: PDFString.of('zh-CN'),
        ViewerPreferences: { DisplayDocTitle: true, PrintScaling: 'None' },
      }),
    );
    const date = PDFString.of(`D:${info.createdAt.replace(/\.\d+/, '').replace(/[-:TZ]/g, '')}Z`);
    const description = this.context.register(
      this.context.obj({
        Title: PDFHexString.fromText(info.title),
        Author: PDFHexString.fromText(info.author),
        CreationDate: date,
        ModDate: date,
      }),
    );
    return { bytes: this.#serialise(root, description), pages: this.#pages.length };
  }

  #stream(bytes: Uint8Array, dictionary: Readonly<Record<string, unknown>>): PDFRawStream {
    const literal = { ...dictionary, Filter: 'FlateDecode', Length: bytes.length };
    return PDFRawStream.of(this.context.obj(literal as Parameters<PDFContext['obj']>[0]) as unknown as PDFDict, bytes);
  }

  #serialise(root: PDFRef, description: PDFRef): Uint8Array {
    const objects = this.context.enumerateIndirectObjects();
    const chunks: Uint8Array[] = [HEADER];
    const table = [`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`];
    const digest = createHash('sha256');
    let offset = HEADER.length;
    const add = (chunk: Uint8Array): void => {
      chunks.push(chunk);
      offset += chunk.length;
    };
    for (const [ref, object] of objects) {
      table.push(`${String(offset).padStart(OFFSET_DIGITS, '0')} 00000 n \n`);
      const body = new Uint8Array(object.sizeInBytes());
      object.copyBytesInto(body, 0);
      digest.update(body);
      add(Buffer.from(`${ref.objectNumber} 0 obj\n`, 'latin1'));
      add(body);
      add(ENDOBJ);
    }
    const id = digest.digest('hex').slice(0, 32);
    const trailer = `trailer\n<< /Size ${objects.length + 1} /Root ${root.toString()} /Info ${description.toString()} /ID [<${id}> <${id}>] >>\nstartxref\n${offset}\n%%EOF\n`;
    chunks.push(Buffer.from(table.join('') + trailer, 'latin1'));
    return joined(chunks);
  }
}

const ENDOBJ = Buffer.from('\nendobj\n', 'latin1');

/** One array of its own memory, so that a worker can hand it over. */
function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
