import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { startLocalhost, type Localhost } from '#tests/support/localhost.ts';
import { look } from '#tests/support/pages/look.ts';
import { askDoor } from '#tests/support/pages/page-door.ts';
import { WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { makeReviewWorkspace, REVIEWED } from '#tests/support/review-workspace.ts';
import { freshFolder } from '#tests/support/shell.ts';

const folder = freshFolder('meanwhile');
let localhost: Localhost;
test.beforeAll(async () => {
  await makeReviewWorkspace(join(folder, 'workspace'));
  localhost = await startLocalhost(join(folder, 'workspace'));
});
test.afterAll(async () => {
  await localhost.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('of two who decide one case the slower is told who decided what, and writes nothing', async ({ page }) => {
  const window = new WorkstationWindow(page);
  await page.goto(localhost.link.href);
  for (const login of ['lu', 'qin', 'tan']) {
    await askDoor(page, 'session.sign-in', { login, password: DEMO_PASSWORD });
    await askDoor(page, 'opinion.give', { caseId: REVIEWED, star: 3, text: '同意三星', noConflict: true });
  }
  await page.reload();
  await window.becomes('tang', DEMO_PASSWORD);
  await page.evaluate((id) => location.assign(`#/review/${id}`), REVIEWED);
  await expect(page.getByRole('grid', { name: '星级阶梯' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await window.dialog().getByLabel('请输入您的密码确认').fill(DEMO_PASSWORD);

  const { version } = await askDoor(page, 'case.get', { caseId: REVIEWED });
  await askDoor(page, 'case.decide', { caseId: REVIEWED, baseVersion: version, password: DEMO_PASSWORD });
  await expect(window.dialog()).toContainText(/案卷已由他人评定：已提议.*唐评定（样例）.*您的评定没有写入/);
  await expect(window.dialog().getByLabel('请输入您的密码确认')).toHaveCount(0);
  await look(page, 'review-meanwhile', 'zh');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect((await askDoor(page, 'case.get', { caseId: REVIEWED })).rounds).toHaveLength(1);
  expect(window.problems).toEqual([]);
});
