import { BrowserWindow } from 'electron';
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
  return window;
}

/** Shows the page; apart from making the window, so that its seat is taken first. */
export const showPage = (window: BrowserWindow): Promise<void> => window.loadURL(`${ORIGIN}/index.html`);
