import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { EVIDENCE_CASE, makeEvidenceWorkspace, SOUGHT } from '#tests/support/evidence-workspace.ts';
import { startLocalhost, type Localhost } from '#tests/support/localhost.ts';
import { lockedPdf } from '#tests/support/locked-pdf.ts';
import { madePdf } from '#tests/support/made-files.ts';
import { Keyboard, watchPointer } from '#tests/support/pages/keyboard.ts';
import { look } from '#tests/support/pages/look.ts';
import { WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { freshFolder } from '#tests/support/shell.ts';

const folder = freshFolder('evidence');
let localhost: Localhost;
test.beforeAll(() => makeEvidenceWorkspace(join(folder, 'workspace')));
test.beforeEach(async () => {
  localhost = await startLocalhost(join(folder, 'workspace'));
});
test.afterEach(() => localhost.stop());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs in the page: notes the longest time the window's thread was held from now on. */
function watchStalls(): void {
  Reflect.set(window, 'longestStall', 0);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      Reflect.set(window, 'longestStall', Math.max(Number(Reflect.get(window, 'longestStall')), Math.round(duration)));
    }
  }).observe({ type: 'longtask' });
}

const longestStall = (): number => Number(Reflect.get(window, 'longestStall'));

/** Signs in as an expert and opens the case. */
async function openCase(page: Page, keys: Keyboard): Promise<void> {
  await page.goto(localhost.link.href);
  await keys.signIn('lu', DEMO_PASSWORD);
  await page.evaluate((id) => location.assign(`#/review/${id}`), EVIDENCE_CASE);
  await expect(page.getByRole('heading', { level: 1, name: '安化千两茶' })).toBeVisible();
}

test('evidence opens from the ladder beside it, by keyboard alone', async ({ page }) => {
  const pointed = await watchPointer(page);
  const window = new WorkstationWindow(page);
  const keys = new Keyboard(page);
  const ladder = page.getByRole('grid', { name: '星级阶梯' });
  const cell = (name: string) => ladder.getByRole('gridcell', { name });
  const evidence = page.getByRole('region', { name: '依据', exact: true });
  const pane = page.getByRole('region', { name: '依据查看', exact: true });
  const contents = (words: RegExp) => page.getByRole('region', { name: words });
  const drawn = (number: number) => page.locator(`.viewer-page[data-page="${number}"] canvas`);
  await openCase(page, keys);

  await test.step('the clean period stands on a time line, in words too', async () => {
    await keys.tabTo('产品溯源，四星');
    await keys.press('ArrowUp', 'Enter');
    await expect(cell('无重要投诉与事故，四星：尚不知')).toHaveAttribute('aria-selected', 'true');
    const line = evidence.getByRole('figure', { name: '清白期时间线' });
    await expect(line.getByRole('img')).toHaveAccessibleName(/评审日 2026-05-10；1★：6 个月，自 2025-11-10 起，尚不知/);
    await expect(line.getByRole('listitem')).toHaveText([
      /2023-08-15 投诉 成立·重要 在 5★ 的期内/,
      /2025-02-11 投诉 不计 在 3–5★ 的期内/,
      /2025-12-03 投诉 未结 在 1–5★ 的期内/,
    ]);
    await expect(line).toContainText('企业成立于 2023-09-01，晚于 5★ 连续期的起点。');
    await look(page, 'evidence-clean-line', 'zh');
  });

  await test.step('what it would take is said exactly, and a line opens its cell', async () => {
    const needs = page.getByRole('region', { name: '离更高星级还差什么' });
    await expect(needs).toContainText('产品溯源：需可追溯至生产环境，现为可追溯至产品');
    await expect(needs).toContainText('产品溯源：需可追溯至生产与流通，现为可追溯至产品');
    await keys.tabTo('产品溯源：需可追溯至生产与流通');
    await keys.press('Enter');
    await expect(cell('产品溯源，五星：不符合')).toHaveAttribute('aria-selected', 'true');
    await expect(evidence).toContainText('来源');
  });

  await test.step('Enter on the opened cell opens the scan, page by page', async () => {
    await cell('证照，四星：符合').focus();
    await keys.press('Enter');
    await expect(evidence).toContainText('1 份 · 200 页');
    await page.evaluate(watchStalls);
    await keys.press('Enter');
    await expect(contents(/^营业执照（样例）\.pdf，第 1 页，共 200 页$/)).toBeFocused();
    await expect(drawn(1)).toBeVisible();
    await keys.press('PageDown', 'PageDown');
    await expect(contents(/第 3 页，共 200 页/)).toBeVisible();
    await expect(drawn(3)).toBeVisible();
    await keys.press('End');
    await expect(contents(/第 200 页/)).toBeVisible();
    await expect(drawn(200)).toBeVisible();
    expect(await page.locator('.viewer-page').count()).toBe(200);
    expect(await page.locator('.viewer-page canvas').count(), 'only pages in view are drawn').toBeLessThanOrEqual(4);
    process.stdout.write(`a paper of 200 pages: longest stall of the window ${await page.evaluate(longestStall)} ms\n`);
    await keys.press('Home');
    await expect(drawn(1)).toBeVisible();
    await look(page, 'evidence-viewer', 'zh');
    await keys.press('z');
    await expect(pane.getByRole('button', { name: '缩放：整页' })).toBeVisible();
    await keys.press('+', 'r');
    await expect(pane.getByRole('button', { name: /^缩放：\d+%$/ })).toBeVisible();
    await keys.press('r', 'r', 'r', 'z');
  });

  await test.step('its text is searched', async () => {
    await keys.press('Control+f');
    await keys.type(SOUGHT);
    await expect(pane.getByRole('status')).toHaveText('共 1 处');
    await keys.press('Enter');
    await expect(contents(/第 7 页/)).toBeVisible();
    await expect(pane.getByRole('status')).toHaveText('第 1 处，共 1 处');
    await expect(drawn(7)).toBeVisible();
    await look(page, 'evidence-find', 'zh');
    await keys.press('Escape');
  });

  await test.step('a note is pinned where the crosshair stands, and is the expert’s own for now', async () => {
    await keys.press('n');
    await expect(pane.getByText('点击页面，或用方向键移动准星后按回车')).toBeVisible();
    await keys.press('ArrowDown', 'ArrowDown', 'ArrowLeft', 'Enter');
    await expect(page.getByLabel('第 7 页的批注')).toBeFocused();
    await keys.type('证书编号与申报表不一致');
    await keys.press('Control+Enter');
    const notes = page.getByRole('list', { name: '批注' }).getByRole('listitem');
    await expect(notes).toHaveText([/证书编号与申报表不一致.*第 7 页.*评审意见收齐前只有您看得到/]);
    await expect(page.getByRole('button', { name: '批注 1：证书编号与申报表不一致' })).toBeVisible();
    await look(page, 'evidence-note', 'zh');
  });

  await test.step('two are read side by side, each with pages of its own', async () => {
    await keys.press('2');
    const [left, right] = ['左', '右'].map((side) => page.getByRole('region', { name: `依据查看（${side}）` }));
    await expect(right?.getByRole('region', { name: /第 7 页/ }) ?? page.locator('nothing')).toBeFocused();
    await keys.press('Home', 'PageDown');
    await expect(right?.getByRole('region', { name: /第 2 页/ }) ?? page.locator('nothing')).toBeVisible();
    await expect(left?.getByRole('region', { name: /第 7 页/ }) ?? page.locator('nothing')).toBeVisible();
    await look(page, 'evidence-side-by-side', 'zh');
    await keys.press('Escape');
    await expect(pane).toBeVisible();
    await pane.getByRole('region', { name: /第 7 页/ }).focus();
    await keys.press('Escape');
    await expect(pane).toHaveCount(0);
    await expect(cell('证照，四星：符合')).toBeFocused();
  });

  expect(pointed).toEqual([]);
  expect(window.problems).toEqual([]);
});

test('photos are leafed through; English and lamplight', async ({ page }) => {
  const window = new WorkstationWindow(page);
  const keys = new Keyboard(page);
  const cell = (name: string) => page.getByRole('grid', { name: '星级阶梯' }).getByRole('gridcell', { name });
  const pane = page.getByRole('region', { name: '依据查看', exact: true });
  await openCase(page, keys);

  await test.step('photos are leafed through with their time and keeper', async () => {
    await cell('安全环境照片，四星：符合').focus();
    await keys.press('Enter', 'Enter');
    await expect(page.getByRole('region', { name: /^车间一\.jpg/ })).toBeFocused();
    await expect(page.getByRole('img', { name: '车间一.jpg' })).toBeVisible();
    await keys.press('PageDown');
    await expect(page.getByRole('img', { name: '车间二.jpg' })).toBeVisible();
    await expect(pane).toContainText('照片没有拍摄时间');
    await look(page, 'evidence-photo', 'zh');
    await keys.press('?');
    await expect(window.dialog()).toContainText('钉批注');
    await keys.press('Escape');
  });

  await test.step('in English and by lamplight', async () => {
    await page.evaluate(() => {
      localStorage.setItem('workstation.language', 'en');
      localStorage.setItem('workstation.theme', 'dark');
    });
    await page.reload();
    const grid = page.getByRole('grid', { name: 'Star ladder' });
    const clean = grid.getByRole('gridcell', { name: /^Clean record, 4★/ });
    await clean.focus();
    await keys.press('Enter');
    await expect(page.getByRole('figure', { name: 'Time line of the clean period' })).toBeVisible();
    await look(page, 'evidence-clean-line-dark', 'en');
    await grid.getByRole('gridcell', { name: /^Licence, 4★/ }).focus();
    await keys.press('Enter', 'Enter');
    await expect(page.locator('.viewer-page[data-page="1"] canvas')).toBeVisible();
    await look(page, 'evidence-viewer-dark', 'en');
  });

  expect(window.problems).toEqual([]);
});

/** The case at the inspection desk, before its documents. */
async function openInspection(page: Page) {
  const window = new WorkstationWindow(page);
  await page.goto(localhost.link.href);
  await window.signIn('shen', DEMO_PASSWORD);
  await page.evaluate((id) => location.assign(`#/inspection/${id}`), EVIDENCE_CASE);
  const documents = page.getByRole('listbox', { name: '资料审核', exact: true });
  return { documents, keys: new Keyboard(page), window };
}

test('an inspector attaches scans; what is no scan is named and the others are kept', async ({ page }) => {
  const { documents, keys, window } = await openInspection(page);
  await documents.getByRole('option').nth(1).click();
  await expect(documents.getByRole('option').nth(1)).toContainText('无扫描');
  const file = (name: string, content: string) => ({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(content, 'base64'),
  });
  await page
    .getByLabel(/^附扫描件：production 合规证书$/)
    .last()
    .setInputFiles([
      file('生产合规证书.pdf', await madePdf('Compliance certificate (sample)', 3)),
      file('不是.pdf', Buffer.from('你好').toString('base64')),
    ]);
  const told = window.saved('1 个文件已附到 production 合规证书：“生产合规证书.pdf”');
  await expect(told.getByRole('listitem')).toHaveText([/不是\.pdf/]);
  await told.getByRole('button', { name: '关闭', exact: true }).click();
  await expect(told).toHaveCount(0);
  await expect(documents.getByRole('option').nth(1)).toContainText('扫描 1');
  await keys.press('o');
  await expect(page.getByRole('region', { name: /^生产合规证书\.pdf，第 1 页，共 3 页$/ })).toBeFocused();
  await expect(page.locator('.viewer-page[data-page="1"] canvas')).toBeVisible();
  await look(page, 'evidence-inspection', 'zh');
  await keys.press('Escape');
  await expect(page.getByRole('region', { name: '依据查看', exact: true })).toHaveCount(0);
  expect(window.problems).toEqual([]);
});

test('a scan that asks for a password is named; one locked against changes is kept and opens', async ({ page }) => {
  const { documents, keys, window } = await openInspection(page);
  await documents.getByRole('option').nth(2).click();
  const scan = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });
  await page
    .getByLabel(/^附扫描件：/)
    .last()
    .setInputFiles([scan('要密码.pdf', lockedPdf('secret')), scan('防改动.pdf', lockedPdf(''))]);
  await expect(window.saved('“防改动.pdf”').getByRole('listitem')).toHaveText([/“要密码\.pdf”设有打开密码/]);
  await expect(documents.getByRole('option').nth(2)).toContainText('扫描 1');
  await keys.press('o');
  await expect(page.getByRole('region', { name: /^防改动\.pdf，第 1 页，共 2 页$/ })).toBeFocused();
  await expect(page.locator('.viewer-page[data-page="1"] canvas')).toBeVisible();
  await look(page, 'evidence-locked', 'zh');
  expect(window.problems).toEqual([]);
});
