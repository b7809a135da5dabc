import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { startLocalhost, type Localhost } from '#tests/support/localhost.ts';
import { Keyboard } from '#tests/support/pages/keyboard.ts';
import { look } from '#tests/support/pages/look.ts';
import { askDoor } from '#tests/support/pages/page-door.ts';
import { announced, caseOf, makeReceptionWorkspace, waybillOf } from '#tests/support/pages/reception-workspace.ts';
import { WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { freshFolder } from '#tests/support/shell.ts';

const folder = freshFolder('pictures');
let localhost: Localhost;

test.beforeAll(async () => {
  const workspace = join(folder, 'workspace');
  mkdirSync(workspace);
  await makeReceptionWorkspace(workspace, 3);
  localhost = await startLocalhost(workspace);
});
test.afterAll(async () => {
  await localhost.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a parcel of two cases, a lapsed sample, photos, and the devices in the settings', async ({ page }) => {
  const window = new WorkstationWindow(page);
  const keys = new Keyboard(page);
  await page.goto(localhost.link.href);
  await window.signIn('peng', DEMO_PASSWORD);
  const [parcel] = announced(1).parcels;
  const joined = announced(30, { parcels: parcel === undefined ? [] : [{ ...parcel, batch: 'B-30' }] });
  const content = Buffer.from(JSON.stringify([joined])).toString('base64');
  await askDoor(page, 'application.import', { fileName: 'one.json', content });

  await test.step('the case of a sample is chosen; dates and photos are asked for', async () => {
    await keys.scan(waybillOf(1));
    await expect(window.primary('收样并打标签')).toBeDisabled();
    await page.getByRole('radio', { name: /A-2026-90130/ }).check();
    await expect(page.getByLabel('批号')).toHaveValue('B-30');
    await page.getByLabel('保质期（天）').fill('30');
    await expect(page.getByText('已于 2026-03-31 过保质期')).toBeVisible();
    await keys.press('Control+Enter');
    await expect(page.getByLabel('存放位置')).toHaveAccessibleDescription(/.+/);
    const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#c8962d' } })
      .jpeg()
      .toBuffer();
    const input = page.getByLabel('选择照片…', { exact: true }).and(page.locator('input'));
    await input.setInputFiles({ name: '破损.jpg', mimeType: 'image/jpeg', buffer: photo });
    await expect(page.getByRole('img', { name: /照片 破损\.jpg/ })).toBeVisible();
    await page.evaluate(() => {
      const getUserMedia = (): Promise<MediaStream> => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
        const pen = canvas.getContext('2d');
        setInterval(() => pen?.fillRect(0, 0, 640, 360), 50);
        return Promise.resolve(canvas.captureStream(20));
      };
      Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia } });
    });
    await window.button('拍照').click();
    await expect(window.dialog('拍照').getByRole('button', { name: '拍下' })).toBeEnabled();
    await keys.press('Control+Enter');
    await expect(page.getByRole('img', { name: /照片 camera\.jpg/ })).toBeVisible();
    await look(page, 'receiving-two-cases', 'zh');
    await page.getByLabel('过期仍收的原因').fill('企业要求对照');
    await keys.scan('L:A-01-3');
    await expect(window.saved(/已收 S\d+，A-01-3/)).toBeVisible();
    const photos = await askDoor(page, 'photo.list', { caseId: caseOf(30) });
    expect(photos).toMatchObject([
      { name: '破损.jpg', sampleId: expect.any(String) },
      { name: 'camera.jpg', width: 640, height: 360, sampleId: expect.any(String) },
    ]);
  });

  await test.step('what is left of the parcel is of the other case', async () => {
    await keys.press('n');
    await expect(page.getByRole('radio', { name: /A-2026-90101/ })).toBeChecked();
    await expect(page.getByLabel('批号')).toHaveValue('B-1');
  });

  await test.step('the inspector sees the photo', async () => {
    await window.becomes('shen', DEMO_PASSWORD);
    await keys.scan(caseOf(30));
    await expect(page.getByRole('img', { name: /照片 破损\.jpg/ })).toBeVisible();
  });

  await test.step('devices', async () => {
    await window.becomes('admin', DEMO_PASSWORD);
    await window.openDesk('settings');
    await expect(window.button('保存设备设置')).toBeVisible();
    await page.getByLabel('扫码枪加在前面的字符').fill(']C1');
    await window.button('保存设备设置').click();
    await expect(window.saved('已保存设备设置')).toBeVisible();
    await look(page, 'settings-devices', 'zh');
    await window.button('English').click();
    await look(page, 'settings-devices', 'en');
    await keys.scan(waybillOf(2));
    await expect(page.getByRole('heading', { name: 'Sample 1' })).toBeVisible();
    await look(page, 'receiving-parcel', 'en');
  });
  expect(window.problems).toEqual([]);
});
