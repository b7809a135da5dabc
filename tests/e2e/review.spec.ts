import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { startLocalhost, type Localhost } from '#tests/support/localhost.ts';
import { Keyboard, watchPointer } from '#tests/support/pages/keyboard.ts';
import { look } from '#tests/support/pages/look.ts';
import { askDoor } from '#tests/support/pages/page-door.ts';
import { downloadedBy, WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { holdsText, readPlainText } from '#tests/support/pdf-reading.ts';
import { makeReviewWorkspace, REVIEWED } from '#tests/support/review-workspace.ts';
import { freshFolder } from '#tests/support/shell.ts';

const folder = freshFolder('review');
let localhost: Localhost;
test.beforeAll(async () => {
  await makeReviewWorkspace(join(folder, 'workspace'));
  localhost = await startLocalhost(join(folder, 'workspace'));
});
test.afterAll(async () => {
  await localhost.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a case is reviewed by three experts, decided, consented to, appealed and decided anew by keyboard alone', async ({
  page,
}) => {
  const pointed = await watchPointer(page);
  const window = new WorkstationWindow(page);
  const keys = new Keyboard(page);
  const side = page.getByRole('complementary');
  const openCase = async (): Promise<void> => {
    await page.evaluate((id) => location.assign(`#/review/${id}`), REVIEWED);
    await expect(page.getByRole('heading', { name: '安化千两茶' })).toBeVisible();
  };
  const becomes = async (login: string): Promise<void> => {
    await keys.leave();
    await keys.signIn(login, DEMO_PASSWORD);
    await openCase();
  };
  /** Gives an opinion: words, a star, every criterion agreed to but those told otherwise. */
  const giveOpinion = async (words: string, star: string, doubt: string | null): Promise<void> => {
    await keys.press('Control+Enter');
    await expect(window.dialog().getByLabel('意见与理由')).toBeFocused();
    await keys.type(words);
    await keys.press('Shift+Tab');
    await keys.choose(star);
    await keys.tabTo('其余都同意');
    await keys.press('Enter');
    if (doubt !== null) {
      const row = window.dialog().getByRole('group', { name: '风控制度' });
      await row.getByRole('radio', { name: '同意', exact: true }).focus();
      await keys.press('ArrowDown');
      await expect(
        window.primary('提交意见').or(window.dialog().getByRole('button', { name: /提交意见/ })),
      ).toHaveAccessibleDescription(/请写明理由：风控制度/);
      await keys.tabTo('风控制度：理由');
      await keys.type(doubt);
    }
  };

  await page.goto(localhost.link.href);
  await keys.signIn('tang', DEMO_PASSWORD);
  await openCase();

  await test.step('the decider assigns an expert; two take free seats', async () => {
    await keys.tabTo('指派专家');
    await keys.press('Enter');
    await expect(window.dialog(/^指派专家/)).toBeVisible();
    await look(page, 'review-assign', 'zh');
    await keys.press('Control+Enter');
    await expect(window.saved('已指派 鲁评审（样例）')).toBeVisible();
    await expect(side.getByRole('region', { name: '专家组' })).toContainText('1 / 3 席');
  });

  await test.step('opinions criterion by criterion, blind until all are in', async () => {
    await becomes('lu');
    await giveOpinion('资料齐全，风控只看过现场。', '3', null);
    await look(page, 'review-opinion', 'zh');
    await keys.press('Control+Enter');
    await expect(window.saved('意见已提交')).toBeVisible();
    await becomes('qin');
    await expect(side).not.toContainText('资料齐全');
    await giveOpinion('可以四星。', '4', '台账可以当作交叉验证');
    await keys.press('Control+Enter');
    await expect(window.saved('意见已提交')).toBeVisible();
    await expect(side.getByRole('region', { name: '专家意见' })).not.toContainText('资料齐全');
    await becomes('tan');
    await giveOpinion('同意三星。', '3', null);
    await keys.press('Control+Enter');
    await expect(window.saved('意见已提交')).toBeVisible();
    const opinions = side.getByRole('region', { name: '专家意见' });
    await expect(opinions).toContainText('资料齐全，风控只看过现场。');
    await expect(side.getByRole('region', { name: '分歧' })).toContainText('建议星级从三星到四星');
    await expect(side.getByRole('region', { name: '分歧' })).toContainText('风控制度');
  });

  await test.step('the decider sees what will be written and proposes three stars', async () => {
    await becomes('tang');
    await look(page, 'review-ladder', 'zh');
    await page.evaluate(() => localStorage.setItem('workstation.theme', 'dark'));
    await page.reload();
    await expect(page.getByRole('grid')).toBeVisible();
    await look(page, 'review-ladder-dark', 'zh');
    await page.evaluate(() => {
      localStorage.setItem('workstation.theme', 'light');
      localStorage.setItem('workstation.language', 'en');
    });
    await page.reload();
    await expect(page.getByRole('grid')).toBeVisible();
    await look(page, 'review-ladder', 'en');
    await page.evaluate(() => localStorage.setItem('workstation.language', 'zh'));
    await page.reload();
    await expect(page.getByRole('grid')).toBeVisible();
    await keys.press('Control+Enter');
    await expect(window.dialog()).toContainText('材料指纹');
    await expect(window.dialog().getByLabel('请输入您的密码确认')).toBeFocused();
    await look(page, 'review-decide', 'zh');
    await keys.type(DEMO_PASSWORD);
    await keys.press('Control+Enter');
    await expect(window.saved('已提议三星')).toBeVisible();
  });

  await test.step('the decision is on paper, with the ladder drawn', async () => {
    await keys.tabTo('评定报告');
    await keys.press('Enter');
    await expect(window.dialog(/^评定报告/)).toBeVisible();
    const paper = await downloadedBy(page, () => keys.press('Control+Enter'));
    const texts = await readPlainText(paper);
    expect(texts.some((text) => holdsText(text, '提议三星（申报四星），经申请人同意后授予'))).toBe(true);
    await keys.press('Escape');
  });

  await test.step('the applicant consents', async () => {
    await becomes('peng');
    await keys.press('Control+Enter');
    await expect(window.dialog(/三星提议的答复$/)).toBeVisible();
    await keys.tabTo('同意');
    await keys.choose('no');
    await keys.choose('yes');
    await keys.tabTo('答复方式与凭据');
    await keys.type('平台回执 2026-11-21');
    await look(page, 'review-consent', 'zh');
    await keys.press('Control+Enter');
    await expect(window.saved('已记录申请人答复')).toBeVisible();
  });

  await test.step('an appeal is filed; who had to do with the case takes no part', async () => {
    await keys.tabTo('登记申诉');
    await keys.press('Enter');
    await expect(window.dialog(/^登记申诉/).getByLabel('申诉理由')).toBeFocused();
    await keys.type('风控制度已由第三方交叉核验，记录随附。');
    await look(page, 'review-appeal', 'zh');
    await keys.press('Control+Enter');
    await expect(window.saved('申诉已登记')).toBeVisible();
    await becomes('lu');
    await expect(side.getByRole('region', { name: '申诉专家组' })).toContainText('0 / 3 席');
    await expect(window.primary(/我的意见|评定/)).toHaveAccessibleDescription(/不能参与其申诉/);
  });

  await test.step('people who touched nothing hear it and decide anew: upheld', async () => {
    await askDoor(page, 'session.sign-in', { login: 'ye', password: DEMO_PASSWORD });
    await askDoor(page, 'finding.record', {
      caseId: REVIEWED,
      finding: { kind: 'risk-control', level: 'verified-on-site' },
    });
    for (const login of ['yi', 'ouyang', 'san']) {
      await askDoor(page, 'session.sign-in', { login, password: DEMO_PASSWORD });
      await askDoor(page, 'opinion.give', {
        caseId: REVIEWED,
        star: 4,
        text: '核验属实，同意四星。',
        noConflict: true,
      });
    }
    await page.reload();
    await expect(page.getByRole('grid')).toBeVisible();
    await keys.leave();
    await keys.signIn('wei', DEMO_PASSWORD);
    await openCase();
    await look(page, 'review-appealed', 'zh');
    await keys.press('Control+Enter');
    await expect(window.dialog()).toContainText('取代第 1 轮的评定');
    await keys.type(DEMO_PASSWORD);
    await keys.press('Control+Enter');
    await expect(window.saved('已授予四星')).toBeVisible();
    await expect(side.getByRole('region', { name: '评审经过' })).toContainText('申诉成立，已重新评定');
    await look(page, 'review-rounds', 'zh');
  });

  await test.step('a complaint is recorded, graded by another and closed', async () => {
    await keys.tabTo('登记投诉或事故');
    await keys.press('Enter');
    await keys.tabTo('发生日期');
    await keys.type('2026-11-01');
    await keys.tabTo('事由');
    await keys.type('消费者反映茶中有杂质，已留样。');
    await look(page, 'review-incident', 'zh');
    await keys.press('Control+Enter');
    await expect(window.saved('投诉已登记')).toBeVisible();
    await keys.tabTo('登记投诉或事故');
    await keys.press('Enter');
    await keys.tabTo('发生日期');
    await keys.type('20261101');
    await expect(window.dialog()).toContainText('这一天已登记过“消费者反映茶中有杂质，已留样。”，若是同一件');
    await look(page, 'review-incident-again', 'zh');
    await keys.press('Escape');
    await becomes('tang');
    await keys.tabTo('投诉 2026-11-01');
    await keys.press('Enter');
    await expect(window.primary('定级')).toBeVisible();
    await keys.press('Control+Enter');
    await expect(window.dialog(/定级$/)).toBeVisible();
    await keys.tabTo('重要');
    await keys.choose('minor');
    await keys.tabTo('定级理由');
    await keys.type('未涉及安全');
    await keys.press('Control+Enter');
    await expect(window.saved('已定级：一般')).toBeVisible();
    await look(page, 'review-incident-page', 'zh');
  });

  expect(pointed).toEqual([]);
  expect(window.problems).toEqual([]);
});
