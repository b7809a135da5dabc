import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const FLAGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-sync',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--window-size=1366,768',
];

/**
 * Opens the page as an app window of an installed browser, in a profile of its own.
 *
 * Nothing is shared with the person's own browsing, and the process lives as long as the window.
 * The start link is kept out of the process list, which any user of the machine can read: the
 * browser is given a file only its owner can read, which redirects to it.
 * @param profile folder of the browser profile; made when missing
 */
export function openAppWindow(browser: string, startUrl: string, profile: string): ChildProcess {
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const opener = join(profile, 'open.html');
  rmSync(opener, { force: true });
  writeFileSync(opener, `<!doctype html><meta http-equiv="refresh" content="0;url=${startUrl}">`, { mode: 0o600 });
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return spawn(browser, [`--app=${pathToFileURL(opener).href}`, `--user-data-dir=${profile}`, ...FLAGS, ...root], {
    stdio: 'ignore',
  });
}
