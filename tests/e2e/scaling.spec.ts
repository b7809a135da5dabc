import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { EVIDENCE_CASE, makeEvidenceWorkspace } from '#tests/support/evidence-workspace.ts';
import { startLocalhost, type Localhost } from '#tests/support/localhost.ts';
import { Keyboard } from '#tests/support/pages/keyboard.ts';
import { look, SCALED_SIZES } from '#tests/support/pages/look.ts';
import { askDoor } from '#tests/support/pages/page-door.ts';
import { WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { freshFolder } from '#tests/support/shell.ts';

const folder = freshFolder('scaling');
let localhost: Localhost;
test.beforeAll(async () => {
  await makeEvidenceWorkspace(join(folder, 'workspace'));
  localhost = await startLocalhost(join(folder, 'workspace'));
});
test.afterAll(async () => {
  await localhost.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('on an office screen at 125 and 150 % a case fits, and the queue folds away beside it', async ({ page }) => {
  const window = new WorkstationWindow(page);
  const keys = new Keyboard(page);
  await page.goto(localhost.link.href);
  await askDoor(page, 'session.sign-in', { login: 'lu', password: DEMO_PASSWORD });
  for (const language of ['zh', 'en'] as const) {
    await page.evaluate((chosen) => localStorage.setItem('workstation.language', chosen), language);
    for (const desk of ['review', 'inspection']) {
      await page.goto(`${localhost.link.origin}/#/${desk}/${EVIDENCE_CASE}`);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1, name: '安化千两茶' })).toBeVisible();
      await look(page, `scaled-${desk}`, language, SCALED_SIZES);
    }
  }

  await page.evaluate(() => localStorage.setItem('workstation.language', 'zh'));
  await page.goto(`${localhost.link.origin}/#/review`);
  await page.reload();
  const width = async (): Promise<number> => Math.round((await window.queue().boundingBox())?.width ?? 0);
  for (const size of SCALED_SIZES) {
    await page.setViewportSize(size);
    const bar = page.getByRole('group', { name: '操作', exact: true });
    await expect(window.queue().getByRole('option')).toHaveCount(1);
    expect(await width(), 'nothing is open').toBeGreaterThan(200);
    await keys.press('ArrowDown', 'Enter');
    await expect(page.getByRole('grid', { name: '星级阶梯' })).toBeVisible();
    await expect.poll(width).toBe(44);
    expect((await bar.boundingBox())?.height).toBeLessThan(size.height / 4);
    await keys.press('ArrowDown');
    await expect.poll(width).toBe(301);
    await look(page, 'scaled-unfolded', 'zh', [size]);
    await page.setViewportSize(size);
    await page.goto(`${localhost.link.origin}/#/review`);
    await expect(page.getByText('请从左侧打开一个案卷')).toBeVisible();
  }
  expect(window.problems).toEqual([]);
});
