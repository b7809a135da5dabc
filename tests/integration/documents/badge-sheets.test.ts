import { describe, expect, test } from 'vitest';
import { readBadgeSvg } from '#electron/backend/documents/badge-artwork.ts';
import { renderBadgeSheets } from '#electron/backend/documents/render-badge-sheets.ts';
import { decodeCodes, holdsText, readPlainText, readTexts, renderPages } from '#tests/support/pdf-reading.ts';
import { badge, INFO, paper, sampleKit } from './paper-samples.ts';

const STOCK = 'a4-3x8-70x37';
const options = (changes = {}) => ({ stock: STOCK, startAt: 0, offsetMm: { x: 0, y: 0 }, info: INFO, ...changes });
const labels = (count: number) => Array.from({ length: count }, (_, index) => badge(index));
const MM = 72 / 25.4;

describe('renderBadgeSheets', () => {
  test('every label of every sheet reads back, as text and as QR code at 300 dpi', async () => {
    const wanted = labels(30);
    const { bytes, pages } = paper(renderBadgeSheets(await sampleKit(), wanted, options()));
    expect(pages).toBe(2);
    const links: string[] = [];
    for (const image of await renderPages(bytes, 300)) {
      const codes = await decodeCodes(image, ['QRCode']);
      expect(new Set(codes.map(({ ecLevel }) => ecLevel))).toEqual(new Set(['Q']));
      links.push(...codes.map(({ text }) => text));
    }
    expect(links.sort()).toEqual(wanted.map(({ verifyUrl }) => verifyUrl).sort());
    const text = (await readPlainText(bytes)).join('');
    for (const { number } of wanted) expect(holdsText(text, number)).toBe(true);
    expect(text.split('炎陵黄桃（锦绣）').length).toBe(31);
  });

  test('starts at any label of a part-used sheet and moves by the offset', async () => {
    const kit = await sampleKit();
    const place = async (startAt: number, offsetMm = { x: 0, y: 0 }) => {
      const { bytes } = paper(renderBadgeSheets(kit, [badge(1)], options({ startAt, offsetMm })));
      const found = (await readTexts(bytes))[0]?.find(({ text }) => text.startsWith('OTOP'));
      if (found === undefined) throw new Error('no number');
      return { x: found.x / MM, y: 297 - found.y / MM };
    };
    const [first, fifth, moved] = [await place(0), await place(4), await place(4, { x: 1.5, y: -0.75 })];
    expect(fifth.x - first.x).toBeCloseTo(70, 2);
    expect(fifth.y - first.y).toBeCloseTo(37, 2);
    expect(moved.x - fifth.x).toBeCloseTo(1.5, 2);
    expect(moved.y - fifth.y).toBeCloseTo(-0.75, 2);
    const { pages } = paper(renderBadgeSheets(kit, labels(25), options({ startAt: 23 })));
    expect(pages).toBe(2);
  });

  test('every shipped badge stock takes a long product name, and no label leaves its cell', async () => {
    const kit = await sampleKit();
    for (const stock of kit.stocks.filter(({ use }) => use === 'badge')) {
      const productName = '古丈毛尖（明前特级）· 高山云雾 · 𠮷祥礼盒装';
      const { bytes } = paper(renderBadgeSheets(kit, [badge(3, { productName })], options({ stock: stock.id })));
      const left = stock.originXMm * MM;
      const right = (stock.originXMm + stock.labelWidthMm) * MM;
      const bottom = (297 - stock.originYMm - stock.labelHeightMm) * MM;
      for (const { x, y, width } of (await readTexts(bytes))[0] ?? []) {
        expect(x).toBeGreaterThanOrEqual(left);
        expect(x + width).toBeLessThanOrEqual(right);
        expect(y).toBeGreaterThan(bottom);
      }
    }
  });

  test('refuses an unknown stock, a position off the sheet, an empty list, a missing glyph and a link too long', async () => {
    const kit = await sampleKit();
    const code = (wanted: readonly ReturnType<typeof badge>[], changes = {}) => {
      const result = renderBadgeSheets(kit, wanted, options(changes));
      return result.ok ? 'printed' : result.failure.code;
    };
    expect(code(labels(1), { stock: 'roll-50x30' })).toBe('paper.unknown-stock');
    expect(code(labels(1), { startAt: 24 })).toBe('paper.bad-position');
    expect(code(labels(1), { startAt: 1.5 })).toBe('paper.bad-position');
    expect(code([])).toBe('paper.nothing-to-print');
    expect(code([badge(0, { productName: '🍑' })])).toBe('paper.missing-glyph');
    expect(code([badge(0, { productName: '桃'.repeat(400) })])).toBe('paper.text-too-long');
    expect(code([badge(0, { verifyUrl: 'x'.repeat(900) })])).toBe('paper.code-too-dense');
    expect(code([badge(0, { verifyUrl: 'x'.repeat(5000) })])).toBe('paper.code-too-dense');
    expect(code([badge(0, { verifyUrl: '' })])).toBe('paper.code-too-dense');
  });

  test('stays under 350 bytes a label, with the same bytes every time', async () => {
    const kit = await sampleKit();
    const render = () => paper(renderBadgeSheets(kit, labels(960), options())).bytes;
    const bytes = render();
    expect(bytes.length / 960).toBeLessThan(350);
    expect(Buffer.compare(bytes, render())).toBe(0);
  });
});

describe('readBadgeSvg', () => {
  test.each([
    ['<svg viewBox="0 0 10 20"><path d="M0 0 Z"/></svg>', 'square viewBox'],
    ['<svg viewBox="0 0 10 10"><circle r="2"/></svg>', '<circle>'],
    ['<svg viewBox="0 0 10 10"><path d="M0 0 A 1 1 0 0 0 2 2"/></svg>', 'A 1 1'],
    ['<svg viewBox="0 0 10 10"><path d="M0 0 l 1 1"/></svg>', 'l 1 1'],
    ['<svg viewBox="0 0 10 10"><path fill="red" d="M0 0 Z"/></svg>', '#rrggbb'],
  ])('refuses a drawing it would only half draw: %s', (svg, reason) => {
    expect(() => readBadgeSvg(svg)).toThrow(reason);
  });
});
