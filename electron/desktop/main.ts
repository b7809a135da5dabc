import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { app, dialog, ipcMain, Menu, protocol, session } from 'electron';
import type { BrowserWindow } from 'electron';
import { createBackend } from '#electron/backend/backend.ts';
import { openLog } from '#electron/backend/log-file.ts';
import { placesOf, workspaceKey } from '#electron/backend/places.ts';
import { StartRefusal } from '#electron/backend/ports.ts';
import { heldWords, systemWords } from '#electron/backend/start-words.ts';
import type { Both } from '#electron/backend/start-words.ts';
import { holdWorkspace } from '#electron/backend/store/workspace-lock.ts';
import { openBridge, takeSeat } from './bridge.ts';
import type { Seats } from './bridge.ts';
import { lockContents, lockSession, SCHEME_RIGHTS } from './locks.ts';
import { SCHEME } from './origin.ts';
import { pageHandler } from './page.ts';
import { makeWindow, showPage } from './window.ts';

const REFUSED = 2;
const out = join(import.meta.dirname, '..');
const places = placesOf();
const { values } = parseArgs({
  args: process.argv.slice(1),
  options: { workspace: { type: 'string' } },
  strict: false,
});
const workspace = typeof values.workspace === 'string' ? resolve(values.workspace) : places.workspace;

app.enableSandbox();
protocol.registerSchemesAsPrivileged([SCHEME_RIGHTS]);
const userData = join(places.cache, 'desktop', workspaceKey(workspace));
mkdirSync(userData, { recursive: true, mode: 0o700 });
app.setPath('userData', userData);
let window: BrowserWindow | undefined;

if (app.requestSingleInstanceLock()) {
  app.on('session-created', lockSession);
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start).catch(refuse);
} else app.quit();

async function start(): Promise<void> {
  lockSession(session.defaultSession);
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  );
  const hold = holdWorkspace(workspace);
  if (!hold.held) {
    stopWith(heldWords(hold.holder?.door));
    return;
  }
  hold.publish({ door: 'desktop', pid: process.pid });
  const log = openLog(join(workspace, 'logs'));
  const backend = await createBackend({
    workspace,
    resources: app.isPackaged ? join(process.resourcesPath, 'resources') : join(out, '..', 'resources'),
    cache: places.cache,
    version: app.getVersion(),
    workerEntry: (name) => pathToFileURL(join(import.meta.dirname, `${name}.js`)),
    log,
  });
  const seats: Seats = new Map();
  protocol.handle(SCHEME, pageHandler(join(out, 'renderer')));
  openBridge(ipcMain, seats, log);
  window = makeWindow(join(out, 'preload', 'index.cjs'), !app.isPackaged);
  takeSeat(window.webContents, backend.seat(), seats);
  window.on('closed', () => {
    window = undefined;
  });
  app.once('will-quit', (event) => {
    event.preventDefault();
    void backend.close().finally(() => {
      hold.release();
      app.exit();
    });
  });
  await showPage(window);
}

function refuse(error: unknown): void {
  const why = error instanceof Error ? error.message : String(error);
  stopWith(
    (error instanceof StartRefusal ? error.sentence : systemWords(error, workspace, undefined)) ?? {
      zh: `程序出错，无法打开工作区 ${workspace}：${why}`,
      en: `A fault kept the workspace from opening: ${why}`,
    },
  );
}

function stopWith({ zh, en }: Both): void {
  dialog.showErrorBox('一乡一品评审工作站 OTOP Review Workstation', `${zh}\n\n${en}`);
  app.exit(REFUSED);
}
