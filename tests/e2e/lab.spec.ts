import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { writeWorkbook } from '#electron/backend/services/intake/workbook-writing.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { makeLabWorkspace } from '#tests/support/lab-workspace.ts';
import { startLocalhost, type Localhost } from '#tests/support/localhost.ts';
import { Keyboard, watchPointer } from '#tests/support/pages/keyboard.ts';
import { look } from '#tests/support/pages/look.ts';
import { downloadedBy, WorkstationWindow } from '#tests/support/pages/workstation-window.ts';
import { holdsText, readPlainText } from '#tests/support/pdf-reading.ts';
import { freshFolder } from '#tests/support/shell.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
test.describe.configure({ mode: 'serial' });

const folder = freshFolder('lab');
let localhost: Localhost;
test.beforeAll(() => makeLabWorkspace(join(folder, 'workspace')));
test.beforeEach(async () => {
  localhost = await startLocalhost(join(folder, 'workspace'));
});
test.afterEach(() => localhost.stop());
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const putOnClipboard = (page: Page, text: string): Promise<void> =>
  page.evaluate((words) => navigator.clipboard.writeText(words), text);

/** Somebody of the laboratory who works by keys alone. */
async function sitDown(page: Page, login: string) {
  const pointed = await watchPointer(page);
  const window = new WorkstationWindow(page);
  const keys = new Keyboard(page);
  const sheet = page.getByRole('grid');
  await page.goto(localhost.link.href);
  await keys.signIn(login, DEMO_PASSWORD);
  const openQueue = async (state: '1' | '2' | '3' | '4'): Promise<void> => {
    await keys.tabTo('资料');
    await keys.press('ArrowRight', 'ArrowRight', 'ArrowRight');
    await expect(window.queue().getByRole('tab', { name: /^检测/ })).toBeFocused();
    await keys.press(state);
    await keys.tabTo('检测任务');
  };
  return {
    keys,
    window,
    sheet,
    openQueue,
    explain: page.getByRole('status', { name: '当前项目' }),
    cell: (row: string, name: string) => sheet.getByRole('row').filter({ hasText: row }).getByLabel(`${row} ${name}`),
    /** Chooses the plan where none is for the very kind of product. */
    choosePlan: async (name: string): Promise<void> => {
      const option = page.locator('.ant-select-item-option-active').filter({ hasText: name });
      await keys.tabTo('检测方案');
      await keys.press('ArrowDown');
      await expect(page.locator('.ant-select-item-option').filter({ hasText: name })).toBeVisible();
      for (let step = 0; step < 6 && (await option.count()) === 0; step += 1) await keys.press('ArrowDown');
      await expect(option).toBeVisible();
      await keys.press('Enter');
      await expect(page.getByRole('table', { name: '检测项目' })).toBeVisible();
    },
    /** Nothing was pressed with a pointer, and the page complained of nothing. */
    done: (): void => {
      expect(pointed).toEqual([]);
      expect(window.problems).toEqual([]);
    },
  };
}

test('tests of a sample are ordered, typed, pasted, corrected and saved by keyboard alone', async ({ page }) => {
  const { cell, done, explain, keys, openQueue, window } = await sitDown(page, 'shen');
  const lead = '铅（以 Pb 计）';

  await test.step('an order is made of a sample, with all items of the plan', async () => {
    await openQueue('1');
    await expect(window.queue().getByRole('option')).toHaveText([/安化千两茶/, /宁乡花猪腊肉/, /紫鹊界贡米/]);
    await keys.press('Enter');
    await expect(page.getByRole('checkbox', { name: lead })).toBeChecked();
    await look(page, 'lab-order', 'zh');
    await keys.press('Control+Enter');
    await expect(cell(lead, '读数')).toBeFocused();
  });

  await test.step('a comma, words and a wrong unit are refused by name and corrected', async () => {
    await keys.type('0,12');
    await keys.press('Enter');
    await expect(cell('联苯菊酯', '读数')).toBeFocused();
    await keys.press('ArrowUp');
    await expect(explain).toContainText('逗号');
    await expect(cell(lead, '读数')).toHaveAttribute('aria-invalid', 'true');
    await look(page, 'lab-refused', 'zh');
    await keys.type('0.1245');
    await keys.press('Tab');
    await keys.type('mg/L');
    await keys.press('ArrowRight', 'ArrowLeft');
    await expect(explain).toContainText('mg/L 不能换算为 mg/kg');
    await keys.type('毫克/千克');
    await keys.press('Tab');
    await keys.type('0.01');
    await keys.press('Enter', 'Home');
    await keys.type('见附页');
    await keys.press('Enter', 'ArrowUp');
    await expect(explain).toContainText('不是数值');
    await keys.type('0.3');
    await keys.press('Escape');
    await expect(cell('联苯菊酯', '读数')).toHaveValue('见附页');
    await keys.type('０．０２');
    await keys.press('Enter', 'ArrowUp');
    await expect(explain).toContainText('按 0.02 读取');
    await keys.press('F2', 'Backspace');
    await keys.type('１');
    await keys.press('Control+Enter');
    await expect(window.saved('已保存 2 项读数')).toBeVisible();
    await expect(cell('联苯菊酯', '结果')).toHaveText('合格 0.0100 mg/kg');
  });

  await test.step('a block from a spreadsheet is pasted, words are chosen, packages flow', async () => {
    await keys.press('ArrowDown');
    await putOnClipboard(page, '0.05\tmg/kg\r\n0.06\tmg/kg\r\n未检出\tmg/kg\t0.05\r\n');
    await keys.press('Control+v');
    await expect(cell('草甘膦', '读数')).toHaveText('未检出');
    await keys.press('ArrowDown', 'ArrowDown', 'Enter');
    await expect(cell('感官', '所见')).toBeFocused();
    await keys.type('无');
    await keys.press('ArrowDown', 'Enter');
    await expect(cell('净含量', '标注净含量')).toBeFocused();
    await keys.type('500');
    await keys.press('Tab', 'Tab');
    await keys.type('40');
    await keys.press('Tab');
    const weighed = ['500.2', '499.8', '501', '500', '500.4', '499.9', '500', '500.1', '500', '500.3'];
    await putOnClipboard(page, weighed.join('\r\n'));
    await keys.press('Control+v');
    await look(page, 'lab-typed', 'zh');
    await page.reload();
    await expect(page.getByText('500.3')).toBeVisible();
    await keys.press('Control+Enter');
    await expect(window.saved('已保存 5 项读数')).toBeVisible();
    await expect(page.getByText('样品合格（7 项全部合格）')).toBeVisible();
    await expect(window.primary('复核签发')).toHaveAccessibleDescription(/另一人/);
  });

  await test.step('a block is copied out as a spreadsheet takes it', async () => {
    await keys.press('Control+Home', 'Shift+ArrowDown', 'Shift+ArrowRight', 'Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('0.1245\t毫克/千克\n０．０１\tmg/kg');
  });

  await test.step('a reading that decided is changed with a reason, and the old one is kept', async () => {
    await keys.press('Control+Home');
    await keys.type('0.1255');
    await keys.press('Control+Enter');
    await expect(window.dialog('更改 1 项已有结论的读数')).toBeVisible();
    await keys.type('抄错一位');
    await look(page, 'lab-change', 'zh');
    await keys.press('Control+Enter');
    await expect(window.saved('已保存 1 项读数')).toBeVisible();
    await keys.press('Escape', 'h');
    await expect(window.dialog('读数经过')).toContainText('抄错一位');
    await look(page, 'lab-history', 'zh');
    await keys.press('Escape');
  });
  done();
});

test('a second person verifies and releases; the report is amended with its reason', async ({ page }) => {
  const { cell, done, keys, openQueue, sheet, window } = await sitDown(page, 'lu');
  await openQueue('3');
  await keys.press('Enter');
  await expect(sheet).toBeVisible();
  await keys.press('Control+Enter');
  await expect(window.dialog(/^复核签发/)).toContainText('只能另发更正报告');
  await keys.type('wrong-password');
  await keys.press('Control+Enter');
  await expect(window.dialog().getByRole('alert')).toBeVisible();
  await keys.press('Control+a');
  await keys.type(DEMO_PASSWORD);
  await look(page, 'lab-release', 'zh');
  await keys.press('Control+Enter');
  await expect(window.saved(/报告 .* 已签发/)).toBeVisible();
  await expect(window.primary('查看报告')).toBeVisible();
  await keys.press('Control+Enter');
  await expect(window.dialog(/^检测报告/)).toContainText('0.126(-) mg/kg');
  await look(page, 'lab-report', 'zh');
  await test.step('the report is taken as a PDF', async () => {
    await keys.press('Control+Enter');
    await expect(window.dialog(/^检验报告 R-/)).toBeVisible();
    await look(page, 'lab-paper', 'zh');
    const texts = (await readPlainText(await downloadedBy(page, () => keys.press('Control+Enter')))).join('\n');
    for (const words of ['检验报告', '样品合格（7 项全部合格）', '0.1255 毫克/千克', '500.3', '沈检验（样例）'])
      expect(holdsText(texts, words), words).toBe(true);
    await keys.press('Escape');
    await expect(window.dialog(/^检测报告 R-/)).toBeVisible();
  });
  await keys.press('Escape', 'Escape', 'e');
  await expect(window.dialog(/^更正报告/)).toBeVisible();
  await keys.type('标准溶液浓度有误');
  await keys.press('Control+Enter');
  await expect(window.saved('已开始更正')).toBeVisible();
  await expect(cell('铅（以 Pb 计）', '读数')).toBeFocused();
  await keys.press('Control+Home');
  await keys.type('5.3');
  await keys.press('Control+Enter');
  await expect(window.dialog(/^更改 1 项/)).toBeVisible();
  await keys.type('重新定容');
  await keys.press('Control+Enter');
  await expect(page.getByText('样品不合格：铅（以 Pb 计）')).toBeVisible();
  await expect(cell('铅（以 Pb 计）', '结果')).toContainText('不合格');
  await look(page, 'lab-amending', 'zh');
  await expect(window.primary('签发更正报告')).toHaveAccessibleDescription(/另一人/);
  done();
});

test('the amended report takes the place of the old one; counts of micro-organisms are entered once', async ({
  page,
}) => {
  const { cell, choosePlan, done, explain, keys, openQueue, sheet, window } = await sitDown(page, 'qin');
  await openQueue('3');
  await keys.press('Enter');
  await expect(sheet).toBeVisible();
  await keys.press('Control+Enter');
  await expect(window.dialog(/^复核签发/)).toContainText('标准溶液浓度有误');
  await keys.type(DEMO_PASSWORD);
  await keys.press('Control+Enter');
  await expect(window.saved(/报告 .* 已签发/)).toBeVisible();
  await expect(window.primary('查看报告')).toBeVisible();
  await keys.press('Control+Enter');
  await expect(window.dialog(/^检测报告/)).toContainText('更正自');
  await look(page, 'lab-amended', 'zh');
  await keys.press('Escape');

  await test.step('the evidence of the case leads to the PDF', async () => {
    await page.evaluate(() => location.assign('#/inspection/C-2026-92001'));
    await keys.tabTo('看记录');
    await keys.press('Enter');
    await expect(page.getByRole('article', { name: /^检测报告 R-/ })).toBeVisible();
    await look(page, 'lab-evidence', 'zh');
    await keys.press('p');
    await expect(window.dialog(/^检测报告 R-/)).toBeVisible();
    const texts = (await readPlainText(await downloadedBy(page, () => keys.press('Control+Enter')))).join('\n');
    expect(holdsText(texts, '更正原因：标准溶液浓度有误')).toBe(true);
    await keys.press('Escape', 'Escape');
    await expect(page.getByRole('article')).toHaveCount(0);
  });
  await openQueue('1');
  await keys.press('Enter');
  await expect(page.getByRole('heading', { name: '宁乡花猪腊肉' })).toBeVisible();
  await choosePlan('肉制品');
  await keys.press('Control+Enter');
  await expect(cell('铅（以 Pb 计）', '读数')).toBeFocused();
  await keys.press('PageDown');
  await expect(cell('沙门氏菌', '1 号')).toBeFocused();
  for (const found of ['未检出', '检出', '未检出', '未检出', '未检出']) {
    await keys.type(found);
    await keys.press('Tab');
  }
  await keys.press('ArrowDown', 'ArrowDown', 'Home');
  await putOnClipboard(page, '50\r\n120\r\n90\r\n<10\r\n80\r\n');
  await keys.press('Control+v');
  await expect(cell('金黄色葡萄球菌', '结果')).toHaveText('合格 未保存');
  await expect(explain).toContainText('5 件中 1 件超过 m = 100，允许 1 件');
  await keys.press('Control+Enter');
  await expect(window.saved('已保存 2 项读数')).toBeVisible();
  await expect(page.getByText('样品不合格：沙门氏菌')).toBeVisible();
  await look(page, 'lab-micro', 'zh');
  await keys.press('ArrowUp', 'ArrowUp', 'ArrowRight');
  await keys.type('未检出');
  await keys.press('Control+Enter');
  await expect(window.dialog(/^更改 1 项/)).toContainText('不得复检');
  await expect(window.dialog().getByRole('radio')).toHaveCount(1);
  await keys.press('Escape', 'Escape');
  await page.evaluate(() => localStorage.setItem('workstation.language', 'en'));
  await page.reload();
  await expect(page.getByRole('grid')).toBeVisible();
  await look(page, 'lab-micro', 'en');
  done();
});

test('a laboratory’s workbook is taken in once; its wrong rows come back', async ({ page }) => {
  const { cell, choosePlan, done, keys, openQueue, window } = await sitDown(page, 'shen');
  const cells = [
    ['样品条码', '检测项目', '结果', '单位'],
    ['S2601000003', '铅（以 Pb 计）', '0.05', 'mg/kg'],
    ['S2601000003', '镉（以 Cd 计）', '0,12', 'mg/kg'],
    ['S2601000003', '不在方案中的项目', '1', 'mg/kg'],
  ];
  const bytes = await writeWorkbook([
    { name: '封面', rows: [['委托单位', '样例']], widths: [16, 16], stickyRows: 1 },
    { name: '结果', rows: cells, widths: [16, 24, 12, 12], stickyRows: 1 },
  ]);
  const give = async (name: string): Promise<void> => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keys.press('i')]);
    await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
  };
  await openQueue('1');
  await expect(window.queue().getByRole('option')).toHaveText([/紫鹊界贡米/]);
  await keys.press('Enter');
  await expect(page.getByRole('heading', { name: '紫鹊界贡米' })).toBeVisible();
  await choosePlan('大米');
  await keys.press('Control+Enter');
  await expect(cell('铅（以 Pb 计）', '读数')).toBeFocused();
  const template = await downloadedBy(page, () => keys.press('Escape', 't'));
  expect(template.length).toBeGreaterThan(1000);
  await give('米-结果.xlsx');
  await expect(window.saved('已录入 1 项')).toContainText('2 行有误');
  await expect(window.saved('已录入 1 项')).toContainText('未读取的工作表：封面');
  const wrong = page.getByRole('group', { name: '有误的行', exact: true }).getByRole('listitem');
  await expect(wrong).toHaveText([/^第 3 行 · 结果 .*逗号/, /^第 4 行 · 检测项目 .*不在方案中的项目/]);
  await expect(cell('铅（以 Pb 计）', '读数')).toHaveValue('0.05');
  await look(page, 'lab-imported', 'zh');
  await page.getByRole('button', { name: '下载有误的行' }).focus();
  expect((await downloadedBy(page, () => keys.press('Enter'))).length).toBeGreaterThan(1000);
  await give('另一名称.xlsx');
  await expect(page.getByRole('alert')).toContainText('未重复导入');
  await look(page, 'lab-same-file', 'zh');
  done();
});
