import { expect, test } from 'vitest';
import { renderList } from '#electron/backend/documents/render-list.ts';
import { renderPlaceLabels } from '#electron/backend/documents/render-place-labels.ts';
import { decodeCodes, holdsText, readPlainText, renderPages } from '#tests/support/pdf-reading.ts';
import { INFO, paper, sampleKit } from './paper-samples.ts';

const OPTIONS = { stock: 'roll-50x30', info: INFO };

test('a place’s codes read at the 203 dpi of a label printer as its code with the sign of a place before it', async () => {
  const labels = [
    { code: 'A-02-4', name: '', storage: null },
    { code: 'F-01', name: '冷冻库一号架', storage: 'frozen' },
    { code: 'ABC-D1E-F2G', name: '常温留样库东侧第三排靠窗的格位', storage: 'ambient' },
  ] as const;
  const { bytes, pages } = paper(renderPlaceLabels(await sampleKit(), labels, OPTIONS));
  expect(pages).toBe(labels.length);
  const images = await renderPages(bytes, 203);
  const texts = await readPlainText(bytes);
  for (const [page, label] of labels.entries()) {
    const image = images[page];
    if (image === undefined) throw new Error('no page');
    for (const format of ['QRCode', 'Code128'] as const)
      expect((await decodeCodes(image, [format])).map(({ text }) => text)).toEqual([`L:${label.code}`]);
    for (const text of [label.code, label.name]) expect(holdsText(texts[page], text)).toBe(true);
  }
});

test('a name that no font has is refused, and an unknown roll', async () => {
  const kit = await sampleKit();
  const failure = (name: string, stock = OPTIONS.stock) => {
    const result = renderPlaceLabels(kit, [{ code: 'A', name, storage: null }], { ...OPTIONS, stock });
    return result.ok ? undefined : result.failure.code;
  };
  expect(failure('🍵')).toBe('paper.missing-glyph');
  expect(failure('茶', 'a4-3x8-70x37')).toBe('paper.unknown-stock');
});

test('a list goes over pages with its heading on each, and cuts long words with an ellipsis', async () => {
  const rows = Array.from({ length: 80 }, (_, at) => [`S26010${String(at).padStart(5, '0')}`, '安化千两茶'.repeat(9)]);
  const columns = [
    { title: '样品', widthMm: 40 },
    { title: '产品', widthMm: 60 },
  ];
  const list = { title: '盘点 A-02', detail: '2026-11-21', columns, rows };
  const { bytes, pages } = renderList(await sampleKit(), list, INFO);
  expect(pages).toBe(3);
  const texts = await readPlainText(bytes);
  for (const text of texts) expect(holdsText(text, '盘点 A-02')).toBe(true);
  for (const [code = ''] of rows) expect(texts.some((text) => holdsText(text, code))).toBe(true);
  expect(holdsText(texts[0], '…')).toBe(true);
});

test('a list is printed whatever was noted in it', async () => {
  const columns = [{ title: '情况', widthMm: 90 }];
  const { bytes } = renderList(await sampleKit(), { title: '盘点', detail: '', columns, rows: [['找到 ✔ 🍵']] }, INFO);
  expect(holdsText((await readPlainText(bytes))[0], '找到 ✓ [U+1F375]')).toBe(true);
});
