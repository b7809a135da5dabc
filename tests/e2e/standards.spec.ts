import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { importAs, prepareForDecision, wholeApplication } from '#tests/support/applications.ts';
import { openPeopledDesk } from '#tests/support/desk.ts';
import { standardContent } from '#tests/support/dossiers.ts';
import { startLocalhost, type Localhost } from '#tests/support/localhost.ts';
import { look } from '#tests/support/pages/look.ts';
import { WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { freshFolder } from '#tests/support/shell.ts';

interface Content {
  criteria_set: { version: string };
  settings: object;
  criteria: { id: string; per_star: Record<string, object> }[];
}

const folder = freshFolder('standards');
let localhost: Localhost;

/** Two decided cases that a stricter clean period would move. */
async function makeWorkspace(workspace: string): Promise<void> {
  const desk = await openPeopledDesk({ workspace });
  const [parcel] = wholeApplication().parcels;
  const parcels = parcel ? [{ ...parcel, waybill: 'SF1388204777199' }] : [];
  await importAs(desk, 'peng', [wholeApplication(), wholeApplication({ applicationNo: 'A-2026-90002', parcels })]);
  for (const caseId of ['C-2026-90001', 'C-2026-90002']) {
    await prepareForDecision(desk, caseId);
    const { version } = await desk.ask('tang', 'case.get', { caseId });
    await desk.ask('tang', 'case.decide', { caseId, baseVersion: version, password: DEMO_PASSWORD });
  }
  await desk.close();
}

/** A standard file on the disk, edited. */
function standardFile(name: string, edit: (content: Content) => void): string {
  const content = standardContent() as unknown as Content;
  edit(content);
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content, null, 1));
  return file;
}

test.beforeAll(async () => {
  await makeWorkspace(join(folder, 'workspace'));
  localhost = await startLocalhost(join(folder, 'workspace'));
});
test.afterAll(async () => {
  await localhost.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a draft standard is imported, compared, tried on decided cases and given its day', async ({ page }) => {
  const window = new WorkstationWindow(page);
  const importFile = async (file: string): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('i');
    await (await chooser).setFiles(file);
  };
  await page.goto(localhost.link.href);
  await window.signIn('admin', DEMO_PASSWORD);
  await window.openDesk('settings');
  await window.button('版本与试算').click();
  await expect(window.queue().getByRole('option')).toHaveText([/2019-r1.*现行/s]);

  await test.step('a file that is wrong says all that is wrong, place by place', async () => {
    await importFile(
      standardFile('wrong.json', (content) => {
        content.criteria_set.version = '2027-r1';
        const clean = content.criteria.find(({ id }) => id === 'RISK.CLEAN_RECORD');
        if (clean) clean.per_star['4'] = { required: true, months: 0, zh: '', en: 'none' };
      }),
    );
    await expect(page.getByRole('alert')).toContainText('wrong.json 没有导入：2 处有误');
    await expect(page.getByRole('cell', { name: 'criteria[3].per_star["4"].months' })).toBeVisible();
    await look(page, 'standards-wrong', 'zh');
  });

  await test.step('a good one comes in as a draft and is compared row by row', async () => {
    await importFile(
      standardFile('2027-r1.json', (content) => {
        content.criteria_set.version = '2027-r1';
        content.settings = { safety_photos_minimum: 5, unbroken_record_from_star: 3 };
        const row = (id: string) => content.criteria.find((one) => one.id === id)?.per_star ?? {};
        for (const star of ['3', '4', '5']) {
          row('RISK.CLEAN_RECORD')[star] = { required: true, months: 240, zh: '连续二十年', en: '20 years in a row' };
        }
        row('RISK.QUALITY_INSURANCE')['3'] = { required: true, zh: '须投保产品质量险', en: 'insured' };
        row('TEST.LINES')['3'] = { required: false };
      }),
    );
    await expect(window.saved('2027-r1 已作为草稿导入')).toBeVisible();
    await expect(page.getByRole('region', { name: '与 2019-r1 逐行比较' }).getByRole('row')).toHaveCount(7);
  });

  await test.step('a trial shows who would move and why', async () => {
    await page.keyboard.press('t');
    await expect(page.getByRole('region', { name: '会变的案卷' }).getByRole('row')).toHaveCount(3);
    await expect(page.getByRole('region', { name: '会变的案卷' })).toContainText('无重要投诉与事故');
    await look(page, 'standards-draft', 'zh');
    await page.evaluate(() => document.querySelector('.desk-scroll')?.scrollTo(0, 10_000));
    await look(page, 'standards-what-if', 'zh');
    await page.reload();
    await expect(page.getByText(/试算于 \d{4}-\d\d-\d\d \d\d:\d\d/)).toBeVisible();
    await expect(page.getByRole('region', { name: '会变的案卷' })).toContainText('无重要投诉与事故');
  });

  await test.step('its day is set with the password, or it is dropped', async () => {
    await page.keyboard.press('Control+Enter');
    await window.dialog().getByLabel('生效日期').fill('2027-01-01');
    await expect(window.dialog()).toContainText('从 2027-01-01 起');
    await look(page, 'standards-adopt', 'zh');
    await window.dialog().getByLabel('请输入您的密码确认').fill(DEMO_PASSWORD);
    await page.keyboard.press('Control+Enter');
    await expect(window.saved('2027-r1 将从 2027-01-01 起生效')).toBeVisible();
    await expect(window.queue().getByRole('option', { selected: true })).toHaveText(/2027-r1.*待生效/s);
  });

  await page.evaluate(() => localStorage.setItem('workstation.language', 'en'));
  await page.reload();
  await expect(page.getByRole('button', { name: 'Run it again' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Who would move' }).getByRole('row')).toHaveCount(3);
  await look(page, 'standards-draft', 'en');
  expect(window.problems).toEqual([]);
});
