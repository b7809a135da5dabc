import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { startLocalhost, type Localhost } from '#tests/support/localhost.ts';
import { makePapersWorkspace } from '#tests/support/papers-workspace.ts';
import { watchPointer, Keyboard } from '#tests/support/pages/keyboard.ts';
import { look } from '#tests/support/pages/look.ts';
import { WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { freshFolder } from '#tests/support/shell.ts';

const folder = freshFolder('papers');
let localhost: Localhost;
test.beforeAll(async () => {
  await makePapersWorkspace(join(folder, 'workspace'));
  localhost = await startLocalhost(join(folder, 'workspace'));
});
test.afterAll(async () => {
  await localhost.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('papers are reviewed, returned and asked for by keyboard alone', async ({ page }) => {
  const pointed = await watchPointer(page);
  const window = new WorkstationWindow(page);
  const keys = new Keyboard(page);
  const queue = window.queue();
  const papers = page.getByRole('listbox', { name: '资料', exact: true });
  const answers = (point: string) => page.getByRole('group', { name: point });
  const press = (point: string, answer: '是' | '否') =>
    answers(point).getByRole('button', { name: answer, pressed: true });
  await page.goto(localhost.link.href);
  await keys.signIn('peng', DEMO_PASSWORD);

  await test.step('the queue says what is left, the one due first on top', async () => {
    await keys.tabTo('已预告');
    await keys.press('ArrowRight', 'ArrowRight', 'ArrowRight');
    await expect(queue.getByRole('tab', { name: '待审 3' })).toHaveAttribute('aria-selected', 'true');
    await expect(queue.getByRole('option')).toHaveText([
      /安化千两茶.*超 16 小时/s,
      /炎陵黄桃.*剩 3 小时/s,
      /湘潭湘莲.*剩 16 小时/s,
    ]);
    await expect(queue.getByRole('tab', { name: '缺资料 1' })).toBeVisible();
    await expect(queue.getByRole('tab', { name: '逾期 1' })).toBeVisible();
    await look(page, 'papers-queue', 'zh');
  });

  await test.step('a paper is accepted only when its points are answered yes', async () => {
    await keys.tabTo('资料审核');
    await keys.press('Enter');
    await expect(papers).toBeFocused();
    await keys.press('1', '2', '2');
    await expect(press('名称与申报企业一致', '是')).toBeVisible();
    await expect(press('统一社会信用代码一致且有效', '否')).toBeVisible();
    await expect(window.primary(/^通过/)).toHaveAccessibleDescription('还有 4 项没有答“是”');
    await keys.press('a');
    await expect(page.getByRole('status')).toHaveCount(0);
    await look(page, 'papers-case', 'zh');
    await keys.press('y', 'a');
    await expect(window.saved('营业执照 已通过')).toBeVisible();
  });

  await test.step('one is rejected with what was answered no, a common reason, or own words', async () => {
    await expect(papers.getByRole('option', { selected: true })).toContainText('生产');
    await keys.press('y', '5', 'r');
    await expect(window.dialog().getByLabel('不通过的原因')).toHaveValue('不符合：在有效期内');
    await look(page, 'papers-reject', 'zh');
    await keys.tabTo('不在有效期内');
    await keys.press('Enter', 'Control+Enter');
    await expect(window.saved('不通过')).toBeVisible();
    for (let left = 8; left > 0; left -= 1) {
      await expect(papers.getByRole('option').filter({ hasText: '待审' })).toHaveCount(left);
      await keys.press('y', 'a');
    }
  });

  await test.step('the case goes back to the applicant, and the clock stands', async () => {
    await expect(window.saved('产品质量保险 已通过')).toBeVisible();
    await expect(window.primary('退回补件')).toBeEnabled();
    await keys.press('Control+Enter');
    await expect(window.dialog().getByLabel('正文')).toHaveValue(/1\. .*不在有效期内/);
    await look(page, 'papers-return', 'zh');
    await keys.press('Control+Enter');
    await expect(window.saved('已退回补件')).toBeVisible();
    await expect(page.getByText('等待补件').first()).toBeVisible();
    await expect(queue.getByRole('tab', { name: '缺资料 2' })).toBeVisible();
  });

  await test.step('a message waits for its blanks, goes into the outbox, and can be taken back', async () => {
    await keys.press('m');
    await expect(window.dialog().getByLabel('正文')).toHaveValue(/\{text\}/);
    await keys.press('Control+Enter');
    await expect(window.dialog().getByRole('alert')).toContainText('{text}');
    await keys.tabTo('标题');
    await keys.press('Tab', 'Control+a');
    await keys.type('请保持电话畅通。');
    await look(page, 'papers-message', 'zh');
    await keys.press('Control+Enter');
    await expect(window.saved('消息已备好')).toBeVisible();
    const messages = page.getByRole('complementary').getByRole('listitem').filter({ hasText: '待交平台' });
    await expect(messages).toHaveCount(2);
    await messages.filter({ hasText: '关于申报' }).locator('summary').focus();
    await keys.press('Enter', 'Tab', 'Enter');
    await expect(window.dialog(/^撤回消息/)).toBeVisible();
    await keys.type('说错了');
    await keys.press('Control+Enter');
    await expect(messages).toHaveCount(1);
    await look(page, 'papers-side', 'zh');
  });

  await test.step('newer papers stand beside what they replace', async () => {
    await page.evaluate(() => location.assign('#/receiving/papers%3AC-2026-91002'));
    await expect(papers).toContainText('替换 营业执照');
    await expect(page.getByRole('region', { name: '审核时钟' })).toContainText('剩 3 小时');
    await look(page, 'papers-replaced', 'zh');
    await page.evaluate(() => localStorage.setItem('workstation.language', 'en'));
    await page.reload();
    await expect(page.getByRole('region', { name: 'Review clock' })).toContainText('3 hours left');
    await look(page, 'papers-replaced', 'en');
  });

  expect(pointed).toEqual([]);
  expect(window.problems).toEqual([]);
});
