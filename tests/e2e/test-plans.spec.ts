import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { openPeopledDesk } from '#tests/support/desk.ts';
import { startLocalhost, type Localhost } from '#tests/support/localhost.ts';
import { look } from '#tests/support/pages/look.ts';
import { downloadedBy, WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { freshFolder } from '#tests/support/shell.ts';

const folder = freshFolder('test-plans');
let localhost: Localhost;
test.beforeAll(async () => {
  const desk = await openPeopledDesk({ workspace: join(folder, 'workspace') });
  await desk.close();
  localhost = await startLocalhost(join(folder, 'workspace'));
});
test.afterAll(async () => {
  await localhost.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('an administrator opens a test plan, changes it and saves the next version', async ({ page }) => {
  const window = new WorkstationWindow(page);
  const plans = page.getByRole('table', { name: '检测方案' });
  const items = page.getByRole('table', { name: /^检测项目/ });
  await page.goto(localhost.link.href);
  await window.signIn('admin', DEMO_PASSWORD);
  await window.openDesk('settings');

  await test.step('every version is listed with what it is', async () => {
    await expect(plans.getByRole('row').filter({ hasText: '茶叶' })).toContainText('现行');
    await plans.scrollIntoViewIfNeeded();
    await look(page, 'plans-list', 'zh');
    await plans.getByRole('button', { name: '打开 茶叶 2026-1' }).click();
    await expect(page.getByRole('heading', { name: /茶叶/ })).toBeVisible();
    await expect(window.primary('保存为 2026-2')).toHaveAccessibleDescription('还没有改动');
    await look(page, 'plan-open', 'zh');
  });

  await test.step('the product categories it is for are chosen', async () => {
    await page.getByLabel('适用的产品类别').click();
    await page.keyboard.type('茶叶');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.locator('.ant-select-selection-item').filter({ hasText: '茶叶' })).toBeVisible();
    await expect(window.primary('保存为 2026-2')).toBeEnabled();
  });

  await test.step('an item is added; what is wrong is named at its field', async () => {
    await window.button('新增项目').first().click();
    const dialog = window.dialog('新增项目');
    await dialog.getByLabel('项目名称（中文）').fill('水分');
    await dialog.getByLabel('项目名称（英文）').fill('Moisture');
    await dialog.getByLabel('代号').fill('moisture');
    await dialog.getByLabel('依据标准').fill('GB/T 9833.1—2013');
    await dialog.getByLabel('条款').fill('5.2');
    await dialog.getByLabel('限量').fill('14,0');
    await dialog.getByLabel('单位').fill('%');
    await page.keyboard.press('Control+Enter');
    await expect(dialog.getByRole('alert')).toContainText('请改正“限量”');
    await look(page, 'plan-item', 'zh');
    await dialog.getByLabel('限量').fill('14.0');
    await page.keyboard.press('Control+Enter');
    await expect(items.getByRole('row').filter({ hasText: '水分' })).toContainText('新增');
  });

  await test.step('what changed is shown before the new version is saved; the old one stays', async () => {
    await items.getByRole('button', { name: '删去 草甘膦' }).click();
    await page.keyboard.press('Control+Enter');
    const dialog = window.dialog(/保存版本 2026-2/);
    await expect(dialog).toContainText('水分');
    await expect(dialog).toContainText('草甘膦');
    await look(page, 'plan-save', 'zh');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: /2026-2/ })).toBeVisible();
    await window.button('返回设置').click();
    await expect(plans.getByRole('row').filter({ hasText: /茶叶2026-2/ })).toContainText('现行');
    await expect(plans.getByRole('row').filter({ hasText: /茶叶2026-1/ })).toContainText('已被取代');
  });

  await test.step('a plan goes to a file and comes back; a wrong file is refused at its place', async () => {
    await plans.getByRole('button', { name: '打开 茶叶 2026-2' }).click();
    const file = await downloadedBy(page, () => window.button('导出文件').click());
    await window.button('返回设置').click();
    const text = new TextDecoder().decode(file);
    const choose = page.getByLabel('选择方案文件（JSON）');
    const give = (name: string, content: string) =>
      choose.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
    await give('wrong.json', text.replace('"14.0"', '14.0'));
    await expect(page.getByRole('alert')).toContainText(/wrong\.json 没有导入。“items\[\d+\]\.limit/);
    await give('tea.json', text.replace('Moisture', 'Water').replace('2026-3', '2026-4'));
    await expect(page.getByText('来自文件，未保存')).toBeVisible();
    await page.evaluate(() => localStorage.setItem('workstation.language', 'en'));
    await page.reload();
    await expect(page.getByRole('table', { name: 'Test plans' })).toBeVisible();
    await page.getByRole('button', { name: 'Open Tea 2026-2' }).click();
    await look(page, 'plan-open', 'en');
  });
  expect(window.problems).toEqual([]);
});
