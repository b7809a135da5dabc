import { readFile } from 'node:fs/promises';
import { expect, type BrowserContext, type Download, type Locator, type Page } from '@playwright/test';
import { zh } from '#renderer/ui/text/zh.ts';
import type { Desk } from '#shared/domain/roles.ts';

/** What a request ends with that a reload overtook. */
const LEFT_BEHIND = 'net::ERR_ABORTED';

/** Console errors, broken promises and refused content of a page, as they happen. */
export function watchProblems(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error.stack ?? error)));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== LEFT_BEHIND) problems.push(`${request.url()} ${reason}`);
  });
  return problems;
}

/** A window of the workstation in a browser, in Chinese: sign-in, rail, top bar, dialogs and files. */
export class WorkstationWindow {
  readonly page: Page;
  /** What the page complained of; a test ends by finding it empty. */
  readonly problems: readonly string[];

  constructor(page: Page) {
    this.page = page;
    this.problems = watchProblems(page);
  }

  /** Opens a start link in a browser. */
  static async open(context: BrowserContext, link: URL): Promise<WorkstationWindow> {
    const window = new WorkstationWindow(await context.newPage());
    await window.page.goto(link.href);
    return window;
  }

  /** The dialog on top, or the one with a name. */
  dialog(name?: string | RegExp): Locator {
    return this.page.getByRole('dialog', name === undefined ? {} : { name }).last();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** The one red button of the screen. */
  primary(name: string | RegExp): Locator {
    return this.page.getByRole('group', { name: zh.common.actions }).getByRole('button', { name });
  }

  /** What a screen says was saved. */
  saved(words: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: words });
  }

  queue(): Locator {
    return this.page.getByRole('region', { name: zh.common.queue });
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.page.getByLabel(zh.start.login).fill(login);
    await this.page.getByLabel(zh.start.password, { exact: true }).fill(password);
    await this.page.getByRole('button', { name: zh.start.signIn, exact: true }).click();
    await expect(this.page.getByRole('navigation', { name: zh.frame.desks })).toBeVisible();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: zh.frame.signOut }).click();
    await expect(this.page.getByRole('heading', { name: zh.start.signInTitle })).toBeVisible();
  }

  /** Changes who sits here. */
  async becomes(login: string, password: string): Promise<void> {
    await this.signOut();
    await this.signIn(login, password);
  }

  /** Closes the window as its cross does: it asks, is told to stay, and stays. */
  async staysWhenClosed(): Promise<void> {
    const asked = this.page.waitForEvent('dialog');
    await this.page.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await expect(this.page.getByRole('main')).toBeVisible();
  }

  /** Opens a desk by its place on the rail. */
  async openDesk(desk: Desk): Promise<void> {
    await this.page
      .getByRole('navigation', { name: zh.frame.desks })
      .getByRole('link', { name: zh.frame[desk] })
      .click();
    await expect(this.page.getByRole('main', { name: zh.frame[desk] })).toBeVisible();
  }

  /** Opens a row of the queue by words it shows. */
  async openRow(words: string): Promise<void> {
    await this.queue().getByRole('option').filter({ hasText: words }).click();
  }

  /** The row of the findings list that shows a kind of fact. */
  finding(kind: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: new RegExp(`记录：${kind}$`) }) });
  }
}

/** The bytes of a file that a deed hands over. */
export async function downloadedBy(page: Page, deed: () => Promise<void>): Promise<Uint8Array> {
  const [download]: [Download, void] = await Promise.all([page.waitForEvent('download'), deed()]);
  return new Uint8Array(await readFile(await download.path()));
}
