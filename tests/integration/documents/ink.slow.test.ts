import { expect, test } from 'vitest';
import type { PaperKit } from '#electron/backend/documents/paper-kit.ts';
import { normaliseText } from '#electron/backend/documents/normalise-text.ts';
import { renderBadgeSheets } from '#electron/backend/documents/render-badge-sheets.ts';
import { certificateTexts, renderCertificates } from '#electron/backend/documents/render-certificates.ts';
import { renderSampleLabels } from '#electron/backend/documents/render-sample-labels.ts';
import { readTexts, renderPages } from '#tests/support/pdf-reading.ts';
import { badge, certificate, INFO, paper, sampleKit, sampleLabel } from './paper-samples.ts';
import { inkDifferences, type InkDifference, type InkStyle } from './reference-ink.ts';

const PAGE_DPI = 300;
const LABEL_DPI = 600;
/** Two rasterisers differ at edges; a blank, wrong or torn glyph is far beyond this. */
const TOLERANCE = 0.25;

const FIELD: InkStyle = { chain: ['value', 'kai', 'sans'], inkGrey: 41 };
const NUMBER: InkStyle = { chain: ['sans', 'kai', 'value'], inkGrey: 86 };
const NOTE: InkStyle = { chain: ['sans', 'kai', 'value'], inkGrey: 113 };
const THERMAL: InkStyle = { chain: ['sans', 'kai', 'value'], inkGrey: 0 };

interface Wanted {
  readonly text: string;
  readonly style: InkStyle;
}

/** Ink of every character of the wanted texts on the first page; each character of each must have been found. */
async function inkOn(bytes: Uint8Array, wanted: readonly Wanted[], dpi = PAGE_DPI): Promise<InkDifference[]> {
  const [image] = await renderPages(bytes, dpi, [0]);
  const [found] = await readTexts(bytes);
  if (image === undefined || found === undefined) throw new Error('no page');
  const checked: InkDifference[] = [];
  for (const { text, style } of wanted) {
    const items = found.filter((item) => item.text.trim() !== '' && (text.includes(item.text) || item.text === text));
    const seen = new Set(items.flatMap((item) => [...item.text]));
    for (const character of text) if (character !== ' ') expect(seen, text).toContain(character);
    for (const item of items) checked.push(...(await inkDifferences(image, dpi, item, style)));
  }
  return checked;
}

const bad = (differences: readonly InkDifference[]): readonly InkDifference[] =>
  differences.filter(({ difference }) => difference > TOLERANCE);

const LONG = '湖南省湘西土家族苗族自治州古丈县默戎镇牛角山村第三村民小组一百二十号，邮政编码 416300';

test.each([
  ['ordinary', certificate()],
  [
    'rare',
    certificate({
      productName: '𠮷㵑龘䶮㸃镕喆堃（一）',
      enterpriseName: '鑫淼犇骉〇“茶”—…Ⅱ型',
      specification: '①➀ …⋯ A‑B',
    }),
  ],
  ['small', certificate({ address: LONG, productName: '黑茶，'.repeat(40) })],
])('every character of a certificate has the ink of its outline in the whole font (%s)', async (_, sheet) => {
  const { bytes } = paper(renderCertificates(await sampleKit(), [sheet], INFO));
  const wanted = certificateTexts(sheet).map((text): Wanted => {
    if (text === sheet.number) return { text: `证书编号 No. ${text}`, style: NUMBER };
    return { text: normaliseText(text), style: text === sheet.centreName ? NOTE : FIELD };
  });
  expect(bad(await inkOn(bytes, wanted))).toEqual([]);
});

test('every character of badge and sample labels has its ink', async () => {
  const kit = await sampleKit();
  const label = badge(3, { productName: '𠮷㵑龘䶮牌黑茶（特级）' });
  const options = { stock: 'a4-3x8-70x37', startAt: 0, offsetMm: { x: 0, y: 0 }, info: INFO };
  const sheet = paper(renderBadgeSheets(kit, [label], options)).bytes;
  expect(
    bad(
      await inkOn(
        sheet,
        [
          { text: label.productName, style: FIELD },
          { text: label.number, style: NUMBER },
        ],
        LABEL_DPI,
      ),
    ),
  ).toEqual([]);
  const sample = sampleLabel({ productName: '𠮷龘牌腊肉' });
  const roll = paper(renderSampleLabels(kit, [sample], { stock: 'roll-50x30', info: INFO })).bytes;
  const texts = [sample.productName, `批次 ${sample.batch}`, `收样 ${sample.receivedOn}`, '冷藏', 'CHILLED'];
  expect(
    bad(
      await inkOn(
        roll,
        texts.map((text) => ({ text, style: THERMAL })),
        LABEL_DPI,
      ),
    ),
  ).toEqual([]);
});

/** A kit whose value font loses or tears its last glyph after it was cut and checked. */
function damagedKit(kit: PaperKit, damage: (outline: Uint8Array) => void): PaperKit {
  const value = kit.faces.get('value');
  if (value === undefined) throw new Error('no value face');
  const subset = (codePoints: readonly number[]): Uint8Array => {
    const font = value.subset(codePoints);
    const view = new DataView(font.buffer, font.byteOffset, font.length);
    const offset = (tag: string): number =>
      view.getUint32(Buffer.from(font.subarray(0, 400)).indexOf(tag, 12, 'latin1') + 8);
    const wide = view.getInt16(offset('head') + 50) === 1;
    const at = (glyph: number): number =>
      wide ? view.getUint32(offset('loca') + glyph * 4) : view.getUint16(offset('loca') + glyph * 2) * 2;
    const last = view.getUint16(offset('maxp') + 4) - 1;
    damage(font.subarray(offset('glyf') + at(last), offset('glyf') + at(last + 1)));
    return font;
  };
  return { ...kit, faces: new Map(kit.faces).set('value', { ...value, subset }) };
}

test.each([
  ['blank', (outline: Uint8Array): void => void outline.fill(0)],
  ['torn', (outline: Uint8Array): void => void outline.fill(9, Math.floor(outline.length * 0.6))],
])('a %s glyph is found although the text layer is perfect', async (_, damage) => {
  const sheet = certificate();
  const kit = damagedKit(await sampleKit(), damage);
  const { bytes } = paper(renderCertificates(kit, [sheet], INFO));
  const fields = [sheet.productName, sheet.enterpriseName, sheet.address, sheet.standardLabel];
  const differences = await inkOn(
    bytes,
    fields.map((text) => ({ text, style: FIELD })),
  );
  expect(new Set(bad(differences).map(({ character }) => character)).size).toBe(1);
});
