import { fail, ok } from '#shared/base/result.ts';
import type { FileReply } from '#shared/contract/intake.ts';
import { readLocationCode } from '#shared/domain/location.ts';
import type { DocumentJob } from '#electron/backend/documents/document-job.ts';
import type { PaperInfo } from '#electron/backend/documents/pdf-file.ts';
import { findLocation, sampleIdsWithin } from '#electron/backend/store/location-repository.ts';
import { findKept } from '#electron/backend/store/custody-repository.ts';
import { labelSettings } from '#electron/backend/store/settings-repository.ts';
import { findStocktake } from '#electron/backend/store/stocktake-repository.ts';
import { storageAt } from './locations.ts';
import { paperRefusal, pdfReply } from './print-papers.ts';
import { refuse } from './refuse.ts';
import { centreDay, type Answer, type Room, type Service } from './room.ts';
import { viewOf } from './stocktake.ts';

const AUTHOR = '中国一乡一品产业促进中心 · 长沙';

/** Labels of places; not in the print book, because a place's label proves nothing. */
export const printLocationLabels: Service<'location.labels'> = (room, input) => {
  const places = [...new Set(input.codes.map(readLocationCode))].map((code) => findLocation(room.store, code));
  const known = places.filter((place) => place !== undefined);
  if (known.length < places.length) return refuse('location.unknown', { code: '', nearest: '' }, 'codes');
  const labels = known.map(({ code, name }) => ({ code, name, storage: storageAt(room, code) }));
  return render(room, 'location-labels.pdf', (info) => ({
    kind: 'places',
    labels,
    options: { stock: labelSettings(room.store).stock, info },
  }));
};

const COLUMNS = [
  { title: '样品编号 Sample', widthMm: 38 },
  { title: '产品 Product', widthMm: 58 },
  { title: '位置 Place', widthMm: 24 },
  { title: '情况 Result', widthMm: 60 },
] as const;

const RESULTS: Readonly<Record<string, string>> = {
  missing: '缺失 Missing',
  unexpected: '不应在此 Unexpected',
  'wrong-shelf': '放错货架 Wrong shelf',
  found: '已找到 Found',
  'placed-here': '改记在此 Placed here',
  'carried-back': '已送回原处 Carried back',
  noted: '已记录 Noted',
};

/** A stocktake as a list to walk the shelf with, or to file: what lies here, what was seen, what was settled. */
export const printStocktake: Service<'stocktake.paper'> = (room, input) => {
  const stocktake = findStocktake(room.store, input.stocktakeId);
  if (stocktake === undefined) return refuse('stocktake.unknown', {}, 'stocktakeId');
  const view = viewOf(room, stocktake);
  const seen = new Set(view.scanned.map(({ code }) => code));
  const here = sampleIdsWithin(room.store, stocktake.location).flatMap((id) => findKept(room.store, id) ?? []);
  const rows = [
    ...here.map(({ barcode, location, productName }) => [
      barcode,
      productName,
      location,
      seen.has(barcode) ? '已扫 Seen' : '',
    ]),
    ...view.differences
      .filter(({ kind }) => kind !== 'missing')
      .map(({ code, kind, sample }) => [
        code,
        sample?.productName ?? '',
        sample?.location ?? '',
        RESULTS[kind] ?? kind,
      ]),
    ...view.settled.map(({ as, by, code, note }) => [
      code,
      '',
      stocktake.location,
      [RESULTS[as] ?? as, by, note].filter((part) => part !== '').join(' · '),
    ]),
  ];
  const day = centreDay(new Date(view.startedAt));
  return render(room, `stocktake-${stocktake.location}-${day}.pdf`, (info) => ({
    kind: 'list',
    info,
    list: {
      title: `盘点 Stocktake ${stocktake.location}`,
      detail: `${day} · ${view.startedBy} · ${view.scanned.length} / ${view.expected}`,
      columns: COLUMNS,
      rows,
    },
  }));
};

async function render(room: Room, fileName: string, job: (info: PaperInfo) => DocumentJob): Promise<Answer<FileReply>> {
  const createdAt = `${room.now().toISOString().slice(0, 19)}Z`;
  const rendered = await room.documents.render(job({ title: fileName, author: AUTHOR, createdAt }));
  return rendered.ok ? ok(pdfReply(fileName, rendered.value.bytes)) : fail(paperRefusal(rendered.failure));
}
