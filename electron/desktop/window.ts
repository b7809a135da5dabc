import { BrowserWindow, dialog } from 'electron';
import { ORIGIN } from './origin.ts';

/**
 * Makes the workstation's window, shut in: sandboxed, isolated, without Node in any corner.
 *
 * @param preload the built preload, CommonJS because a sandboxed preload cannot be a module
 */
export function makeWindow(preload: string, devTools: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#fbfaf7',
    title: '一乡一品评审工作站',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      plugins: true,
      devTools,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('will-prevent-unload', (event) => {
    if (mayLeave(window)) event.preventDefault();
  });
  return window;
}

/** Shows the page; apart from making the window, so that its seat is taken first. */
export const showPage = (window: BrowserWindow): Promise<void> => window.loadURL(`${ORIGIN}/index.html`);

/** Asks whether to leave although the page has something under way, which Electron by itself refuses without a word. */
function mayLeave(window: BrowserWindow): boolean {
  const LEAVE = 1;
  return (
    LEAVE ===
    dialog.showMessageBoxSync(window, {
      type: 'question',
      buttons: ['留下 Stay', '离开 Leave'],
      defaultId: 0,
      cancelId: 0,
      message: '文件还在保存，离开后未保存的文件不会留下。\nFiles are still being kept; those that wait will be lost.',
    })
  );
}
