import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPaperKit } from '#electron/backend/documents/open-paper-kit.ts';
import type { PaperKit } from '#electron/backend/documents/paper-kit.ts';
import type { RenderedPaper } from '#electron/backend/documents/pdf-file.ts';
import { renderVisitReport } from '#electron/backend/documents/render-visit-report.ts';
import type { ReportPhoto, VisitReportSheet } from '#electron/backend/documents/visit-report-sheet.ts';
import { testFolders } from '#tests/support/desk.ts';
import { holdsText, readPlainText } from '#tests/support/pdf-reading.ts';
import { SCRAWL } from '#tests/support/visits.ts';

const INFO = { title: '现场核验报告', author: '样例', createdAt: '2026-11-21T08:30:00Z' };
const yes = { zh: '是', en: 'Yes' };
const asked = (photos: readonly ReportPhoto[]) => ({
  number: '1',
  zh: '车间清洁',
  en: 'Workshops are clean',
  answer: yes,
  severity: null,
  note: null,
  by: '沈检验（样例） 2026-11-21 10:00',
  photos,
});

const sheet = (changes: Partial<VisitReportSheet> = {}): VisitReportSheet => ({
  running: '现场核验报告 · 样例茶厂',
  draft: false,
  facts: [[{ zh: '企业', en: 'Enterprise' }, '样例茶厂']],
  levels: [],
  results: [],
  groups: [{ zh: '生产环境', en: 'Production environment', ask: null, lines: [asked([])] }],
  findings: [],
  actions: [],
  photos: [],
  signatures: [
    {
      name: '样例厂长',
      part: { zh: '企业代表', en: 'for the enterprise' },
      at: '2026-11-21 16:00',
      strokes: SCRAWL,
      stands: true,
    },
  ],
  hashes: [`记录 Record SHA-256 ${'a'.repeat(64)}`],
  ...changes,
});

let kit: PaperKit;
beforeAll(async () => {
  kit = await openPaperKit(testFolders(''));
});

const rendered = (of: VisitReportSheet): RenderedPaper => renderVisitReport(kit, of, INFO);

describe('a visit’s report', () => {
  it('is the same bytes each time', () => {
    expect(Buffer.from(rendered(sheet()).bytes).equals(Buffer.from(rendered(sheet()).bytes))).toBe(true);
  });

  it('puts sixty photos in place, each embedded once as the JPEG it is', async () => {
    const [width, height] = [160, 120];
    const photos = await Promise.all(
      Array.from({ length: 60 }, async (_, at): Promise<ReportPhoto> => {
        const background = { r: at * 4, g: 120, b: 200 - at * 3 };
        const grey = at % 2 === 1;
        const picture = sharp({ create: { width, height, channels: 3, background } });
        const jpeg = await (grey ? picture.greyscale().toColourspace('b-w') : picture).jpeg().toBuffer();
        return {
          jpeg,
          name: `照片 ${at}.jpg`,
          takenAt: '2026-11-21 10:22',
          position: null,
          warnings: [],
          sha256: String(at).padStart(16, '0').padEnd(64, 'f'),
        };
      }),
    );
    const line = asked(photos);
    const paper = rendered(
      sheet({ groups: [{ zh: '生产环境', en: 'Production environment', ask: null, lines: [line, line] }] }),
    );
    const raw = Buffer.from(paper.bytes).toString('latin1');
    expect(raw.match(/\/DCTDecode/g)).toHaveLength(60);
    expect(raw.match(/\/DeviceGray/g)).toHaveLength(30);
    const texts = await readPlainText(paper.bytes);
    expect(texts).toHaveLength(paper.pages);
    expect(holdsText(texts.join('\u0001'), '照片 59.jpg')).toBe(true);
    for (const [at, text] of texts.entries()) expect(holdsText(text, `Page ${at + 1} of ${paper.pages}`)).toBe(true);
  });

  it('never leaves a heading, or a line, on one page and its first photos on the next', async () => {
    const jpeg = await sharp({ create: { width: 160, height: 120, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer();
    const photo = (name: string): ReportPhoto => ({
      jpeg,
      name,
      takenAt: null,
      position: null,
      warnings: [{ zh: '拍摄于 2026-11-20，不在核验期间', en: 'Taken on 2026-11-20, not during the visit' }],
      sha256: name.padEnd(64, 'f'),
    });
    const filler = { ...asked([]), note: '记录' };
    let turned = 0;
    for (let lines = 0; lines < 16; lines += 1) {
      const groups = [
        { zh: '前面', en: 'Before', ask: null, lines: Array.from({ length: lines }, () => filler) },
        { zh: '溯源', en: 'Traceability', ask: null, lines: [{ ...asked([photo('甲.jpg')]), zh: '看过台账' }] },
        { zh: '风控', en: 'Risk', ask: null, lines: [filler, { ...asked([photo('丙.jpg')]), zh: '看过制度' }] },
      ];
      const texts = await readPlainText(rendered(sheet({ groups, photos: [photo('乙.jpg')] })).bytes);
      const pageOf = (words: string): number => texts.findIndex((text) => holdsText(text, words));
      expect([lines, pageOf('溯源'), pageOf('看过台账')]).toEqual([lines, pageOf('甲.jpg'), pageOf('甲.jpg')]);
      expect([lines, pageOf('看过制度')]).toEqual([lines, pageOf('丙.jpg')]);
      expect([lines, pageOf('其他照片')]).toEqual([lines, pageOf('乙.jpg')]);
      expect([lines, pageOf('签名')]).toEqual([lines, pageOf('样例厂长')]);
      if (pageOf('甲.jpg') > 0) turned += 1;
    }
    expect(turned).toBeGreaterThan(2);
  });

  it('wraps words without end and keeps line breaks; a long note goes over pages whole', async () => {
    const note = `第一段\n${'ABCDEFGHIJ'.repeat(60)}\r\n\t末段${'，字'.repeat(1_500)}完`;
    const paper = rendered(sheet({ groups: [{ zh: '甲', en: 'A', ask: null, lines: [{ ...asked([]), note }] }] }));
    const text = (await readPlainText(paper.bytes)).join('').replaceAll('\u0001', '');
    expect(paper.pages).toBeGreaterThan(1);
    expect(text.split('字')).toHaveLength(1_501);
    expect(text).toContain('完');
  });

  it('prints by its number what no font has, and never stops', async () => {
    const facts = [[{ zh: '企业', en: 'Enterprise' }, '龘🐉']] as const;
    const [text] = await readPlainText(rendered(sheet({ facts })).bytes);
    expect(holdsText(text, '龘[U+1F409]')).toBe(true);
  });
});
