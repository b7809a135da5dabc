import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok } from '#shared/base/result.ts';
import type { SettingsView } from '#shared/contract/settings.ts';
import type { LabelStock } from '#electron/backend/documents/label-stock.ts';
import {
  keepLabelSettings,
  keepReviewSettings,
  keepScannerSettings,
  labelSettings,
  reviewSettings,
  scannerSettings,
} from '#electron/backend/store/settings-repository.ts';
import { atomically } from './atomically.ts';
import { recordDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, Service } from './room.ts';

/** The label rolls that samples can be labelled with. */
export async function sampleStocks(room: Room): Promise<readonly LabelStock[]> {
  const file = join(room.folders.resources, 'templates', 'label-stocks.json');
  const { stocks } = JSON.parse(await readFile(file, 'utf8')) as { readonly stocks: readonly LabelStock[] };
  return stocks.filter(({ use }) => use === 'sample');
}

/** What an administrator set up for this desk. */
export const getSettings: Service<'settings.get'> = async (room) => ok(view(room, await sampleStocks(room)));

/** Sets what is given, as one deed, and leaves the rest as it was. */
export const setSettings: Service<'settings.set'> = async (room, { labels, review, scanner }, caller) => {
  const stocks = await sampleStocks(room);
  return atomically(room, (): Answer<SettingsView> => {
    if (labels !== null && !stocks.some(({ id }) => id === labels.stock))
      return refuse('paper.stock', {}, 'labels.stock');
    if (labels !== null) keepLabelSettings(room.store, labels);
    if (review !== null) keepReviewSettings(room.store, review);
    if (scanner !== null) keepScannerSettings(room.store, scanner);
    recordDeed(room, caller, {
      type: 'settings.set',
      entity: 'desk',
      entityId: 'settings',
      payload: {
        ...(labels === null ? {} : { labels: { stock: labels.stock, printer: labels.printer } }),
        ...(review === null ? {} : { review: { ...review, panel: { ...review.panel } } }),
        ...(scanner === null ? {} : { scanner: { ...scanner } }),
      },
    });
    room.announce('settings.changed', {});
    return ok(view(room, stocks));
  });
};

const view = (room: Room, stocks: readonly LabelStock[]): SettingsView => ({
  scanner: scannerSettings(room.store),
  labels: labelSettings(room.store),
  review: reviewSettings(room.store),
  stocks: stocks.map(({ id, labelHeightMm, labelWidthMm, name }) => ({
    id,
    name,
    widthMm: labelWidthMm,
    heightMm: labelHeightMm,
  })),
});
