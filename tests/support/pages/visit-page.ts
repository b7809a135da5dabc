import { expect, type Locator, type Page } from '@playwright/test';
import type { Keyboard } from './keyboard.ts';

/** The screen a visit is worked on. */
export class VisitPage {
  readonly page: Page;
  readonly keys: Keyboard;

  constructor(page: Page, keys: Keyboard) {
    this.page = page;
    this.keys = keys;
  }

  steps(): Locator {
    return this.page.getByRole('listbox', { name: '核验步骤' });
  }

  step(): Locator {
    return this.steps().getByRole('option', { selected: true });
  }

  board(): Locator {
    return this.page.getByRole('list', { name: /^照片 \d+ 张$/ });
  }

  /** Walks with J until the step of some words is chosen. */
  async walkTo(words: string | RegExp): Promise<void> {
    const all = await this.steps().getByRole('option').count();
    for (let left = all; left > 0; left -= 1) {
      if (await this.step().filter({ hasText: words }).isVisible()) return;
      const before = await this.step().textContent();
      await this.keys.press('j');
      await expect(this.step()).not.toHaveText(before ?? '');
    }
    throw new Error(`J does not reach ${String(words)}`);
  }

  /** Chooses files through the file dialog, opened by keyboard. */
  async choosePhotos(paths: readonly string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.keys.tabTo('选择照片');
    await this.keys.press('Enter');
    await (await chooser).setFiles([...paths]);
  }

  /** Signs with the arrow keys on the pad that has the focus: a zigzag from left to right. */
  async scrawl(): Promise<void> {
    await this.keys.tabTo('手写签名区');
    await this.keys.press(' ');
    for (let swing = 0; swing < 6; swing += 1) {
      const way = swing % 2 === 0 ? 'ArrowUp' : 'ArrowDown';
      await this.keys.press('ArrowRight', 'ArrowRight', way, way, 'ArrowRight', way);
    }
    await this.keys.press(' ');
  }
}
