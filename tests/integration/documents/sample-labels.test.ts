import { expect, test } from 'vitest';
import { renderSampleLabels } from '#electron/backend/documents/render-sample-labels.ts';
import { decodeCodes, holdsText, readPlainText, renderPages } from '#tests/support/pdf-reading.ts';
import { INFO, paper, sampleKit, sampleLabel } from './paper-samples.ts';

const OPTIONS = { stock: 'roll-50x30', info: INFO };

test.each([
  ['roll-50x30', '50 × 30 mm'],
  ['roll-60x40', '60 × 40 mm'],
])('on %s (%s) bar code and QR code read at the 203 dpi of a label printer; every field is text', async (stock) => {
  const labels = [
    sampleLabel({ storage: 'ambient' }),
    sampleLabel({ barcode: 'S0126000124', productName: '炎陵黄桃（锦绣）· 高山种植 · 礼盒装 · 单果重二百五十克以上' }),
    sampleLabel({ barcode: 'CSH-26-9081-7', productName: '𠮷龘牌土家腊肉', storage: 'frozen' }),
  ];
  const { bytes, pages } = paper(renderSampleLabels(await sampleKit(), labels, { ...OPTIONS, stock }));
  expect(pages).toBe(3);
  const images = await renderPages(bytes, 203);
  const texts = await readPlainText(bytes);
  for (const [page, label] of labels.entries()) {
    const image = images[page];
    if (image === undefined) throw new Error('no page');
    for (const format of ['QRCode', 'Code128'] as const)
      expect((await decodeCodes(image, [format])).map(({ text }) => text)).toEqual([label.barcode]);
    for (const text of [label.barcode, label.productName, label.batch, label.receivedOn])
      expect(holdsText(texts[page], text)).toBe(true);
  }
  expect(holdsText(texts[0], '常温AMBIENT')).toBe(true);
  expect(holdsText(texts[1], '冷藏CHILLED')).toBe(true);
  expect(holdsText(texts[2], '冻藏FROZEN')).toBe(true);
});

test('refuses what cannot be a bar code, what would be too fine, and an unknown roll', async () => {
  const kit = await sampleKit();
  const failure = (changes: Parameters<typeof sampleLabel>[0], stock = OPTIONS.stock) => {
    const result = renderSampleLabels(kit, [sampleLabel(changes)], { ...OPTIONS, stock });
    return result.ok ? undefined : [result.failure.code, result.failure.field];
  };
  expect(failure({ barcode: '样01' })).toEqual(['paper.bad-code', 'labels[0].barcode']);
  expect(failure({ barcode: 'ABCDEFGHIJKLMNOPQ' })).toEqual(['paper.code-too-dense', 'labels[0].barcode']);
  expect(failure({ productName: '🍵' })).toEqual(['paper.missing-glyph', 'labels[0].productName']);
  expect(failure({}, 'a4-3x8-70x37')).toEqual(['paper.unknown-stock', undefined]);
});
