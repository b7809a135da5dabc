import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { PDFDocument } from 'pdf-lib';
import { certificateTexts, renderCertificates } from '#electron/backend/documents/render-certificates.ts';
import { normaliseText } from '#electron/backend/documents/normalise-text.ts';
import { missingGlyphs } from '#electron/backend/documents/typeface.ts';
import { decodeCodes, holdsText, readPlainText, readTexts, renderPages } from '#tests/support/pdf-reading.ts';
import { certificate, INFO, paper, sampleKit } from './paper-samples.ts';

const LONG_NAME =
  '“𠮷㵑龘䶮”牌有机富硒高山云雾绿茶（明前特级，2026年春季第一批次手工炒制，礼盒装，含茶具与产地溯源卡片一套，限量发行版）';
const LONG_ADDRESS = Array.from(
  { length: 12 },
  (_, line) => `湘西土家族苗族自治州古丈县默戎镇牛角山村第${line + 1}村民小组${line * 37 + 12}号`,
).join('，\n');

describe('renderCertificates', () => {
  test('gives back every field as text, exactly', async () => {
    const kit = await sampleKit();
    const sheets = [
      certificate(),
      certificate({
        star: 3,
        productName: LONG_NAME,
        address: LONG_ADDRESS,
        authorisedBy: '买买提江·阿卜杜拉（样例）',
      }),
      certificate({ star: 5, productName: 'Hunan “office” coffee — fi ffl … 50 %', specification: '½ kg × 2 ℃' }),
    ];
    const { bytes, pages } = paper(renderCertificates(kit, sheets, INFO));
    expect(pages).toBe(3);
    const texts = await readPlainText(bytes);
    sheets.forEach((sheet, page) => {
      for (const text of certificateTexts(sheet)) expect(holdsText(texts[page], normaliseText(text))).toBe(true);
    });
    expect(holdsText(texts[0], '中国一乡一品产品评价证书')).toBe(true);
    expect(holdsText(texts[0], '臻选产品 · 四星')).toBe(true);
    expect(holdsText(texts[1], '优选产品 · 三星')).toBe(true);
    expect(holdsText(texts[2], '臻选产品 · 五星')).toBe(true);
  });

  test('keeps characters apart that share one glyph', async () => {
    const specification = '①➀ …⋯ A-B‑C –‒ •‧';
    const { bytes } = paper(renderCertificates(await sampleKit(), [certificate({ specification })], INFO));
    expect(holdsText((await readPlainText(bytes))[0], specification)).toBe(true);
  });

  test('refuses broken text: half a surrogate pair, an accent without its letter', async () => {
    const { faces } = await sampleKit();
    expect(missingGlyphs(faces, ['茶\ud800', '茶\u0301é']).map(({ codePoint }) => codePoint)).toEqual([
      'U+FFFD',
      'U+0301',
    ]);
  });

  test('carries a QR code that reads at 300 and at 150 dpi, also for a long link', async () => {
    const kit = await sampleKit();
    const links = [certificate().verifyUrl, `https://verify.otop-sample.example/c/?n=${'7d'.repeat(70)}`];
    const { bytes } = paper(
      renderCertificates(
        kit,
        links.map((verifyUrl) => certificate({ verifyUrl })),
        INFO,
      ),
    );
    for (const dpi of [300, 150]) {
      const images = await renderPages(bytes, dpi);
      const read = await Promise.all(images.map((image) => decodeCodes(image, ['QRCode'])));
      expect(read.map((codes) => codes.map(({ text }) => text))).toEqual(links.map((link) => [link]));
    }
  });

  test('refuses a link whose modules would be finer than 0.35 mm', async () => {
    const verifyUrl = `https://verify.otop-sample.example/c/?n=${'x'.repeat(600)}`;
    expect(renderCertificates(await sampleKit(), [certificate({ verifyUrl })], INFO)).toMatchObject({
      ok: false,
      failure: { code: 'paper.code-too-dense', field: 'certificates[0].verifyUrl' },
    });
  });

  test('marks a reprint and nothing else', async () => {
    const kit = await sampleKit();
    const [first, again] = await readPlainText(
      paper(renderCertificates(kit, [certificate(), certificate({ reprint: 2 })], INFO)).bytes,
    );
    expect(holdsText(first, '补打')).toBe(false);
    expect(holdsText(again, '补打 第2次 / Reprint 2')).toBe(true);
  });

  test('names the character, the field and the certificate when no font draws it', async () => {
    const kit = await sampleKit();
    const sheets = [certificate(), certificate({ number: 'OTOP-2', enterpriseName: '云台山🍵合作社' })];
    expect(renderCertificates(kit, sheets, INFO)).toEqual({
      ok: false,
      failure: {
        code: 'paper.missing-glyph',
        field: 'certificates[1].enterpriseName',
        data: { character: '🍵', codePoint: 'U+1F375', field: 'enterpriseName', number: 'OTOP-2' },
      },
    });
    expect(missingGlyphs(kit.faces, sheets.flatMap(certificateTexts))).toEqual([
      { character: '🍵', codePoint: 'U+1F375' },
    ]);
  });

  test('refuses an empty list and a text that does not fit at the smallest size', async () => {
    const kit = await sampleKit();
    expect(renderCertificates(kit, [], INFO)).toMatchObject({ failure: { code: 'paper.nothing-to-print' } });
    expect(renderCertificates(kit, [certificate({ address: '湖'.repeat(900) })], INFO)).toMatchObject({
      failure: { code: 'paper.text-too-long', field: 'certificates[0].address' },
    });
  });

  test('prints 500 characters in one field without leaving its column', async () => {
    const kit = await sampleKit();
    const address = '湖南省益阳市安化县马路镇云台山村'.repeat(32).slice(0, 500);
    const { bytes } = paper(renderCertificates(kit, [certificate({ address })], INFO));
    const lines = (await readTexts(bytes))[0]?.filter(({ text }) => address.includes(text) && text.length > 8) ?? [];
    expect(lines.map(({ text }) => text).join('')).toBe(address);
    const right = (150 * 72) / 25.4;
    for (const { x, width } of lines) expect(x + width).toBeLessThanOrEqual(right);
  });

  test('takes hostile texts: what is invisible goes, what cannot be drawn is refused, nothing is lost silently', async () => {
    const kit = await sampleKit();
    const hostile =
      '茶 é A （ 。 — 𠮷 🍵 ا \\ ) < > % ⼀ \u0301 \ue863 \ud800 \u0000 \u0007 \u200d \u200f \u202e \u2066 \u00ad \ufe0f';
    const piece = fc.constantFrom(' ', '\n', '\t', '\ufeff', ...hostile.split(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 40 }), async (pieces) => {
        const productName = `名${pieces.join('')}`;
        const result = renderCertificates(kit, [certificate({ productName })], INFO);
        const drawable = missingGlyphs(kit.faces, [productName]).length === 0;
        expect(result.ok).toBe(drawable);
        if (result.ok)
          expect(holdsText((await readPlainText(result.value.bytes))[0], normaliseText(productName))).toBe(true);
      }),
      { numRuns: 25, seed: 20_261_121 },
    );
  });

  test('gives the same bytes for the same input, other bytes for another', async () => {
    const kit = await sampleKit();
    const once = (changes = {}): Uint8Array =>
      paper(renderCertificates(kit, [certificate(changes), certificate({ productName: '𠮷龘' })], INFO)).bytes;
    expect(Buffer.compare(once(), once())).toBe(0);
    expect(Buffer.compare(once(), once({ productName: '另一种茶' }))).not.toBe(0);
  });

  test('says what it is, when and by whom, and asks to be printed at its own size', async () => {
    const { bytes } = paper(renderCertificates(await sampleKit(), [certificate()], INFO));
    const file = await PDFDocument.load(bytes, { updateMetadata: false });
    expect([file.getTitle(), file.getAuthor()]).toEqual([INFO.title, INFO.author]);
    expect(file.getCreationDate()?.toISOString()).toBe('2026-11-21T08:00:00.000Z');
    expect(file.catalog.getViewerPreferences()?.getPrintScaling()).toBe('None');
    const { width, height } = file.getPage(0).getSize();
    expect([width, height].map((points) => Math.round((points * 25.4) / 72))).toEqual([297, 210]);
  });

  test('shares fonts and artwork in a batch of a hundred', async () => {
    const kit = await sampleKit();
    const single = paper(renderCertificates(kit, [certificate()], INFO)).bytes;
    const sheets = Array.from({ length: 100 }, (_, index) =>
      certificate({
        number: `OTOP-2026-4-01-${String(index).padStart(6, '0')}-X`,
        verifyUrl: `https://verify.otop-sample.example/c/${index}`,
      }),
    );
    const { bytes, pages } = paper(renderCertificates(kit, sheets, INFO));
    expect(pages).toBe(100);
    expect(bytes.length).toBeLessThan(single.length + 100 * 2_500);
    const source = Buffer.from(bytes).toString('latin1');
    expect(source.match(/\/FontFile2/g)?.length).toBe(6);
    expect(source.match(/\/Subtype \/Form/g)?.length).toBe(13);
    const texts = await readPlainText(bytes);
    sheets.forEach(({ number }, page) => expect(holdsText(texts[page], number)).toBe(true));
  });
});
