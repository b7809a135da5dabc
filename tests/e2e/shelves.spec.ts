import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Language } from '#renderer/ui/language.tsx';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { startLocalhost, type Localhost } from '#tests/support/localhost.ts';
import { watchPointer, Keyboard } from '#tests/support/pages/keyboard.ts';
import { look } from '#tests/support/pages/look.ts';
import { askDoor } from '#tests/support/pages/page-door.ts';
import { readPaper } from '#tests/support/pages/papers.ts';
import { downloadedBy, WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { freshFolder } from '#tests/support/shell.ts';

const folder = freshFolder('shelves');
let localhost: Localhost;
test.afterAll(async () => {
  await localhost.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Receives announced parcels of the demo; answers the barcodes. */
async function receive(page: Page, count: number): Promise<readonly string[]> {
  const { rows } = await askDoor(page, 'parcel.list', { state: 'announced', limit: 20 });
  const barcodes: string[] = [];
  for (const { id } of rows.slice(0, count)) {
    const { barcode } = await askDoor(page, 'sample.receive', {
      parcelId: id,
      batch: 'B-1',
      quantity: '2',
      unit: '盒',
      storage: 'ambient',
      condition: 'intact',
      location: 'A-01-1',
    });
    barcodes.push(barcode);
  }
  return barcodes;
}

test('samples are shelved, lent, counted, retained and disposed of by keyboard and scanner alone', async ({ page }) => {
  localhost = await startLocalhost(join(folder, 'workspace'));
  const pointed = await watchPointer(page);
  const window = new WorkstationWindow(page);
  const keys = new Keyboard(page);
  await page.goto(localhost.link.href);
  await askDoor(page, 'demo.start', {});
  await page.reload();
  await keys.signIn('peng', DEMO_PASSWORD);
  const [one = '', other = '', third = ''] = await receive(page, 3);
  const table = (name: string) => page.getByRole('table', { name });
  const speak = async (language: Language): Promise<void> => {
    await page.evaluate((wish) => localStorage.setItem('workstation.language', wish), language);
    await page.reload();
  };

  await test.step('many samples, then the shelf', async () => {
    await expect(window.queue()).toBeVisible();
    await keys.press('g');
    await expect(page.getByLabel('样品编号或货架码')).toBeFocused();
    await keys.press('End');
    await keys.scan(one);
    await expect(table('已扫样品')).toContainText(one);
    await keys.scan(other);
    await expect(table('已扫样品')).toContainText(other);
    await keys.scan(other);
    await expect(window.saved(`${other} 已在列表里`)).toBeVisible();
    await keys.scan('L:A-03-9');
    await expect(page.getByText(/没有货位 A-03-9。最接近的：A-03-1/)).toBeVisible();
    await look(page, 'shelf-bench', 'zh');
    await keys.scan('L:A-03-2');
    await expect(window.saved('已移 2 份到 A-03-2')).toBeVisible();
  });

  await test.step('a cold place warns', async () => {
    await keys.scan(third);
    await expect(table('已扫样品')).toContainText(third);
    await keys.scan('L:F-01-1');
    await expect(window.saved(`储存条件不符：${third}`)).toBeVisible();
  });

  await test.step('a sample is taken out, stands in the list of who has what, and comes back by a scan', async () => {
    await keys.scan(one);
    await expect(table('已扫样品')).toContainText(one);
    await keys.press('t');
    await expect(window.dialog().getByLabel('用途')).toBeFocused();
    await keys.type('拍照宣传');
    await keys.press('Control+Enter');
    await expect(window.saved(`取出 1 份：${one}`)).toBeVisible();
    await keys.tabTo('到期');
    await keys.press('ArrowRight');
    await expect(window.queue()).toContainText('彭收样（样例） · 拍照宣传');
    await look(page, 'shelf-held', 'zh');
    await keys.scan(one);
    await expect(table('已扫样品')).toContainText('在彭收样（样例）手里');
    await keys.scan('L:A-03-2');
    await expect(window.saved('已移 1 份到 A-03-2')).toBeVisible();
  });

  await test.step('a shelf is counted: one lies wrong, one is not there', async () => {
    await keys.scan('L:A-03-2');
    await expect(page.getByRole('heading', { level: 1, name: /A-03-2/ })).toBeVisible();
    await expect(table('架上样品')).toContainText(other);
    await look(page, 'shelf-place', 'zh');
    await keys.press('k');
    await expect(page.getByRole('heading', { level: 1, name: /盘点 A-03-2/ })).toBeVisible();
    await keys.press('End');
    await keys.scan(one);
    await expect(table('差异')).not.toContainText(one);
    await keys.scan(third);
    await expect(table('差异')).toContainText('应在别处');
    await look(page, 'stocktake', 'zh');
    await keys.tabTo(`记为缺失 ${other}`);
    await keys.press('Enter');
    await expect(table('已处理')).toContainText(other);
    await keys.tabTo(`改记在此 ${third}`);
    await keys.press('Enter');
    await expect(page.getByText('目前没有差异。')).toBeVisible();
    await keys.press('Control+Enter');
    await expect(page.getByText('盘点已结束')).toBeVisible();
    await keys.tabTo('打印清单');
    await keys.press('Enter');
    await expect(window.dialog('盘点清单 A-03-2')).toBeVisible();
    await readPaper(await downloadedBy(page, () => keys.press('Control+Enter')), [third]);
    await keys.press('Escape');
  });

  await test.step('a part is retained until today, is due, and two people dispose of it', async () => {
    await keys.press('g');
    await expect(page.getByLabel('样品编号或货架码')).toBeFocused();
    await keys.press('End');
    await keys.scan(one);
    await expect(table('已扫样品')).toContainText(one);
    await keys.press('r');
    await expect(window.dialog().getByLabel('留样至')).toBeFocused();
    await keys.type('20261121');
    await keys.press('Control+Enter');
    await expect(window.saved(`留样 1 份：${one}`)).toBeVisible();
    await keys.tabTo('在外');
    await keys.press('ArrowLeft');
    await expect(window.queue()).toContainText('留样到期');
    await look(page, 'shelf-due', 'zh');
    await keys.scan(one);
    await expect(table('已扫样品')).toContainText(one);
    await keys.press('x');
    await expect(window.dialog()).toContainText(one);
    await keys.tabTo('原因');
    await keys.type('留样到期');
    await keys.press('Tab');
    await keys.type(DEMO_PASSWORD);
    await keys.press('Tab');
    await keys.type('peng');
    await keys.press('Tab');
    await keys.type(DEMO_PASSWORD);
    await keys.press('Control+Enter');
    await expect(window.dialog()).toContainText('处置须由第二个人确认');
    await look(page, 'dispose', 'zh');
    await keys.press('Shift+Tab', 'Control+a');
    await keys.type('tang');
    await keys.press('Control+Enter');
    await expect(window.saved(`处置 1 份：${one}`)).toBeVisible();
    await keys.press('End');
    await keys.scan(one);
    await expect(page.getByText(`${one} 已处置，不再移动。`)).toBeVisible();
  });

  await test.step('the whole story of a sample reads in both languages', async () => {
    const sample = await askDoor(page, 'sample.find', { code: one });
    for (const language of ['zh', 'en'] as const) {
      await speak(language);
      await page.evaluate((hash) => location.assign(hash), `#/receiving/kept:${sample?.id ?? ''}`);
      const story = table(language === 'zh' ? '保管记录' : 'Custody book');
      await expect(story.getByRole('row')).toHaveCount(7);
      await look(page, 'custody', language);
      await page.evaluate((hash) => location.assign(hash), '#/receiving/shelf');
      const title = language === 'zh' ? '扫样品，再扫货架' : 'Scan samples, then the shelf';
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
      await look(page, 'shelf-home', language);
    }
  });

  expect(pointed).toEqual([]);
  expect(window.problems).toEqual([]);
});
