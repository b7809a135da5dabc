import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Language } from '#renderer/ui/language.tsx';
import { en } from '#renderer/ui/text/en.ts';
import { zh } from '#renderer/ui/text/zh.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { DESKS, ROLES } from '#shared/domain/roles.ts';
import { startLocalhost, type Localhost } from '#tests/support/localhost.ts';
import { look } from '#tests/support/pages/look.ts';
import { askDoor } from '#tests/support/pages/page-door.ts';
import { watchProblems } from '#tests/support/pages/workstation-window.ts';
import { freshFolder } from '#tests/support/shell.ts';

const TEXTS = { zh, en } as const;
const LANGUAGES: readonly Language[] = ['zh', 'en'];
/** A shelf life no sample has passed on the demo's day. */
const LASTING_DAYS = 500;
/** A person of every role, so that one sign-in sees every desk. */
const EVERYBODY = { login: 'all', name: '全岗位（样例）', roles: [...ROLES], password: DEMO_PASSWORD };

let problems: readonly string[];
const running: Localhost[] = [];
const folders: string[] = [];
test.afterEach(async () => {
  for (const localhost of running.splice(0)) await localhost.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function open(page: Page): Promise<void> {
  const folder = freshFolder('screens');
  folders.push(folder);
  const localhost = await startLocalhost(join(folder, 'workspace'));
  running.push(localhost);
  problems = watchProblems(page);
  await page.goto(localhost.link.href);
}

async function speak(page: Page, language: Language, theme: 'light' | 'dark' = 'light'): Promise<void> {
  await page.evaluate(
    (wish) => {
      localStorage.setItem('workstation.language', wish.language);
      localStorage.setItem('workstation.theme', wish.theme);
    },
    { language, theme },
  );
  await page.reload();
}

/** Goes to an address and waits until the desk shows what it has. */
async function goTo(page: Page, language: Language, address: string): Promise<void> {
  const texts = TEXTS[language];
  const [desk = 'settings'] = address.split('/');
  await page.evaluate((hash) => location.assign(hash), `#/${address}`);
  await expect(page.getByRole('main', { name: texts.frame[desk as keyof typeof texts.frame] })).toBeVisible();
  await expect(page.getByText(texts.common.loading)).toHaveCount(0);
}

async function becomeEverybody(page: Page): Promise<void> {
  await askDoor(page, 'session.sign-in', { login: 'admin', password: DEMO_PASSWORD });
  await askDoor(page, 'person.add', EVERYBODY);
  await askDoor(page, 'session.sign-in', { login: EVERYBODY.login, password: EVERYBODY.password });
}

/** Announced parcels whose samples are well within their shelf life. */
async function freshParcels(page: Page): Promise<readonly string[]> {
  const { rows } = await askDoor(page, 'parcel.list', { state: 'announced' });
  const parcels = await Promise.all(rows.map(({ id }) => askDoor(page, 'parcel.get', { parcelId: id })));
  return parcels.flatMap(({ id, expected }) => ((expected?.shelfLifeDays ?? LASTING_DAYS) >= LASTING_DAYS ? id : []));
}

test('a new workspace: first start and every desk empty', async ({ page }) => {
  await open(page);
  for (const language of LANGUAGES) {
    await speak(page, language);
    await expect(page.getByRole('heading', { name: TEXTS[language].start.welcome })).toBeVisible();
    await look(page, 'first-start', language);
  }
  await askDoor(page, 'person.create-first', { login: 'admin', name: '林管理（样例）', password: DEMO_PASSWORD });
  await becomeEverybody(page);
  for (const language of LANGUAGES) {
    await speak(page, language);
    for (const desk of DESKS) {
      await goTo(page, language, desk);
      await look(page, `empty-${desk}`, language);
    }
  }
  expect(problems).toEqual([]);
});

test('a demo before the job: receiving and inspection full', async ({ page }) => {
  await open(page);
  await askDoor(page, 'demo.start', {});
  for (const language of LANGUAGES) {
    await speak(page, language);
    await expect(page.getByRole('button', { name: TEXTS[language].start.signIn, exact: true })).toBeVisible();
    await look(page, 'sign-in', language);
  }
  await becomeEverybody(page);
  const [first, second, third] = await freshParcels(page);
  for (const language of LANGUAGES) {
    const texts = TEXTS[language];
    await speak(page, language);
    await goTo(page, language, `receiving/${language === 'zh' ? first : third}`);
    await expect(page.getByLabel(texts.receiving.location)).toBeVisible();
    await look(page, 'receiving', language);
    await page.getByRole('button', { name: texts.receiving.refuse }).click();
    await look(page, 'receiving-refuse', language);
    await page.keyboard.press('Escape');
    await page.getByLabel(texts.receiving.location).fill('A-03-2');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(page, 'receiving-label', language);
    await page.keyboard.press('Escape');
    await look(page, 'receiving-received', language);
    await goTo(page, language, 'receiving/waybill:SF1234567890123');
    await look(page, 'receiving-unknown', language);
    await goTo(page, language, `receiving/${second}`);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('ht');
    await expect(page.getByRole('listbox', { name: texts.frame.results }).getByRole('option').first()).toBeVisible();
    await look(page, 'find', language);
    await page.keyboard.press('Escape');
    await goTo(page, language, 'inspection/C-2026-00002');
    await expect(page.getByRole('heading', { level: 1, name: 'C-2026-00002' })).toBeVisible();
    await look(page, 'inspection', language);
    await page.keyboard.press('r');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(page, 'inspection-reject', language);
    await page.keyboard.press('Escape');
    await page.getByRole('listitem').getByRole('button').nth(5).click();
    await look(page, 'inspection-finding', language);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(page, 'help', language);
    await page.keyboard.press('Escape');
  }
  expect(problems).toEqual([]);
});

test('a demo with the job done: every other desk full, in both themes', async ({ page }) => {
  await open(page);
  await askDoor(page, 'demo.start', { job: true });
  await becomeEverybody(page);
  const waiting = await askDoor(page, 'case.list', { queue: 'review', limit: 200 });
  const decided = await askDoor(page, 'case.list', { queue: 'decided', limit: 200 });
  const grantable = await askDoor(page, 'case.list', { queue: 'grantable', limit: 12 });
  await askDoor(page, 'award.issue', { caseIds: grantable.rows.map(({ id }) => id), password: DEMO_PASSWORD });
  const short = waiting.rows.find(({ requestedStar }) => requestedStar === 4)?.id ?? waiting.rows[0]?.id;
  const proposed = decided.rows.find(({ stage }) => stage === 'refused')?.id ?? decided.rows[0]?.id;
  for (const language of LANGUAGES) {
    const texts = TEXTS[language];
    await speak(page, language);
    await goTo(page, language, `review/${short}`);
    const ladder = page.getByRole('grid', { name: texts.ladder.title });
    await expect(ladder).toBeVisible();
    await look(page, 'review', language);
    await page.getByRole('button', { name: texts.case.conflict }).click();
    await look(page, 'review-conflict', language);
    await page.keyboard.press('Escape');
    await goTo(page, language, `review/${proposed}`);
    await expect(page.getByRole('note')).toBeVisible();
    await look(page, 'review-decided', language);

    await goTo(page, language, 'printing');
    await expect(page.getByRole('checkbox').nth(1)).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await look(page, 'printing', language);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(page, 'printing-issue', language);
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: texts.printing.tabToPrint }).click();
    await expect(page.getByRole('checkbox').nth(1)).toBeVisible();
    await page.getByRole('checkbox').nth(1).check();
    await look(page, 'printing-to-print', language);
    await page.getByRole('button', { name: texts.printing.badges }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(page, 'printing-badges', language);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog').getByText(texts.common.noViewer)).toBeVisible();
    await look(page, 'printing-file', language);
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: texts.printing.book }).click();
    await expect(page.getByRole('table', { name: texts.printing.book })).toBeVisible();
    await look(page, 'printing-book', language);

    await goTo(page, language, 'surveillance');
    await page.getByRole('tab', { name: texts.surveillance.all }).click();
    await page.getByRole('option').first().click();
    await look(page, 'surveillance', language);
    for (const desk of ['insight', 'platform', 'settings'] as const) {
      await goTo(page, language, desk);
      await look(page, desk, language);
    }
    await page.getByRole('button', { name: texts.settings.add }).click();
    await look(page, 'settings-add', language);
    await page.keyboard.press('Escape');
  }
  await speak(page, 'zh', 'dark');
  for (const address of [`review/${short}`, `inspection/${short}`, 'printing', 'insight', 'platform', 'settings']) {
    await goTo(page, 'zh', address);
    await look(page, `dark-${address.split('/')[0]}`, 'zh');
  }
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: zh.start.locked })).toBeVisible();
  await look(page, 'dark-locked', 'zh');
  expect(problems).toEqual([]);
});
