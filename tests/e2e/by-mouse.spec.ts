import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { writeApplicationsWorkbook } from '#electron/backend/services/intake/write-applications.ts';
import type { Role } from '#shared/domain/roles.ts';
import { wholeApplication } from '#tests/support/applications.ts';
import { startLocalhost, startPlatform, type Running } from '#tests/support/localhost.ts';
import { readPaper } from '#tests/support/pages/papers.ts';
import { downloadedBy, WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { temporaryFolder } from '#tests/support/postgres.ts';

const APPLICATION = wholeApplication({
  applicationNo: 'A-2026-90003',
  enterprise: { ...wholeApplication().enterprise, name: '安化𠮷祥茶业合作社（样例）' },
});
const PRODUCT = APPLICATION.product.name;
const PASSWORD = 'changsha-2026';
const PEOPLE: readonly (readonly [login: string, name: string, role: Role, word: string])[] = [
  ['zhou', '周收样（样例）', 'clerk', '收样员'],
  ['shen', '沈检验（样例）', 'inspector', '检验员'],
  ['lu', '鲁评审（样例）', 'expert', '评审专家'],
  ['qin', '覃评审（样例）', 'expert', '评审专家'],
  ['tang', '唐评定（样例）', 'decider', '评定负责人'],
  ['he', '何制证（样例）', 'printer', '制证员'],
];

const folder = temporaryFolder();
const running: Running[] = [];
test.afterAll(async () => {
  for (const program of running) await program.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a 3★ case goes from the first administrator to a valid public page by mouse', async ({ context }) => {
  const [localhost, platform] = await Promise.all([
    startLocalhost(join(folder, 'workspace')),
    startPlatform(join(folder, 'platform')),
  ]);
  running.push(localhost, platform);
  const window = await WorkstationWindow.open(context, localhost.link);
  const { page } = window;
  const asked = (label: string | RegExp) => window.dialog().getByLabel(label);

  await test.step('the first administrator makes the workspace and adds the people', async () => {
    await page.getByLabel('姓名').fill('林管理（样例）');
    await page.getByLabel('登录名').fill('lin');
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByLabel('再次输入密码').fill(PASSWORD);
    await window.button('建立管理员并登录').click();
    await window.openDesk('settings');
    for (const [login, name, , role] of PEOPLE) {
      await window.button('添加人员').click();
      await asked('姓名').fill(name);
      await asked('登录名').fill(login);
      await asked('初始密码').fill(PASSWORD);
      await asked(role).check();
      await window.dialog().getByRole('button', { name: '添加人员' }).click();
      await expect(window.saved(`已添加 ${name}`)).toBeVisible();
      await expect(page.getByRole('row', { name })).toContainText(role);
    }
  });

  await test.step('the administrator enrols with the platform', async () => {
    await window.openDesk('platform');
    await page.getByLabel('平台地址').fill(platform.origin);
    await page.getByLabel('接入码').fill(platform.code);
    await window.button('接入平台').click();
    await expect(window.saved(`已接入 ${platform.origin}`)).toBeVisible();
  });

  await test.step('the clerk imports a workbook', async () => {
    await window.becomes('zhou', PASSWORD);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), window.button('导入申报').click()]);
    const buffer = Buffer.from(await writeApplicationsWorkbook([APPLICATION]));
    await chooser.setFiles({ name: '申报.xlsx', mimeType: 'application/octet-stream', buffer });
    await expect(window.saved('申报.xlsx 已导入：新增 1，未变 0')).toBeVisible();
  });

  await test.step('the clerk receives the announced sample and gets its label', async () => {
    await window.openRow(PRODUCT);
    await page.getByLabel('存放位置').fill('A-03-2');
    await page.getByText('完好').click();
    await window.primary('收样并打标签').click();
    await expect(window.dialog().getByRole('status').filter({ hasText: '周收样（样例） 已收' })).toBeVisible();
    const label = await downloadedBy(page, () => window.dialog().getByRole('button', { name: '保存为文件' }).click());
    await readPaper(label, [PRODUCT]);
    await window.dialog().getByRole('button', { name: '关闭' }).last().click();
    await expect(page.getByRole('table', { name: '本包裹的样品' })).toContainText('A-03-2');
  });

  await test.step('the clerk checks the documents', async () => {
    await window.openDesk('inspection');
    await window.openRow(PRODUCT);
    const documents = page.getByRole('listbox', { name: '资料审核' }).getByRole('option');
    await expect(documents).toHaveCount(APPLICATION.documents.length);
    for (let index = 0; index < APPLICATION.documents.length; index += 1) {
      await documents.nth(index).click();
      await window.button(/^通过/).first().click();
      await expect(documents.nth(index)).toContainText('已通过');
    }
    await expect(page.getByText('全部审核完毕')).toBeVisible();
  });

  await test.step('the inspector confirms what was reported and records a finding', async () => {
    await window.becomes('shen', PASSWORD);
    await window.openDesk('inspection');
    await page.getByRole('tab', { name: '检验' }).click();
    await window.openRow(PRODUCT);
    await window.primary(/^确认报送结果/).click();
    await expect(window.saved(/已确认 \d+ 项报送结果 · 沈检验/)).toBeVisible();
    await window.button('重新记录：产品溯源').click();
    await window.dialog().getByText('可追溯至产品').click();
    await window.dialog().getByRole('button', { name: '记录' }).click();
    await expect(window.finding('产品溯源')).toContainText('可追溯至产品');
  });

  await test.step('two experts give opinions; the second does not see the first’s before', async () => {
    await window.becomes('lu', PASSWORD);
    await window.openDesk('review');
    await window.openRow(PRODUCT);
    await window.primary('我的意见').click();
    await window.dialog().getByText('三星', { exact: true }).click();
    await asked('意见与理由').fill('现场与资料一致，同意三星。');
    await window.dialog().getByRole('button', { name: '提交意见' }).click();
    await expect(window.saved('意见已提交 · 鲁评审')).toBeVisible();

    await window.becomes('qin', PASSWORD);
    await window.openDesk('review');
    await window.openRow(PRODUCT);
    const opinions = page.getByRole('region', { name: '专家意见' });
    await expect(opinions).toContainText('意见已给出，专家意见到齐后公开');
    await expect(opinions).not.toContainText('同意三星');
    await window.primary('我的意见').click();
    await window.dialog().getByText('三星', { exact: true }).click();
    await asked('意见与理由').fill('工艺与检测记录完整。');
    await window.dialog().getByRole('button', { name: '提交意见' }).click();
    await expect(opinions).toContainText('现场与资料一致，同意三星。');
    await expect(opinions).toContainText('2 位已齐');
  });

  await test.step('the decider reads the ladder and decides', async () => {
    await window.becomes('tang', PASSWORD);
    await window.openRow(PRODUCT);
    const ladder = page.getByRole('grid', { name: '星级阶梯' });
    await expect(ladder.getByRole('columnheader', { name: /^三星（申报）：符合/ })).toBeVisible();
    await ladder.getByRole('gridcell', { name: '风控制度，三星：符合' }).click();
    await expect(page.getByRole('region', { name: '依据' })).toContainText('风控');
    await expect(page.getByText('三星各项均符合。')).toBeVisible();
    await window.primary('授予三星').click();
    await expect(window.dialog()).toContainText('此操作不可撤回。');
    await asked('请输入您的密码确认').fill(PASSWORD);
    await window.dialog().getByRole('button', { name: '授予三星' }).click();
    await expect(window.saved('已授予三星 · 唐评定')).toBeVisible();
  });

  await test.step('the printer syncs, since the platform confirms a decision before anything is issued', async () => {
    await window.becomes('he', PASSWORD);
    await window.openDesk('platform');
    await window.primary('立即同步').click();
    await expect(window.saved('同步完成')).toBeVisible();
  });

  let code = '';
  await test.step('the printer issues, prints the certificate and the badge sheet', async () => {
    await window.openDesk('printing');
    await page.getByRole('checkbox', { name: `选择 ${PRODUCT}` }).check();
    await window.primary('发号（1）').click();
    await asked('请输入您的密码确认').fill(PASSWORD);
    await window.dialog().getByRole('button', { name: '发号（1）' }).click();
    const said = window.saved('已发号 1 个');
    await expect(said).toBeVisible();
    const number = /OTOP-[\w-]+/.exec(await said.innerText())?.[0] ?? 'no number';
    await window.primary('打印证书（1）').click();
    const save = () => window.dialog().getByRole('button', { name: '保存为文件' }).click();
    await expect(window.dialog('证书 1 张')).toBeVisible();
    const certificate = await downloadedBy(page, save);
    [code = ''] = await readPaper(certificate, [number, PRODUCT, APPLICATION.enterprise.name]);
    expect(code.startsWith(`${platform.origin}/v/`), code).toBe(true);
    await window.dialog().getByRole('button', { name: '关闭' }).last().click();

    await window.button('打印标识').click();
    await asked('每个编号枚数').fill('3');
    await window.dialog().getByRole('radio', { name: '第 1 行第 2 列' }).click();
    await window.dialog().getByRole('button', { name: '打印标识（3）' }).click();
    await expect(window.dialog('标识 3 枚，1 张纸')).toBeVisible();
    const codes = await readPaper(await downloadedBy(page, save), [number, PRODUCT]);
    expect(codes).toEqual([code, code, code]);
    await window.dialog().getByRole('button', { name: '关闭' }).last().click();
    await page.getByRole('tab', { name: '打印台账' }).click();
    await expect(page.getByRole('row').filter({ hasText: number })).toHaveCount(2);
  });

  await test.step('after a sync the page behind the code says valid', async () => {
    await window.becomes('lin', PASSWORD);
    await window.openDesk('platform');
    await window.primary('立即同步').click();
    await expect(window.saved('同步完成')).toBeVisible();
    await expect(window.button('平台状态')).toContainText('已连接 · 全部已传');
    const answer = await fetch(code, { headers: { accept: 'application/json' } });
    expect(await answer.json()).toMatchObject({ state: 'valid' });
    await window.button('核验账本').click();
    await expect(window.saved('账本完整')).toBeVisible();
  });

  expect(window.problems).toEqual([]);
});
