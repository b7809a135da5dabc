import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import type { CaseId, PersonId } from '#shared/base/ids.ts';
import type { VisitView } from '#shared/contract/visits.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { startLocalhost, startPlatform, type Localhost } from '#tests/support/localhost.ts';
import { look } from '#tests/support/pages/look.ts';
import { askDoor } from '#tests/support/pages/page-door.ts';
import { dropFiles, mostMemoryMb, watchLoad } from '#tests/support/pages/stalls.ts';
import { downloadedBy, WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { holdsText, readPlainText, renderPages } from '#tests/support/pdf-reading.ts';
import { temporaryFolder } from '#tests/support/postgres.ts';
import { keepPhotos, VILLAGE, villagePhotos } from '#tests/support/village-photos.ts';
import { makeVisitWorkspace } from '#tests/support/visit-workspace.ts';
import { drawn } from '#tests/support/visits.ts';

const DAY = '2026-11-21';
const PHOTOS = 60;
const folder = temporaryFolder();
const workspace = join(folder, 'workspace');
let localhost: Localhost;
let caseId: CaseId;

/** No trace: its pictures of the page would count as stalls of the window. */
test.use({ trace: 'off' });
test.beforeAll(async () => {
  caseId = await makeVisitWorkspace(workspace);
  localhost = await startLocalhost(workspace);
});
test.afterAll(async () => {
  await localhost.stop();
  rmSync(folder, { recursive: true, force: true });
});

const handedOver = async (page: Page): Promise<readonly [records: number, files: number]> => {
  const { files, waiting } = await askDoor(page, 'sync.status', {});
  return [waiting, files.waiting];
};

/** Everything of the visit but the photos, as the team records it. */
async function fillIn(page: Page, visit: VisitView): Promise<void> {
  const visitId = visit.id;
  for (const { id: line } of visit.groups.flatMap(({ lines }) => lines)) {
    await askDoor(page, 'visit.answer', { visitId, line, answer: 'yes' });
  }
  const seen = '查了批次 20260301-A 的台账与溯源码，与入库单一致';
  await askDoor(page, 'visit.level', {
    visitId,
    record: { kind: 'traceability', level: 'production-environment', seen },
  });
  const crossCheck = '与培训记录、领料单比对，一致';
  const verified = { kind: 'risk-control', level: 'verified-on-site', seen, crossCheck } as const;
  await askDoor(page, 'visit.level', { visitId, record: verified });
  await askDoor(page, 'visit.site-test', { visitId, outcome: 'passed' });
  await askDoor(page, 'visit.lines', { visitId, inspected: true, recordsViewed: true, outcome: 'passed' });
}

test('a visit is made without network, with sixty photos dropped at once, and arrives later', async ({ page }) => {
  const window = new WorkstationWindow(page);
  const board = page.getByRole('list', { name: /^照片 \d+ 张$/ });
  const platformFolder = join(folder, 'platform');
  const shots = Array.from({ length: PHOTOS }, (_, index) => ({
    takenAt: `${DAY}T10:${String(index).padStart(2, '0')}:00`,
    position: VILLAGE,
  }));
  const paths = await keepPhotos(join(folder, 'camera'), await villagePhotos(shots));
  await page.goto(localhost.link.href);

  const platform = await startPlatform(platformFolder);
  await test.step('the desk is enrolled, and the platform goes away', async () => {
    await window.signIn('admin', DEMO_PASSWORD);
    await askDoor(page, 'sync.enrol', { origin: platform.origin, code: platform.code });
    await askDoor(page, 'sync.run', {});
    expect(await handedOver(page)).toEqual([0, 0]);
    await platform.stop();
    await window.becomes('shen', DEMO_PASSWORD);
  });

  const planned = await askDoor(page, 'visit.plan', {
    caseId,
    on: DAY,
    team: ['U-shen', 'U-lu'] as PersonId[],
    lead: 'U-shen' as PersonId,
    purpose: '按申报 4 星的标准现场核验',
  });
  const visitId = planned.id;
  const begun = await askDoor(page, 'visit.start', { visitId });
  await page.evaluate((id) => location.assign(`#/inspection/visit%3A${id}`), visitId);
  await expect(page.getByRole('listbox', { name: '核验步骤' })).toBeVisible();

  await test.step('sixty photos are dropped in one go, and work goes on meanwhile', async () => {
    const loadSeen = await watchLoad(page);
    const startedMs = Date.now();
    await dropFiles(page, paths);
    await expect(page.getByText(/^已处理 \d+\/60 张/)).toBeVisible();
    await page.keyboard.press('j');
    await page.keyboard.press('y');
    await expect(window.saved(/：是 ·/)).toBeVisible();
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await window.staysWhenClosed();
    await expect(board.getByRole('button').first()).toBeVisible();
    await expect(board.getByRole('button')).toHaveCount(PHOTOS, { timeout: 300_000 });
    await expect(board.locator('img')).toHaveCount(PHOTOS);
    const seconds = Math.round((Date.now() - startedMs) / 1000);
    const load = await loadSeen();
    const bytes = (await askDoor(page, 'sync.status', {})).files.waitingBytes;
    process.stdout.write(
      `60 photos, ${Math.round(bytes / 1e6)} MB, in ${seconds} s: longest frame gap ` +
        `${load.longestGapMs} ms, longest task ${load.longestTaskMs} ms, ${load.tasksOver100Ms} over 100 ms; ` +
        `window's heap at most ${load.mostHeapMb} MB, backend at most ${mostMemoryMb(workspace) ?? '?'} MB\n`,
    );
    const kept = await askDoor(page, 'visit.get', { visitId });
    const names = kept.groups.flatMap(({ lines }) => lines).flatMap(({ photos }) => photos.map(({ name }) => name));
    expect(names).toEqual(paths.map((path) => path.split('/').at(-1)));
    await askDoor(page, 'sync.run', {});
    await expect(page.getByRole('region', { name: '交平台' })).toContainText('现在离线');
    await look(page, 'visit-offline', 'zh');
  });

  await test.step('it is filled in, signed and closed, and printed', async () => {
    await fillIn(page, begun);
    await askDoor(page, 'visit.sign', { visitId, password: DEMO_PASSWORD, strokes: drawn() });
    await askDoor(page, 'visit.sign', { visitId, login: 'lu', password: DEMO_PASSWORD, strokes: drawn() });
    await askDoor(page, 'visit.sign-enterprise', {
      visitId,
      name: '刘厂长（样例）',
      position: '厂长',
      strokes: drawn(),
    });
    await askDoor(page, 'visit.close', { visitId, password: DEMO_PASSWORD });
    await expect(page.getByText('已办结').first()).toBeVisible();
    await page.keyboard.press('r');
    await expect(window.dialog('现场核验报告')).toBeVisible({ timeout: 120_000 });
    const report = await downloadedBy(page, () => page.keyboard.press('Control+Enter'));
    const text = (await readPlainText(report)).join('\n');
    for (const words of ['安化千两茶', '沈检验（样例）', '刘厂长（样例）', 'IMG_1.jpg', 'IMG_60.jpg']) {
      expect(holdsText(text, words), words).toBe(true);
    }
    const screens = join(import.meta.dirname, '..', '..', 'test-results', 'screens');
    mkdirSync(screens, { recursive: true });
    const pages = await renderPages(report, 60);
    for (const [index, { height, rgba, width }] of pages.entries()) {
      const raw = { width, height, channels: 4 } as const;
      await sharp(rgba, { raw })
        .png()
        .toFile(join(screens, `visit-report-${index + 1}.png`));
    }
    process.stdout.write(`report: ${pages.length} pages, ${(report.length / 1e6).toFixed(1)} MB\n`);
    await page.keyboard.press('Escape');
  });

  await test.step('the platform is back: records first, photos after', async () => {
    const again = await startPlatform(platformFolder, new URL(platform.origin).port);
    try {
      const [records, files] = await handedOver(page);
      expect(records).toBeGreaterThan(0);
      expect(files).toBe(PHOTOS);
      const seen: (readonly [number, number])[] = [];
      for (let run = 0; run < 40 && (seen.at(-1)?.[1] ?? 1) > 0; run += 1) {
        const done = new AbortController();
        const watched = (async () => {
          while (!done.signal.aborted) seen.push(await handedOver(page));
        })();
        expect((await askDoor(page, 'sync.run', {})).offline).toBeNull();
        done.abort();
        await watched;
        seen.push(await handedOver(page));
      }
      expect(seen.at(-1)).toEqual([0, 0]);
      expect(seen.filter(([left, photos]) => photos < PHOTOS && left > 0)).toEqual([]);
      const arrived = await askDoor(page, 'visit.get', { visitId });
      const photos = arrived.groups.flatMap(({ lines }) => lines).flatMap((line) => line.photos);
      expect(photos.map(({ upload }) => upload)).toEqual(Array.from({ length: PHOTOS }, () => 'sent'));
      await expect(page.getByRole('region', { name: '交平台' })).toContainText('全部已交');
      await look(page, 'visit-arrived', 'zh');
      await page.evaluate(() => localStorage.setItem('workstation.language', 'en'));
      await page.reload();
      await expect(page.getByRole('listbox', { name: 'Steps of the visit' })).toBeVisible();
      await look(page, 'visit-arrived', 'en');
    } finally {
      await again.stop();
    }
  });
  expect(window.problems).toEqual([]);
});
