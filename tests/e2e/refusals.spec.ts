import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import readXlsxFile from 'read-excel-file/node';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { ROLES } from '#shared/domain/roles.ts';
import { wholeApplication } from '#tests/support/applications.ts';
import { RESOURCES } from '#tests/support/desk.ts';
import { startLocalhost, type Localhost } from '#tests/support/localhost.ts';
import { Keyboard } from '#tests/support/pages/keyboard.ts';
import { look } from '#tests/support/pages/look.ts';
import { keepBack } from '#tests/support/pages/late-door.ts';
import { askDoor } from '#tests/support/pages/page-door.ts';
import { downloadedBy, WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { freshFolder } from '#tests/support/shell.ts';

let folder: string;
let localhost: Localhost;
let window: WorkstationWindow;
test.beforeEach(async ({ page }) => {
  folder = freshFolder('refusals');
  localhost = await startLocalhost(join(folder, 'workspace'));
  window = new WorkstationWindow(page);
  await page.goto(localhost.link.href);
});
test.afterEach(async () => {
  await localhost.stop();
  rmSync(folder, { recursive: true, force: true });
});

const APPLICATION = wholeApplication();
const CASE = APPLICATION.applicationNo.replace('A', 'C');
const WAYBILL = APPLICATION.parcels[0]?.waybill ?? 'no waybill';

/** Fills the workspace with the sample people and one application. */
async function begin(page: Page): Promise<void> {
  await askDoor(page, 'demo.start', { applications: false });
  await askDoor(page, 'session.sign-in', { login: 'peng', password: DEMO_PASSWORD });
  const content = Buffer.from(JSON.stringify([APPLICATION])).toString('base64');
  await askDoor(page, 'application.import', { fileName: 'one.json', content });
  await askDoor(page, 'session.sign-out', {});
  await page.reload();
}

async function becomeClerk(page: Page): Promise<void> {
  await begin(page);
  await window.signIn('peng', DEMO_PASSWORD);
}

test('a wrong password is told at sign-in and the field is empty again', async ({ page }) => {
  await askDoor(page, 'demo.start', { applications: false });
  await expect(page.getByRole('heading', { name: '登录', exact: true })).toBeVisible();
  await page.getByLabel('登录名').fill('peng');
  await page.getByLabel('密码', { exact: true }).fill('not-this-one');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('登录名或密码不对');
  await expect(page.getByLabel('密码', { exact: true })).toHaveValue('');
  await expect(page.getByLabel('登录名')).toHaveValue('peng');
});

test('a desk that opens before its sign-in is answered is filled all the same', async ({ page }) => {
  await begin(page);
  const late = await keepBack(page, ['session.sign-in', 'parcel.list']);
  await page.reload();
  const signedIn = window.signIn('peng', DEMO_PASSWORD);
  await late.answered('session.sign-in');
  late.tell('session.changed', {});
  await signedIn;
  await late.answered('parcel.list');
  late.release('session.sign-in');
  late.release('parcel.list');
  await expect(window.queue().getByRole('option').first()).toBeVisible();
});

test('a workbook with bad rows takes the good ones and gives the bad ones back with reasons', async ({ page }) => {
  await becomeClerk(page);
  const choose = async (name: string, buffer: Buffer): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), window.button('导入申报').click()]);
    await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer });
  };
  await choose('bad.xlsx', readFileSync(join(RESOURCES, 'templates', 'bad-applications.xlsx')));
  await expect(window.saved(/bad\.xlsx 已导入：新增 \d+/)).toContainText(/\d+ 行有误未导入/);
  await expect(window.queue().getByRole('option').first()).toBeVisible();
  const rows = await downloadedBy(page, () => window.button('下载有误的行').click());
  expect(JSON.stringify(await readXlsxFile(Buffer.from(rows)))).toContain('六星');

  await choose('letter.xlsx', Buffer.from('not a workbook'));
  await expect(page.getByRole('alert')).toContainText(/letter\.xlsx|工作簿|文件/);
});

test('a waybill scanned twice shows the earlier reception', async ({ page }) => {
  await becomeClerk(page);
  const keys = new Keyboard(page);
  await expect(window.queue().getByRole('option').first()).toBeVisible();
  await keys.scan(WAYBILL);
  await expect(page.getByLabel('存放位置')).toBeFocused();
  await keys.scan('B-01-4');
  await expect(window.dialog(/^样品标签/)).toBeVisible();
  await keys.press('Escape');
  await window.openDesk('settings');
  await keys.scan(WAYBILL);
  const samples = page.getByRole('table', { name: '本包裹的样品' });
  await expect(samples).toContainText('B-01-4');
  await expect(samples).toContainText('彭收样（样例）');
  await expect(page.getByText('已收', { exact: true }).first()).toBeVisible();
});

test('whoever gave an opinion may not decide, and is told why', async ({ page }) => {
  await begin(page);
  await askDoor(page, 'session.sign-in', { login: 'admin', password: DEMO_PASSWORD });
  await askDoor(page, 'person.add', {
    login: 'both',
    name: '兼岗（样例）',
    roles: [...ROLES],
    password: DEMO_PASSWORD,
  });
  await askDoor(page, 'session.sign-in', { login: 'both', password: DEMO_PASSWORD });
  await askDoor(page, 'opinion.give', { caseId: CASE, star: 3, text: '同意', noConflict: true });
  await page.goto(`${localhost.link.origin}/#/review/${CASE}`);
  await page.reload();
  const decide = window.primary(/评定|授予|提议/);
  await expect(decide).toBeDisabled();
  await expect(decide).toHaveAttribute(
    'title',
    '您参与了该案卷的检测、核验或评审，或办理过计入该案卷的投诉或事故，不能再作评定（ISO/IEC 17065）。',
  );
  await expect(decide).toHaveAccessibleDescription(/不能再作评定/);
});

test('a locked window opens only to the password and keeps what was typed', async ({ page }) => {
  await becomeClerk(page);
  await window.queue().getByRole('option').first().click();
  await page.getByLabel('存放位置').fill('C-09-9');
  await page.keyboard.press('Control+l');
  await page.getByLabel('密码', { exact: true }).fill('not-this-one');
  await window.button('解锁').click();
  await expect(page.getByRole('alert')).toContainText('不对');
  await page.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
  await window.button('解锁').click();
  await expect(page.getByLabel('存放位置')).toBeVisible();
  await expect(page.getByLabel('存放位置')).toHaveValue('C-09-9');
  await page.keyboard.press('Control+l');
  await window.button('换人登录').click();
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
});

test('an opinion half written is its writer’s alone, and a locked window hides the dialog it stands in', async ({
  page,
}) => {
  await begin(page);
  const reasons = window.dialog().getByLabel('意见与理由');
  const password = page.getByLabel('密码', { exact: true });
  const sitDown = async (login: string): Promise<void> => {
    await window.signIn(login, DEMO_PASSWORD);
    await page.goto(`${localhost.link.origin}/#/review/${CASE}`);
    await window.primary('我的意见').click();
  };
  const leave = async (): Promise<void> => {
    await page.keyboard.press('Control+l');
    await expect(password).toBeFocused();
    await window.button('换人登录').click();
  };
  await sitDown('lu');
  await reasons.fill('我一个人的看法');
  await page.keyboard.press('Control+l');
  await expect(password).toBeFocused();
  await expect(reasons).toBeHidden();
  await look(page, 'locked-dialog', 'zh');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await password.fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(reasons).toHaveValue('我一个人的看法');
  await expect(reasons).toBeFocused();
  await leave();
  await sitDown('qin');
  await expect(reasons).toHaveValue('');
  await leave();
  await sitDown('lu');
  await expect(reasons).toHaveValue('我一个人的看法');
});

test('a service that goes away is told; when it is back the window asks to sign in', async ({ page }) => {
  await becomeClerk(page);
  await localhost.stop('SIGKILL');
  await expect(page.getByRole('alert')).toContainText('与本机服务的连接中断，正在重连');
  await window.button('下载模板').click();
  await expect(page.getByRole('alert').nth(1)).toBeVisible();
  localhost = await startLocalhost(join(folder, 'workspace'), localhost.link.port);
  await expect(window.saved('已重新连接')).toBeVisible();
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  await window.signIn('peng', DEMO_PASSWORD);
});

test('what one window does the other shows at once', async ({ page, context }) => {
  await becomeClerk(page);
  const other = await context.newPage();
  await other.goto(localhost.link.origin);
  const tab = other.getByRole('tab', { name: /^今日已收/ });
  await expect(tab).toHaveText('今日已收 0');
  await page.getByRole('option').first().click();
  await page.getByLabel('存放位置').fill('A-01-1');
  await page.keyboard.press('Control+Enter');
  await expect(window.dialog(/^样品标签/)).toBeVisible();
  await expect(tab).toHaveText('今日已收 1');
  await tab.click();
  await expect(other.getByRole('option').filter({ hasText: APPLICATION.product.name })).toBeVisible();
});
