import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { putPrinter } from '#tests/support/fake-printer.ts';
import { startLocalhost, type Localhost } from '#tests/support/localhost.ts';
import { Keyboard } from '#tests/support/pages/keyboard.ts';
import { look } from '#tests/support/pages/look.ts';
import { caseOf, dumpWorkspace, makeReceptionWorkspace, waybillOf } from '#tests/support/pages/reception-workspace.ts';
import { WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { freshFolder } from '#tests/support/shell.ts';

const DECIDED = 1;
const PARCELS = 8;

const folder = freshFolder('errors');
const workspace = join(folder, 'workspace');
const printers = join(folder, 'printers');
const path = process.env['PATH'];
let localhost: Localhost;

test.beforeAll(async () => {
  mkdirSync(printers);
  mkdirSync(workspace);
  putPrinter(printers, { names: ['ZD421'] });
  process.env['PATH'] = `${printers}${delimiter}${path ?? ''}`;
  await makeReceptionWorkspace(workspace, PARCELS, DECIDED);
  localhost = await startLocalhost(workspace);
});
test.afterAll(async () => {
  process.env['PATH'] = path;
  await localhost.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Does something that is refused: its words show, and every table is as it was. */
async function refused(page: Page, deed: () => Promise<void>, words: string | RegExp): Promise<void> {
  const before = dumpWorkspace(workspace);
  await deed();
  await expect(page.getByText(words).first()).toBeVisible();
  expect(dumpWorkspace(workspace)).toEqual(before);
}

test('every mistake of a morning has its message, and nothing is half saved', async ({ page }) => {
  const window = new WorkstationWindow(page);
  const keys = new Keyboard(page);
  await page.goto(localhost.link.href);
  await keys.signIn('peng', DEMO_PASSWORD);
  await expect(window.queue().getByRole('option').first()).toBeVisible();
  const shelf = page.getByLabel('存放位置');
  const open = async (serial: number): Promise<void> => {
    await keys.scan(waybillOf(serial));
    await expect(page.locator(`input[value="B-${serial}"]`)).toBeVisible();
    await expect(shelf).toBeFocused();
  };

  await test.step('a wrong code', async () => {
    await refused(page, () => keys.scan('ZZ99999999'), '没有包裹使用运单');
    await expect(window.primary('留作待认领')).toBeEnabled();
    await refused(page, () => keys.scan('S2699999999'), /没有找到|没有“S2699999999”|S2699999999/);
    await keys.press('Escape');
  });

  await test.step('a shelf that does not exist', async () => {
    await open(2);
    await refused(page, () => keys.scan('L:Z-99-9'), /Z-99-9/);
    await expect(page.getByLabel('存放位置')).toHaveAccessibleDescription(/Z-99-9/);
  });

  await test.step('a double scan', async () => {
    await shelf.fill('');
    await keys.scan('L:A-01-1');
    await expect(window.saved(/已收 S\d+，A-01-1/)).toBeVisible();
    await expect(window.saved('标签已送到打印机')).toBeVisible();
    await keys.scan(waybillOf(3));
    await expect(page.locator('input[value="B-3"]')).toBeVisible();
    await refused(page, () => keys.scan(waybillOf(2)), /此运单已于 .* 由 彭收样（样例） 收下/);
  });

  await test.step('a scan during a dialog', async () => {
    await open(3);
    await keys.press('Control+j');
    const reason = window.dialog('拒收样品').getByLabel(/拒收原因/);
    await expect(reason).toBeFocused();
    await refused(page, () => keys.scan(waybillOf(4)), `扫到 ${waybillOf(4)}，已留着`);
    await expect(reason).toHaveValue('');
    await look(page, 'receiving-kept-scan', 'zh');
    await keys.press('Escape');
    await expect(page.locator('input[value="B-4"]')).toBeVisible();
  });

  await test.step('a parcel for a decided case', async () => {
    await refused(page, () => keys.scan(waybillOf(DECIDED + 50)), `案卷 ${caseOf(DECIDED)} 已评定，不再收样`);
    await look(page, 'receiving-decided', 'zh');
    await keys.press('Control+Enter');
    await expect(page.getByRole('heading', { name: /认领包裹/ })).toBeVisible();
  });

  await test.step('photos that are none', async () => {
    await open(5);
    const input = page.getByLabel('选择照片…', { exact: true }).and(page.locator('input'));
    const choose = (name: string, buffer: Buffer) => (): Promise<void> =>
      input.setInputFiles({ name, mimeType: 'image/jpeg', buffer });
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(500, 7)]);
    await refused(page, choose('大.jpg', Buffer.alloc(30_000_000, 0xff)), '照片“大.jpg”有 30 MB，超过 25 MB');
    await refused(page, choose('a.heic', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0', 'latin1')), '是 HEIC 格式');
    await refused(page, choose('坏.jpg', jpeg), '照片“坏.jpg”已损坏');
    await refused(page, choose('空.jpg', Buffer.alloc(0)), '是空文件（0 字节）');
  });

  await test.step('a camera that may not be used', async () => {
    await page.evaluate(() => {
      const deny = (): Promise<never> => Promise.reject(new DOMException('denied', 'NotAllowedError'));
      Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: deny } });
    });
    await refused(page, () => window.button('拍照').click(), '没有获准使用摄像头，未拍照');
    await keys.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('a label printer that is off', async () => {
    putPrinter(printers, { names: ['ZD421'], disabled: true });
    await shelf.focus();
    await keys.scan('L:A-01-2');
    await expect(window.saved(/已收 S\d+，A-01-2/)).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('打印机“ZD421”已停用或关机，标签未打印');
    const labels = dumpWorkspace(workspace)['print_line'];
    expect(labels).toHaveLength(1);
    await look(page, 'receiving-printer-off', 'zh');
    const { printed } = putPrinter(printers, { names: ['ZD421'] });
    await window.button('重试打印').click();
    await expect(window.saved('标签已送到打印机')).toBeVisible();
    expect(printed()).toHaveLength(1);
    expect(dumpWorkspace(workspace)['print_line']).toHaveLength(2);
  });
  expect(window.problems).toEqual([]);
});
