import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { startLocalhost, type Localhost } from '#tests/support/localhost.ts';
import { Keyboard, watchPointer } from '#tests/support/pages/keyboard.ts';
import { look } from '#tests/support/pages/look.ts';
import { VisitPage } from '#tests/support/pages/visit-page.ts';
import { WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { freshFolder } from '#tests/support/shell.ts';
import { keepPhotos, oddFiles, VILLAGE, villagePhotos } from '#tests/support/village-photos.ts';
import { BARRED_REASON, makeVisitWorkspace } from '#tests/support/visit-workspace.ts';

const DAY = '2026-11-21';
const folder = freshFolder('visit');
let localhost: Localhost;
test.beforeAll(async () => {
  await makeVisitWorkspace(join(folder, 'workspace'));
  localhost = await startLocalhost(join(folder, 'workspace'));
});
test.afterAll(async () => {
  await localhost.stop();
  rmSync(folder, { recursive: true, force: true });
});

const speak = async (page: Page, language: 'zh' | 'en'): Promise<void> => {
  await page.evaluate((chosen) => localStorage.setItem('workstation.language', chosen), language);
  await page.reload();
};

test('a visit is planned, made, signed and closed by keyboard alone', async ({ page }) => {
  const pointed = await watchPointer(page);
  const window = new WorkstationWindow(page);
  const keys = new Keyboard(page);
  const visit = new VisitPage(page, keys);
  const queue = window.queue();
  await page.goto(localhost.link.href);
  await keys.signIn('shen', DEMO_PASSWORD);

  await test.step('the case waits to be planned; who may not go is shown with the reason', async () => {
    await keys.tabTo('资料 0');
    await keys.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    await expect(queue.getByRole('tab', { name: '现场' })).toHaveAttribute('aria-selected', 'true');
    await expect(queue.getByRole('option')).toHaveText([/安化千两茶/]);
    await look(page, 'visits-queue', 'zh');
    await keys.press('Tab', 'Tab', 'Enter');
    await expect(page.getByRole('heading', { level: 1, name: '安化千两茶' })).toBeVisible();
    await keys.press('Control+Enter');
    await expect(window.dialog().getByText(BARRED_REASON)).toBeVisible();
    await expect(window.dialog().getByRole('checkbox', { name: /^谭.*参加$/ })).toBeDisabled();
    await keys.type(DAY);
    await keys.tabTo('沈检验（样例）参加');
    await keys.press(' ');
    await look(page, 'visits-plan', 'zh');
    await expect(window.dialog().getByRole('button', { name: '安排现场核验' })).toHaveAccessibleDescription(
      '核验组至少两人',
    );
    await keys.tabTo('鲁评审（样例）参加');
    await keys.press(' ');
    const day = window.dialog().getByLabel('日期', { exact: true });
    await day.fill('2036-11-21');
    await keys.press('Control+Enter');
    await expect(window.dialog().getByText('2036-11-21 在一年以后')).toHaveCount(1);
    await look(page, 'visits-too-far', 'zh');
    await day.fill('2026-13-01');
    await expect(window.dialog().getByText('2036-11-21')).toHaveCount(0);
    await expect(window.dialog().getByText('应为存在的日期')).toBeVisible();
    await day.fill(DAY);
    await keys.press('Control+Enter');
    await expect(window.saved(`已安排 ${DAY} 现场核验`)).toBeVisible();
    await look(page, 'visits-planned', 'zh');
    await speak(page, 'en');
    await expect(page.getByRole('button', { name: /^Begin the visit/ })).toBeVisible();
    await look(page, 'visits-planned', 'en');
    await keys.tabTo('Change day or team');
    await keys.press('Enter');
    await look(page, 'visits-plan', 'en');
    await keys.press('Escape');
    await speak(page, 'zh');
    await expect(page.getByRole('button', { name: /^开始核验/ })).toBeVisible();
  });

  await test.step('a half-typed note survives the window', async () => {
    await keys.press('Control+Enter');
    await expect(visit.steps()).toBeFocused();
    await expect(visit.step()).toContainText('实际生产地址');
    await look(page, 'visit-line', 'zh');
    await keys.press('p');
    await expect(page.getByLabel('备注')).toBeFocused();
    await keys.type('门牌与执照差一');
    await page.reload();
    await expect(page.getByLabel('备注')).toHaveValue('门牌与执照差一');
    await expect(page.getByRole('button', { name: '部分' })).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('a finding takes its weight and words, then a corrective action', async () => {
    await expect(window.primary('保存，下一项')).toHaveAccessibleDescription('请选严重程度（S）');
    await keys.press('s', 's', 'b');
    await keys.type('号，已提醒更新');
    await look(page, 'visit-finding', 'zh');
    await keys.press('Control+Enter');
    await expect(window.saved('实际生产地址与营业执照、申报地址一致：部分')).toBeVisible();
    await keys.press('k', 'c');
    await expect(window.dialog(/整改项/)).toBeVisible();
    await keys.type('更新营业执照住所');
    await keys.press('Tab');
    await keys.type('20261221');
    await look(page, 'visit-corrective', 'zh');
    await keys.press('Control+Enter');
    await expect(window.saved('整改项已保存，期限 2026-12-21')).toBeVisible();
  });

  await test.step('photos come with their time and place; what does not fit is said', async () => {
    const shots = [
      { takenAt: `${DAY}T10:05:00`, position: VILLAGE },
      { takenAt: `${DAY}T10:06:00`, position: VILLAGE },
      { takenAt: `${DAY}T10:07:00`, position: { latitude: 28.2, longitude: 112.9 } },
      { takenAt: `${DAY}T10:08:00`, position: VILLAGE },
    ];
    const paths = await keepPhotos(join(folder, 'camera'), await villagePhotos(shots));
    await visit.choosePhotos([...paths, ...(await oddFiles(join(folder, 'odd')))]);
    await expect(page.getByRole('alert')).toHaveText(/^2 个文件未保存：.*空.jpg.*0 字节.*说明.txt.*不是/);
    await expect(visit.board().getByRole('button')).toHaveCount(4);
    await expect(visit.board().getByRole('img')).toHaveCount(0);
    await expect(visit.board().getByRole('button', { name: /IMG_3.*公里/ })).toBeVisible();
    await expect(visit.board().getByRole('button', { name: /IMG_[124].*公里/ })).toHaveCount(0);
    await look(page, 'visit-photos', 'zh');
    await visit.choosePhotos(paths);
    await expect(page.getByRole('alert')).toHaveText(/^4 个文件未保存：/);
    await look(page, 'visit-photos-again', 'zh');
    await keys.tabTo('关闭');
    await keys.press('Enter');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await visit.board().getByRole('button').first().focus();
    await keys.press('Control+ArrowRight');
    await expect(visit.board().getByRole('button').nth(1)).toHaveAccessibleName(/IMG_1/);
    await expect(visit.board().getByRole('button').nth(1)).toBeFocused();
    await keys.press('Enter');
    await expect(window.dialog('IMG_1.jpg')).toContainText('28.38');
    await expect(window.dialog('IMG_1.jpg').locator('img')).toBeVisible();
    await look(page, 'visit-photo', 'zh');
    await keys.press('Control+Enter');
    await visit.board().getByRole('button', { name: /IMG_3/ }).focus();
    await keys.press('Delete');
    await keys.type('不是这家');
    await keys.press('Control+Enter');
    await expect(visit.board().getByRole('button', { name: /IMG_3.*已划掉：不是这家/ })).toBeVisible();
  });

  await test.step('the rest of the checklist takes a letter a line', async () => {
    await keys.press('j');
    const left = page.getByRole('complementary').getByRole('button');
    for (;;) {
      const line = (await visit.step().textContent()) ?? '';
      if (!(await page.getByRole('button', { name: /^是/ }).isVisible())) break;
      await keys.press('y');
      await expect(visit.step()).not.toHaveText(line);
    }
    await expect(left.filter({ hasText: '未记录' })).toHaveCount(2);
  });

  await test.step('levels, lines and the test on site', async () => {
    await visit.walkTo('产品溯源');
    await keys.tabTo('可追溯至企业');
    await keys.choose('production-environment');
    await keys.press('Tab');
    await keys.type('查了批次 20260301-A 的台账与溯源码，与入库单一致');
    await look(page, 'visit-level', 'zh');
    await keys.press('Control+Enter');
    await expect(window.saved('产品溯源 已保存：可追溯至生产环境')).toBeVisible();
    await expect(visit.step()).toContainText('风控制度');
    await keys.tabTo('资料备案');
    await keys.choose('verified-on-site');
    await keys.press('Tab');
    await keys.type('制度上墙，责任人在岗');
    await keys.press('Tab');
    await keys.type('与培训记录、领料单比对，一致');
    await keys.press('Control+Enter');
    await expect(visit.step()).toContainText('生产线与检测线');
    await keys.tabTo('合格');
    await keys.press(' ', 'Control+Enter');
    await expect(visit.step()).toContainText('签名与办结');
    await keys.press('k', 'k', 'k', 'k');
    await expect(visit.step()).toContainText('现场检验');
    await keys.tabTo('合格');
    await keys.press(' ', 'Control+Enter');
    await expect(visit.step()).toContainText('签名与办结');
  });

  await test.step('each signs with their own password, then the enterprise', async () => {
    await look(page, 'visit-signatures', 'zh');
    await expect(window.primary('沈检验（样例）签名')).toBeVisible();
    for (const name of ['沈检验（样例）', '鲁评审（样例）']) {
      await keys.press('Control+Enter');
      await expect(window.dialog(`签名：${name}`)).toBeVisible();
      await visit.scrawl();
      await keys.tabTo(`${name}的密码`);
      await keys.type(DEMO_PASSWORD);
      if (name.startsWith('沈')) await look(page, 'visit-sign', 'zh');
      await keys.press('Control+Enter');
      await expect(window.saved(`${name}已签名`)).toBeVisible();
    }
    await keys.press('Control+Enter');
    await keys.tabTo('企业代表姓名');
    await keys.type('刘厂长（样例）');
    await keys.press('Tab');
    await keys.type('厂长');
    await visit.scrawl();
    await keys.press('Control+Enter');
    await expect(window.saved('刘厂长（样例）已签名')).toBeVisible();
    await look(page, 'visit-signed', 'zh');
  });

  await test.step('closing says exactly what it writes, and asks for the password', async () => {
    await keys.press('Control+Enter');
    await expect(window.dialog('办结现场核验')).toContainText('产品溯源：可追溯至生产环境');
    await look(page, 'visit-close', 'zh');
    await keys.type(DEMO_PASSWORD);
    await keys.press('Control+Enter');
    await expect(window.saved('现场核验已办结')).toBeVisible();
    await look(page, 'visit-closed', 'zh');
  });

  await test.step('every view in English', async () => {
    await speak(page, 'en');
    const steps = page.getByRole('listbox', { name: 'Steps of the visit' });
    await expect(steps).toBeFocused();
    for (const [words, name] of [
      ['Signatures and closing', 'visit-signatures'],
      ['Corrective actions', 'visit-correctives'],
      ['Traceability', 'visit-level'],
      ['Production takes place', 'visit-line'],
    ] as const) {
      const chosen = steps.getByRole('option', { selected: true }).filter({ hasText: words });
      for (let left = 60; left > 0 && !(await chosen.isVisible()); left -= 1) await keys.press('k');
      await expect(chosen).toBeVisible();
      await look(page, name, 'en');
    }
    await keys.press('q');
    await expect(page.getByRole('tab', { name: /^On site/ })).toBeVisible();
    await look(page, 'visits-queue', 'en');
  });

  expect(pointed).toEqual([]);
  expect(window.problems).toEqual([]);
});
