import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { electronBinary, hasDisplay } from '#electron/launch.js';

const root = join(import.meta.dirname, '..', '..');
const binary = electronBinary(root);
const missing =
  binary === undefined
    ? 'Electron has no program files here (npm run electron:install fetches them)'
    : 'there is no display';

const skipped = binary === undefined || !hasDisplay();
const inWorker = process.env['TEST_WORKER_INDEX'] !== undefined;
if (skipped && !inWorker) process.stdout.write(`The desktop door is not tested in Electron: ${missing}.\n`);

test.describe('the desktop door', () => {
  test.skip(skipped, missing);

  test('opens its window on app:// with the two functions of the door', async () => {
    const workspace = await mkdtemp(join(tmpdir(), 'otop-electron-'));
    const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const app = await _electron.launch({
      args: [...sandbox, root, '--workspace', workspace],
      ...(binary === undefined ? {} : { executablePath: binary }),
    });
    try {
      const page = await app.firstWindow();
      await expect(page).toHaveURL('app://workstation/index.html');
      const shape = await page.evaluate(() =>
        Object.keys((globalThis as unknown as { workstation: object }).workstation),
      );
      expect(shape.sort()).toEqual(['call', 'on']);
      await expect(page.locator('#root')).not.toBeEmpty();
    } finally {
      await app.close();
      await rm(workspace, { recursive: true, force: true });
    }
  });
});
