import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Machine } from '#electron/backend/places.ts';

const NAMES: Readonly<Record<'linux' | 'darwin' | 'win32', readonly string[]>> = {
  linux: [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ],
  darwin: ['Google Chrome', 'Microsoft Edge', 'Chromium'],
  win32: [
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
    'Chromium/Application/chrome.exe',
  ],
};

/**
 * Finds a browser that can show an app window (`--app=URL`): Chrome, Chromium or Edge.
 *
 * `OTOP_BROWSER` names one outright and is not second-guessed: when it cannot be run, none is found.
 */
export function findBrowser(machine: Machine, runs: (path: string) => boolean = isExecutable): string | undefined {
  const wish = machine.env['OTOP_BROWSER'];
  return (wish === undefined ? candidates(machine) : [wish]).find(runs);
}

function candidates({ platform, env, home }: Machine): readonly string[] {
  if (platform === 'darwin')
    return ['/Applications', join(home, 'Applications')].flatMap((base) =>
      NAMES.darwin.map((name) => join(base, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  if (platform === 'win32')
    return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((base) =>
      base === undefined ? [] : NAMES.win32.map((name) => join(base, name)),
    );
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.linux.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Whether a browser's window could be seen here. */
export const hasDisplay = ({ platform, env }: Machine): boolean =>
  platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);

function isExecutable(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') return false;
    throw error;
  }
}
