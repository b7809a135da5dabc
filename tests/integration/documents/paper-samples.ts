import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BadgeLabel, BadgeStar } from '#electron/backend/documents/badge-layout.ts';
import { openPaperKit } from '#electron/backend/documents/open-paper-kit.ts';
import type { PaperKit } from '#electron/backend/documents/paper-kit.ts';
import type { RenderedPaper } from '#electron/backend/documents/pdf-file.ts';
import type { CertificateSheet } from '#electron/backend/documents/render-certificates.ts';
import type { SampleLabel } from '#electron/backend/documents/render-sample-labels.ts';
import type { PaperFault } from '#electron/backend/documents/paper-fault.ts';
import type { Result } from '#shared/base/result.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** The project's own resources, and a cache that survives test runs. */
export const FOLDERS = { resources: join(ROOT, 'resources'), cache: join(ROOT, 'node_modules', '.cache', 'paper') };

/** The worker's source, which Node runs as it is. */
export const WORKER_ENTRY = pathToFileURL(join(ROOT, 'electron/backend/documents/document-worker.ts'));

export const INFO = { title: '样例证书', author: '产业促进中心（样例）', createdAt: '2026-11-21T08:00:00Z' };

let opened: Promise<PaperKit> | undefined;

/** One kit for a test file. */
export const sampleKit = (): Promise<PaperKit> => (opened ??= openPaperKit(FOLDERS));

/** An invented certificate; everything in it can be replaced. */
export const certificate = (changes: Partial<CertificateSheet> = {}): CertificateSheet => ({
  number: 'OTOP-2026-4-01-000418-X',
  star: 4,
  productName: '安化千两茶（切片装）',
  specification: '500 g / 盒',
  enterpriseName: '安化县云台山茶业专业合作社（样例）',
  address: '湖南省益阳市安化县马路镇',
  uscc: '91430923MA4L00000X',
  standardLabel: 'TB/OTOP 星级评价 2019-r1',
  issuedOn: '2026-11-21',
  validUntil: '2029-11-20',
  authorisedBy: '周青禾（样例）',
  centreName: '产业促进中心 · 长沙',
  verifyUrl: 'https://verify.otop-sample.example/c/OTOP-2026-4-01-000418-X',
  reprint: 0,
  ...changes,
});

/** An invented badge label with a number of its own. */
export const badge = (index: number, changes: Partial<BadgeLabel> = {}): BadgeLabel => {
  const star = ((index % 5) + 1) as BadgeStar;
  const number = `OTOP-2026-${star}-01-${String(index).padStart(6, '0')}-X`;
  return {
    number,
    star,
    productName: '炎陵黄桃（锦绣）',
    verifyUrl: `https://verify.otop-sample.example/p/${number}`,
    ...changes,
  };
};

/** An invented sample label. */
export const sampleLabel = (changes: Partial<SampleLabel> = {}): SampleLabel => ({
  barcode: 'S01-26-000123',
  productName: '安化千两茶（切片装）',
  batch: '20261103-A',
  receivedOn: '2026-11-21',
  storage: 'chilled',
  ...changes,
});

/** What a rendering gave. @throws when it was refused. */
export function paper(result: Result<RenderedPaper, PaperFault>): RenderedPaper {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
