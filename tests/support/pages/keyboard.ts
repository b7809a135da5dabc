import { expect, type Page } from '@playwright/test';

const FAR = 150;
/** Between two characters of a scanner. */
const SCANNER_SECONDS = 0.005;

/**
 * A person who only has a keyboard and a scanner.
 *
 * Waits by looking at the page, acts by keys alone; {@link watchPointer} proves it.
 */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** A barcode scanner: all characters at its own even pace, stamped as the system would, then Enter. */
  async scan(code: string): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const startedSeconds = Date.now() / 1000;
    await Promise.all(
      [...code, 'Enter'].flatMap((key, index) => {
        const enter = key === 'Enter';
        const typed = { key, text: enter ? '\r' : key, ...(enter ? { code: key, windowsVirtualKeyCode: 13 } : {}) };
        const timestamp = startedSeconds + index * SCANNER_SECONDS;
        return (['keyDown', 'keyUp'] as const).map((type) =>
          session.send('Input.dispatchKeyEvent', { type, timestamp, ...(type === 'keyUp' ? { key } : typed) }),
        );
      }),
    );
    await session.detach();
  }

  /** Waits for the control of a name, then walks with Tab until it has the focus. */
  async tabTo(name: string): Promise<void> {
    await expect
      .poll(async () => (await this.page.evaluate(controlNames, 'all' as const)).some((one) => one.includes(name)), {
        message: `no control is called ${name}`,
      })
      .toBe(true);
    for (let step = 0; step < FAR; step += 1) {
      const [focused = ''] = await this.page.evaluate(controlNames, 'focused' as const);
      if (focused.includes(name)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${name}`);
  }

  /** Moves through a group of radio buttons until the one of a value is chosen. */
  async choose(value: string): Promise<void> {
    for (let step = 0; step < FAR; step += 1) {
      await this.page.keyboard.press('ArrowRight');
      if ((await this.page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value)) === value)
        return;
    }
    throw new Error(`the arrows do not reach ${value}`);
  }

  /** Types login and password where the sign-in waits for them. */
  async signIn(login: string, password: string): Promise<void> {
    await expect(this.page.getByLabel('登录名')).toBeFocused();
    await this.type(login);
    await this.press('Tab');
    await this.type(password);
    await this.press('Enter');
    await expect(this.page.getByRole('navigation', { name: '工作台' })).toBeVisible();
  }

  /** Locks the window and leaves it to somebody else. */
  async leave(): Promise<void> {
    await this.press('Control+l');
    await expect(this.page.getByLabel('密码', { exact: true })).toBeFocused();
    await this.tabTo('换人登录');
    await this.press('Enter');
  }
}

/** Runs in the page: what a control is called, by its label or its own words; of the focused one or of all. */
function controlNames(which: 'focused' | 'all'): readonly string[] {
  const controls =
    which === 'all'
      ? [...document.querySelectorAll('a, button, input, textarea, [tabindex]')]
      : [document.activeElement].filter((element) => element !== null);
  return controls.map((control) => {
    const isField = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
    const labels = isField ? [...(control.labels ?? [])] : [];
    const words = control.matches('button, a') ? [control] : labels;
    return [control.getAttribute('aria-label'), ...words.map(({ textContent }) => textContent)].join(' ');
  });
}

/**
 * Makes a page note every real press of a mouse, pen or finger; answers with the way to ask for them.
 * Moves are left out: the browser makes some up when the layout changes under a pointer at rest.
 */
export async function watchPointer(page: Page): Promise<readonly string[]> {
  const pressed: string[] = [];
  await page.exposeFunction('notePointer', (what: string) => pressed.push(what));
  await page.addInitScript(() => {
    const kinds = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'wheel', 'touchstart'];
    const note = (event: Event): void => {
      const { className } = event.target as Element;
      if (event.isTrusted) (Reflect.get(window, 'notePointer') as (what: string) => void)(`${event.type} ${className}`);
    };
    for (const kind of kinds) window.addEventListener(kind, note, { capture: true, passive: true });
  });
  return pressed;
}
