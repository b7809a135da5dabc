import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import type { Application } from '#shared/platform/application.ts';
import { RESOURCES } from '#tests/support/desk.ts';
import { startLocalhost, startPlatform, type Running } from '#tests/support/localhost.ts';
import { watchPointer, Keyboard } from '#tests/support/pages/keyboard.ts';
import { readPaper } from '#tests/support/pages/papers.ts';
import { downloadedBy, WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { temporaryFolder } from '#tests/support/postgres.ts';

/** A sample case of three stars on which every criterion is met. */
const CASE = 'A-2026-00001';
const samples = JSON.parse(
  readFileSync(join(RESOURCES, 'templates', 'sample-applications.json'), 'utf8'),
) as readonly Application[];

const folder = temporaryFolder();
const running: Running[] = [];
test.afterAll(async () => {
  for (const program of running) await program.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a 3★ case goes from the demo to a valid public page by keyboard and scanner alone', async ({ page }) => {
  const application = samples.find(({ applicationNo }) => applicationNo === CASE);
  const waybill = application?.parcels[0]?.waybill ?? 'no waybill';
  const product = application?.product.name ?? 'no product';
  const [localhost, platform] = await Promise.all([
    startLocalhost(join(folder, 'workspace')),
    startPlatform(join(folder, 'platform')),
  ]);
  running.push(localhost, platform);
  const pointed = await watchPointer(page);
  const window = new WorkstationWindow(page);
  const keys = new Keyboard(page);
  await page.goto(localhost.link.href);
  const head = page.getByRole('heading', { level: 1, name: product });

  /** Finds the case by its number and opens it with Enter. */
  const find = async (): Promise<void> => {
    await keys.press('Control+k');
    await keys.type(CASE);
    const hits = page.getByRole('listbox', { name: '查找结果' }).getByRole('option');
    const wanted = hits.filter({ hasText: '案卷' }).filter({ hasText: product });
    await expect(wanted.first()).toBeVisible();
    for (let step = 0; (await wanted.first().getAttribute('aria-selected')) !== 'true'; step += 1) {
      expect(step, 'the arrow does not reach the case').toBeLessThan(await hits.count());
      await keys.press('ArrowDown');
    }
    await keys.press('Enter');
    await expect(head).toBeVisible();
  };

  await test.step('first start takes the demo', async () => {
    await expect(page.getByRole('heading', { name: '演示工作区' })).toBeVisible();
    await keys.tabTo('装入演示数据');
    await keys.press('Enter');
    await expect(page.getByLabel('登录名')).toBeFocused();
  });

  await test.step('the clerk scans waybill and shelf', async () => {
    await keys.signIn('peng', DEMO_PASSWORD);
    await expect(window.queue().getByRole('option').first()).toBeVisible();
    await keys.scan(waybill);
    await expect(head).toBeVisible();
    await expect(page.getByLabel('存放位置')).toBeFocused();
    await keys.scan('A-03-2');
    await expect(window.dialog(/^样品标签/)).toBeVisible();
    await readPaper(await downloadedBy(page, () => keys.press('Control+Enter')), [product]);
    await keys.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('table', { name: '本包裹的样品' })).toContainText('A-03-2');
  });

  await test.step('the clerk checks the documents with A', async () => {
    await keys.press('Control+2');
    await expect(page.getByRole('main', { name: '检验' })).toBeVisible();
    await find();
    const waiting = page.getByText(/^还有 \d+ 份待审核$/);
    for (let left = application?.documents.length ?? 0; left > 0; left -= 1) {
      await expect(waiting).toHaveText(`还有 ${left} 份待审核`);
      await keys.press('a');
    }
    await expect(page.getByText('全部审核完毕')).toBeVisible();
  });

  await test.step('the inspector confirms with Ctrl Enter', async () => {
    await keys.leave();
    await keys.signIn('shen', DEMO_PASSWORD);
    await find();
    await keys.press('Control+Enter');
    await expect(window.saved(/已确认 \d+ 项报送结果/)).toBeVisible();
  });

  await test.step('two experts give opinions', async () => {
    for (const [login, words] of [
      ['lu', '资料齐全，同意三星。'],
      ['qin', '工艺稳定，同意三星。'],
    ] as const) {
      await keys.leave();
      await keys.signIn(login, DEMO_PASSWORD);
      await keys.press('Control+2');
      await expect(page.getByRole('main', { name: '评审' })).toBeVisible();
      await find();
      await expect(page.getByRole('region', { name: '专家意见' })).not.toContainText('资料齐全');
      await keys.press('Control+Enter');
      await expect(window.dialog().getByLabel('意见与理由')).toBeFocused();
      await keys.type(words);
      await keys.press('Shift+Tab');
      await keys.choose('3');
      await keys.press('Control+Enter');
      await expect(window.saved('意见已提交')).toBeVisible();
    }
    await expect(page.getByRole('region', { name: '专家意见' })).toContainText('资料齐全，同意三星。');
  });

  await test.step('the decider walks the ladder and decides with the password', async () => {
    await keys.leave();
    await keys.signIn('tang', DEMO_PASSWORD);
    await expect(window.queue().getByRole('option').filter({ hasText: product })).toBeVisible();
    await keys.press('ArrowUp', 'Enter');
    await expect(head).toBeVisible();
    await keys.tabTo('三星');
    await keys.press('ArrowDown', 'ArrowRight', 'Enter');
    await expect(page.getByRole('gridcell', { selected: true })).toBeFocused();
    await keys.press('Control+Enter');
    await expect(window.dialog().getByLabel('请输入您的密码确认')).toBeFocused();
    await keys.type(DEMO_PASSWORD);
    await keys.press('Control+Enter');
    await expect(window.saved('已授予三星')).toBeVisible();
  });

  let number = '';
  let code = '';
  await test.step('the printer issues and prints', async () => {
    await keys.leave();
    await keys.signIn('he', DEMO_PASSWORD);
    await expect(page.getByRole('checkbox', { name: `选择 ${product}` })).toBeVisible();
    await keys.press('ArrowDown', 'Space', 'Control+Enter');
    await expect(window.dialog().getByLabel('请输入您的密码确认')).toBeFocused();
    await keys.type(DEMO_PASSWORD);
    await keys.press('Enter');
    const said = window.saved('已发号 1 个');
    await expect(said).toBeVisible();
    number = /OTOP-[\w-]+/.exec(await said.innerText())?.[0] ?? 'no number';
    await expect(window.primary('打印证书（1）')).toBeEnabled();
    await keys.press('Control+Enter');
    await expect(window.dialog('证书 1 张')).toBeVisible();
    const certificate = await downloadedBy(page, () => keys.press('Control+Enter'));
    [code = ''] = await readPaper(certificate, [number, product, application?.enterprise.name ?? 'no enterprise']);
    await keys.press('Escape');
    await expect(window.primary('打印标识')).toBeVisible();
    await keys.press('Control+Enter');
    await expect(window.dialog('打印标识')).toBeVisible();
    await keys.press('Control+Enter');
    await expect(window.dialog('标识 1 枚，1 张纸')).toBeVisible();
    expect(await readPaper(await downloadedBy(page, () => keys.press('Control+Enter')), [number])).toEqual([code]);
    await keys.press('Escape');
  });

  await test.step('the administrator enrols and syncs; the public page says valid', async () => {
    await keys.leave();
    await keys.signIn('admin', DEMO_PASSWORD);
    await keys.press('Control+4');
    await expect(page.getByRole('main', { name: '平台' })).toBeVisible();
    await expect(page.getByLabel('平台地址')).toBeVisible();
    await keys.tabTo('平台地址');
    await keys.type(platform.origin);
    await keys.tabTo('接入码');
    await keys.type(platform.code);
    await keys.press('Enter');
    await expect(window.saved('已接入')).toBeVisible();
    await expect(window.primary('立即同步')).toBeEnabled();
    await keys.press('Control+Enter');
    await expect(window.saved('同步完成')).toBeVisible();
    const answer = await fetch(new URL(new URL(code).pathname, platform.origin), {
      headers: { accept: 'application/json' },
    });
    expect(await answer.json()).toMatchObject({ state: 'valid' });
  });

  expect(pointed).toEqual([]);
  expect(window.problems).toEqual([]);
});
