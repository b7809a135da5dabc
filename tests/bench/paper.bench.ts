/**
 * Paper, measured: a certificate alone, in a batch, a label, bytes and memory; with Chromium and a merge of single
 * files as peers in the same run. `node tests/bench/paper.bench.ts`
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFDocument } from 'pdf-lib';
import QRCode from 'qrcode';
import type { PaperKit } from '#electron/backend/documents/paper-kit.ts';
import { renderBadgeSheets } from '#electron/backend/documents/render-badge-sheets.ts';
import { renderCertificates, type CertificateSheet } from '#electron/backend/documents/render-certificates.ts';
import { badge, certificate, INFO, paper, sampleKit } from '#tests/integration/documents/paper-samples.ts';

const MEMORY_ONLY = 'memory';
const ROUNDS = 5;
const BATCH = 1_000;
const LABELS = 10_000;
const PEER_BATCH = 50;
const TARGETS = { alone: 4, batch: 0.8, label: 0.4, labelBytes: 350, memory: 400 } as const;

const PRODUCTS = [
  '安化千两茶（切片装）',
  '炎陵黄桃（锦绣）',
  '古丈毛尖 · 明前特级',
  '𠮷龘牌土家腊肉',
  '浏阳黑山羊（冷鲜）',
  '华容芥菜',
  '石门柑橘',
  '武冈铜鹅',
];
const PLACES = ['湖南省益阳市安化县马路镇', '湖南省株洲市炎陵县霞阳镇', '湖南省湘西土家族苗族自治州古丈县默戎镇'];

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

const sheet = (index: number): CertificateSheet => {
  const number = `OTOP-2026-4-01-${String(index).padStart(6, '0')}-X`;
  return certificate({
    number,
    productName: pick(PRODUCTS, index),
    specification: `${100 + (index % 900)} g / 盒`,
    address: `${pick(PLACES, index)}第 ${index} 号`,
    verifyUrl: `https://verify.otop-sample.example/c/${number}`,
  });
};
const sheets = (count: number): CertificateSheet[] => Array.from({ length: count }, (_, index) => sheet(index));
const label = (index: number) => badge(index, { productName: pick(PRODUCTS, Math.floor(index / 240)) });

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Peak memory of a process of its own that opens the kit and renders the batch. */
function peakMb(): number {
  const text = execFileSync(process.execPath, [import.meta.filename, MEMORY_ONLY], { encoding: 'utf8' });
  return Number(text);
}

async function printPeakMemory(): Promise<void> {
  paper(renderCertificates(await sampleKit(), sheets(BATCH), INFO));
  console.log(process.resourceUsage().maxRSS / 1024);
}

/** The same certificate as a web page, with the same fonts and a vector QR code. */
async function page(list: readonly CertificateSheet[]): Promise<string> {
  const font = (name: string): string => pathToFileURL(createRequire(import.meta.url).resolve(name)).href;
  const faces = [
    ['value', '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf'],
    ['sans', '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'],
  ].map(([family = '', file = '']) => `@font-face{font-family:${family};src:url(${font(file)})}`);
  const bodies = await Promise.all(
    list.map(async (one) => {
      const fields = [one.productName, one.specification, one.enterpriseName, one.address, one.uscc, one.issuedOn];
      const code = await QRCode.toString(one.verifyUrl, { type: 'svg', errorCorrectionLevel: 'Q' });
      return `<section><h1>中国一乡一品产品评价证书</h1><p class=n>${one.number}</p>${fields.map((text) => `<p>${text}</p>`).join('')}<div>${code}</div></section>`;
    }),
  );
  return `<meta charset=utf-8><style>${faces.join('')}@page{size:A4 landscape;margin:0}section{height:205mm;overflow:hidden;font-family:value}.n{font-family:sans}section+section{break-before:page}div{width:26mm}</style>${bodies.join('')}`;
}

/** Chromium's own printing: loading the page with its fonts, which it keeps between pages, and `page.pdf`. */
async function chromiumPeer(): Promise<{ readonly alone: number; readonly batch: number }> {
  const { chromium } = await import('playwright');
  const { findTestBrowser } = await import('#tests/support/browser.ts');
  const { holdsText, readPlainText } = await import('#tests/support/pdf-reading.ts');
  const found = await findTestBrowser();
  const browser = await chromium.launch({
    args: [...found.args, '--allow-file-access-from-files'],
    env: { ...found.env },
    ...(found.executablePath === undefined ? {} : { executablePath: found.executablePath }),
  });
  const folder = mkdtempSync(join(tmpdir(), 'paper-bench-'));
  try {
    const tab = await browser.newPage();
    const print = async (list: readonly CertificateSheet[]): Promise<number> => {
      let bytes: Uint8Array = new Uint8Array();
      const file = join(folder, 'page.html');
      writeFileSync(file, await page(list));
      const time = await timed(async () => {
        await tab.goto(pathToFileURL(file).href);
        await tab.evaluate(() => document.fonts.ready.then(() => undefined));
        bytes = new Uint8Array(await tab.pdf({ preferCSSPageSize: true }));
      });
      const texts = await readPlainText(bytes);

      if (texts.length !== list.length || list.some((one, at) => !holdsText(texts[at], one.number)))
        throw new Error(`Chromium did not print these certificates: ${texts.length} pages, ${texts[0]}`);
      return time;
    };
    const alone: number[] = [];
    for (let round = 0; round < ROUNDS; round++) alone.push(await print([sheet(round)]));
    return { alone: median(alone), batch: (await print(sheets(PEER_BATCH))) / PEER_BATCH };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

const single = (kit: PaperKit, index: number): Uint8Array => paper(renderCertificates(kit, [sheet(index)], INFO)).bytes;

/** The usual way to a batch: render each file, then copy its page into one. */
async function mergePeer(kit: PaperKit): Promise<{ readonly batch: number; readonly bytes: number }> {
  let bytes = 0;
  const time = await timed(async () => {
    const merged = await PDFDocument.create();
    for (let index = 0; index < PEER_BATCH; index++) {
      const [copied] = await merged.copyPages(await PDFDocument.load(single(kit, index)), [0]);
      if (copied !== undefined) merged.addPage(copied);
    }
    bytes = (await merged.save()).length;
  });
  return { batch: time / PEER_BATCH, bytes: bytes / PEER_BATCH };
}

/** Measures all of it and prints figures, targets and ratios. */
export async function run(): Promise<void> {
  const kit = await sampleKit();
  for (let index = 0; index < 100; index++) single(kit, index);
  const alone: number[] = [];
  for (let index = 0; index < 200; index++) alone.push(await timed(() => single(kit, index)));
  const batch: number[] = [];
  let batchBytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const list = sheets(BATCH);
    const time = await timed(() => {
      batchBytes = paper(renderCertificates(kit, list, INFO)).bytes.length / BATCH;
    });
    batch.push(time / BATCH);
  }
  const labels = Array.from({ length: LABELS }, (_, index) => label(index));
  const labelTimes: number[] = [];
  let labelBytes = 0;
  for (let round = 0; round < 3; round++) {
    const time = await timed(() => {
      const options = { stock: 'a4-3x8-70x37', startAt: 0, offsetMm: { x: 0, y: 0 }, info: INFO };
      labelBytes = paper(renderBadgeSheets(kit, labels, options)).bytes.length / LABELS;
    });
    labelTimes.push(time / LABELS);
  }
  const merge = await mergePeer(kit);
  const browser = await chromiumPeer();

  const own = { alone: median(alone), batch: median(batch), label: median(labelTimes) };
  const line = (name: string, value: number, unit: string, target: number): string =>
    `${name.padEnd(34)} ${value.toFixed(2)} ${unit} (target ${target}) ${value <= target ? 'met' : 'MISSED'}`;
  console.log(line('certificate alone', own.alone, 'ms', TARGETS.alone));
  console.log(line('certificate in a batch of 1,000', own.batch, 'ms', TARGETS.batch));
  console.log(line('badge label, 10,000', own.label, 'ms', TARGETS.label));
  console.log(line('badge label, 10,000', labelBytes, 'B', TARGETS.labelBytes));
  console.log(line('memory peak, batch of 1,000', peakMb(), 'MB', TARGETS.memory));
  console.log(`certificate alone ${single(kit, 1).length} B, in a batch ${batchBytes.toFixed(0)} B a page`);
  console.log(
    `Chromium: alone ${browser.alone.toFixed(0)} ms (${(browser.alone / own.alone).toFixed(0)} ×), ${PEER_BATCH} pages ${browser.batch.toFixed(1)} ms a page (${(browser.batch / own.batch).toFixed(0)} ×)`,
  );
  console.log(
    `merging single files with pdf-lib: ${merge.batch.toFixed(1)} ms a page (${(merge.batch / own.batch).toFixed(1)} ×), ${merge.bytes.toFixed(0)} B a page`,
  );
}

if (import.meta.main) await (process.argv[2] === MEMORY_ONLY ? printPeakMemory() : run());
