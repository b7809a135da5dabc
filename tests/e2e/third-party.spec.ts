import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { reportChecklistSchema } from '#shared/contract/external.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { makeReportPdf } from '#tests/support/external-report.ts';
import { DELEGATED, makeExternalWorkspace } from '#tests/support/external-workspace.ts';
import { RESOURCES } from '#tests/support/desk.ts';
import { startLocalhost, type Localhost } from '#tests/support/localhost.ts';
import { Keyboard, watchPointer } from '#tests/support/pages/keyboard.ts';
import { keepBack } from '#tests/support/pages/late-door.ts';
import { look } from '#tests/support/pages/look.ts';
import { WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { freshFolder } from '#tests/support/shell.ts';

const { points } = reportChecklistSchema.parse(
  JSON.parse(readFileSync(join(RESOURCES, 'templates', 'report-checklist.json'), 'utf8')),
);

const folder = freshFolder('third-party');
let localhost: Localhost;
test.beforeAll(async () => {
  await makeExternalWorkspace(join(folder, 'workspace'));
  localhost = await startLocalhost(join(folder, 'workspace'));
});
test.afterAll(async () => {
  await localhost.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Chooses a file for the report, as F asks for it. */
async function attach(page: Page, name: string, bytes: Uint8Array | string): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.keyboard.press('f');
  const chooser = await asked;
  await chooser.setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) });
}

test('a 2★ case is evaluated by a third party and drawn for, by keyboard alone', async ({ page }) => {
  const pointed = await watchPointer(page);
  const window = new WorkstationWindow(page);
  const keys = new Keyboard(page);
  const queue = window.queue();
  const dialog = window.dialog();
  const inEnglish = async (name: string): Promise<void> => {
    await page.evaluate(() => localStorage.setItem('workstation.language', 'en'));
    await page.reload();
    await expect(page.getByRole('navigation', { name: 'Desks' })).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toHaveCount(0);
    await look(page, name, 'en');
    await page.evaluate(() => localStorage.setItem('workstation.language', 'zh'));
    await page.reload();
    await expect(page.getByRole('navigation', { name: '工作台' })).toBeVisible();
  };
  await page.goto(localhost.link.href);
  await keys.signIn('shen', DEMO_PASSWORD);
  await page.evaluate(() => location.assign('#/inspection'));

  await test.step('the queue shows what is to commission', async () => {
    await keys.tabTo('资料');
    for (const tab of ['检验', '逾期', '检测', '现场', '第三方']) {
      await keys.press('ArrowRight');
      await expect(queue.getByRole('tab', { name: tab })).toBeFocused();
    }
    await expect(queue.getByRole('tab', { name: '第三方 1' })).toHaveAttribute('aria-selected', 'true');
    await expect(queue.getByRole('option')).toHaveText([/古丈毛尖.*待委托/s]);
    await look(page, 'external-queue', 'zh');
    await keys.tabTo('第三方委托评价');
    await keys.press('Enter');
    await expect(window.primary(/^委托/)).toBeVisible();
  });

  await test.step('a body whose accreditation has expired is not commissioned; renewed, it is', async () => {
    await keys.press('b');
    await expect(dialog.getByText('还没有登记机构')).toBeVisible();
    await keys.tabTo('登记机构');
    await keys.press('Enter');
    await keys.type('湖南样例检测有限公司（样例）');
    await keys.tabTo('证书编号');
    await keys.type('L00001');
    await keys.press('Tab');
    await keys.type('20200101');
    await keys.press('Tab');
    await keys.type('20261031');
    await keys.press('Tab');
    await keys.type('食品理化和微生物检测');
    await look(page, 'external-body', 'zh');
    await keys.press('Control+Enter');
    await expect(dialog.getByText('不在有效期')).toBeVisible();
    await keys.press('Escape', 'Control+Enter');
    await expect(window.dialog('委托第三方评价')).toBeVisible();
    await keys.press('ArrowDown', 'Enter');
    await keys.tabTo('登记机构');
    await keys.press('Tab');
    await keys.type('质量与安全检测');
    await keys.press('Tab', 'Control+a');
    await keys.type('2026-11-01');
    await keys.press('Control+Enter');
    await expect(dialog.getByText(/没有有效的认可.*2026-10-31/).first()).toBeVisible();
    await look(page, 'external-expired', 'zh');
    await keys.press('Escape', 'b');
    await keys.tabTo('添加新证书');
    await keys.press('Enter');
    await keys.tabTo('证书编号');
    await keys.type('L00001-2');
    await keys.press('Tab');
    await keys.type('20261101');
    await keys.press('Tab');
    await keys.type('20321031');
    await keys.press('Tab');
    await keys.type('食品理化和微生物检测');
    await keys.press('Control+Enter');
    await expect(dialog.getByText('L00001-2')).toBeVisible();
    await look(page, 'external-bodies', 'zh');
    await keys.press('Escape', 'Control+Enter');
    await expect(dialog.getByLabel('委托内容')).toHaveValue('质量与安全检测');
    await keys.press('Control+Enter');
    await expect(window.saved('已委托“湖南样例检测有限公司（样例）”')).toBeVisible();
  });

  await test.step('a report from the future is refused, the right one registered', async () => {
    await expect(window.primary(/^登记报告/)).toBeVisible();
    await keys.press('Control+Enter');
    await keys.type('SP-2026-0612');
    await keys.press('Tab');
    await keys.type('20261125');
    await expect(dialog.getByRole('button', { name: /^登记报告/ })).toHaveAccessibleDescription('请按报告选择机构结论');
    await keys.tabTo('合格');
    await keys.choose('none');
    await keys.press('Control+Enter');
    await expect(dialog.getByText(/2026-11-25 在今天/).first()).toBeVisible();
    await look(page, 'external-future', 'zh');
    await keys.tabTo('签发日期');
    await keys.press('Control+a');
    await keys.type('20261112');
    await keys.press('Control+Enter');
    await expect(window.saved('SP-2026-0612 已登记')).toBeVisible();
    await expect(page.getByText('把报告的 PDF 拖到这里')).toBeVisible();
    await look(page, 'external-attach', 'zh');
  });

  await test.step('a file of 0 bytes and one that is no PDF are refused with why', async () => {
    await attach(page, '空.pdf', '');
    await expect(page.getByRole('alert').filter({ hasText: '0 字节' })).toBeVisible();
    await attach(page, '假.pdf', '%PDF-1.7 这不是 PDF');
    await expect(page.getByRole('alert').filter({ hasText: '“假.pdf”不是能打开的 PDF' })).toBeVisible();
    await attach(page, 'SP-2026-0612.pdf', await makeReportPdf('SP-2026-0612'));
    await expect(window.saved('共 2 页')).toBeVisible();
    await expect(page.locator('.viewer canvas').first()).toBeVisible();
    const [bar, reader] = await Promise.all(
      [page.getByRole('group', { name: '操作', exact: true }), page.locator('.desk-reader')].map((part) =>
        part.boundingBox(),
      ),
    );
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeCloseTo((reader?.y ?? 0) + (reader?.height ?? 0), 0);
  });

  await test.step('the checklist is answered beside the PDF with the page that is shown', async () => {
    let left = points.length - 1;
    const leftIs = (count: number) =>
      expect(page.getByText(count === 0 ? '已全部核对' : `还有 ${count} 项`, { exact: true })).toBeVisible();
    await leftIs(left);
    for (const { id, mayNotApply, workedOut } of points) {
      if (workedOut !== null) continue;
      if (id === 'results') await keys.press('PageDown');
      if (id === 'authoriser') {
        await keys.press('n');
        await keys.type('没有批准人');
        await keys.press('Control+Enter');
        left -= 1;
        await leftIs(left);
        await expect(page.getByText('1 项不符合', { exact: true })).toBeVisible();
        await look(page, 'external-checklist', 'zh');
        continue;
      }
      await keys.press(mayNotApply ? 'x' : 'y');
      left -= 1;
      await leftIs(left);
    }
    await expect(window.primary(/^退回机构/)).toBeVisible();
    for (let step = 0; step < points.length; step += 1) {
      if ((await page.locator('.external-point.is-chosen').textContent())?.includes('批准人')) break;
      await keys.press('k');
    }
    await keys.press('y');
    await expect(page.getByText('项不符合', { exact: false })).toHaveCount(0);
    await expect(page.locator('.external-point').filter({ hasText: '批准人可识别' })).toContainText('第 2 页');
  });

  await test.step('results are entered as from outside, once the plans are there; a comma is no figure', async () => {
    const late = await keepBack(page, ['external.rules']);
    await page.reload();
    await expect(window.primary(/^录入结果/)).toBeVisible();
    await keys.press('Control+Enter');
    await late.answered('external.rules');
    await expect(dialog.getByRole('status').filter({ hasText: '正在载入' })).toBeVisible();
    await expect(dialog.getByRole('grid')).toHaveCount(0);
    late.release('external.rules');
    await expect(dialog.getByRole('grid')).toBeVisible();
    await keys.type('0,46');
    await keys.press('Tab');
    await expect(dialog.getByText('读不出')).toBeVisible();
    await keys.press('Shift+Tab');
    await keys.type('0.46');
    await keys.press('Tab', 'Tab', 'Tab', 'Tab');
    await keys.type('不合格');
    await keys.press('Tab');
    await expect(dialog.getByText('两者不一致')).toBeVisible();
    await look(page, 'external-results', 'zh');
    await keys.press('Control+Enter');
    await expect(window.saved('已保存 1 项结果')).toBeVisible();
    await look(page, 'external-checked', 'zh');
    await inEnglish('external-checked');
  });

  await test.step('what differs needs a word, and the report is accepted', async () => {
    await expect(window.primary(/^采信报告/)).toBeVisible();
    await keys.press('Control+Enter');
    await expect(dialog.getByRole('alert')).toContainText('铅');
    await keys.type('机构按旧限量判定；按现行限量合格');
    await look(page, 'external-accept', 'zh');
    await keys.press('Control+Enter');
    await expect(window.saved('已采信')).toBeVisible();
    await look(page, 'external-accepted', 'zh');
  });

  await test.step('spot checks are drawn with what was thrown in front of others, and can be worked out again', async () => {
    await page.evaluate(() => location.assign('#/inspection/draw%3Anew'));
    await expect(page.getByText('2 件中抽 1 件送检')).toBeVisible();
    await expect(page.getByText('30%（见“设置”）')).toBeVisible();
    await keys.tabTo('公开数字');
    await keys.type('4-2-6');
    await look(page, 'draw-new', 'zh');
    await keys.press('Control+Enter');
    await expect(window.primary(/^重算核对/)).toBeVisible();
    await expect(page.locator('.draw-seed')).toHaveText(/^4-2-6-[2-9a-z]{12}$/);
    await keys.press('Control+Enter');
    await expect(page.getByRole('status').filter({ hasText: '重算结果与记录一致' })).toBeVisible();
    await expect(window.queue().getByRole('option').filter({ hasText: 'SC-2026-01-0002' })).toBeVisible();
    await expect(window.queue().getByRole('tab', { name: '抽样 0' })).toBeVisible();
    await look(page, 'draw-made', 'zh');
    await inEnglish('draw-made');
  });

  await test.step('the ladder is met at 2★ and opens the evidence', async () => {
    await keys.leave();
    await keys.signIn('lu', DEMO_PASSWORD);
    await page.evaluate((id) => location.assign(`#/review/${id}`), DELEGATED);
    const ladder = page.getByRole('grid', { name: '星级阶梯' });
    await expect(ladder.getByRole('columnheader', { name: /^二星（申报）：符合/ })).toBeVisible();
    await expect(ladder.getByRole('gridcell', { name: '评价方式，二星：符合' })).toBeVisible();
    await expect(ladder.getByRole('gridcell', { name: /产品检测.*二星：符合/ })).toBeVisible();
    for (const [name, title, shot] of [
      [/^评价方式，二星：符合/, '第三方报告 SP-2026-0612', 'external-sheet'],
      [/^产品检测，二星：符合/, /^抽样 SC-2026-01-0001/, 'draw-sheet'],
    ] as const) {
      await ladder.getByRole('gridcell', { name }).focus();
      await keys.press('Enter', 'o');
      await expect(page.getByRole('article', { name: title })).toBeVisible();
      await look(page, shot, 'zh');
      await keys.press('Escape');
      await expect(page.getByRole('article', { name: title })).toHaveCount(0);
    }
    await look(page, 'external-ladder', 'zh');
  });

  expect(pointed).toEqual([]);
  expect(window.problems).toEqual([]);
});
