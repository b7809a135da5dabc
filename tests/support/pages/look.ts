import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Language } from '#renderer/ui/language.tsx';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'test-results', 'screens');

/** The office screens every picture is taken at. */
export const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

/** What is left of the smaller one at 125 and at 150 % scaling. */
export const SCALED_SIZES = [
  { width: 1093, height: 614 },
  { width: 911, height: 512 },
] as const;

/**
 * Looks at a screen as it stands, at both sizes or those given: nothing runs over, no text is cut without an
 * ellipsis, axe finds nothing serious (asked once, in Chinese: the roles and names are the same). Leaves `test-results/screens/NAME-WIDTH-LANGUAGE.png`.
 */
export async function look(
  page: Page,
  name: string,
  language: Language,
  sizes: readonly { readonly width: number; readonly height: number }[] = SIZES,
): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const view = `${name}-${size.width}-${language}`;
    await page.screenshot({ path: join(FOLDER, `${view}.png`), animations: 'disabled' });
    expect.soft(await page.evaluate(cutTexts), view).toEqual([]);
  }
  await page.setViewportSize(SIZES[0]);
  if (language === 'en') return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect.soft(serious, `${name} ${language}`).toEqual([]);
}

/** Runs in the page: what reaches beyond the window or its box, as `tag.class: words`. */
function cutTexts(): readonly string[] {
  const faults: string[] = [];
  const describe = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${String(element.className)}: ${(element.textContent ?? '').slice(0, 60)}`;
  if (document.documentElement.scrollWidth > window.innerWidth) faults.push('the page runs over');
  const modal = document.querySelector('dialog[open]');
  for (const element of (modal ?? document.body).querySelectorAll<HTMLElement>('*')) {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.width === 0 || style.visibility === 'hidden' || element.closest('.unseen, svg, [hidden], .skip')) continue;
    const holdsText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
    const scrolls = style.overflowX === 'auto' || style.overflowX === 'scroll';
    const wide = element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline';
    if (wide && (holdsText || scrolls) && style.textOverflow !== 'ellipsis') faults.push(`wide ${describe(element)}`);
    const cutsDown = style.overflowY === 'hidden' || style.overflowY === 'clip';
    if (holdsText && cutsDown && element.scrollHeight > element.clientHeight + 2)
      faults.push(`low ${describe(element)}`);
    if (holdsText && box.right > window.innerWidth + 1) faults.push(`outside ${describe(element)}`);
  }
  return faults;
}
