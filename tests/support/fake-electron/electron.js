/**
 * A recording stand-in for what the desktop door uses of Electron.
 *
 * Whatever is not modelled throws, so a new use of Electron is noticed here instead of passing
 * unseen. It claims to be packaged, which is how people run the door.
 */
import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const strict = (name, target) =>
  new Proxy(target, {
    get(object, key, receiver) {
      if (key in object || typeof key === 'symbol' || key === 'then') return Reflect.get(object, key, receiver);
      throw new Error(`fake electron: ${name}.${String(key)} is not modelled`);
    },
  });

/** Everything the door did, for the test to read. */
export const record = {
  order: [],
  windows: [],
  handlers: new Map(),
  protocols: new Map(),
  schemes: [],
  world: {},
  errors: [],
  questions: [],
  /** Index of the button the person presses. */
  answer: 0,
  exits: [],
  paths: new Map(),
  lock: process.env.FAKE_ELECTRON_LOCK !== 'held',
};
const note = (what) => record.order.push(what);

class Session extends EventEmitter {
  kept = {};
  webRequest = strict('webRequest', { onBeforeRequest: (decide) => (this.kept.beforeRequest = decide) });
  setPermissionRequestHandler = (handler) => (this.kept.request = handler);
  setPermissionCheckHandler = (handler) => (this.kept.check = handler);
  setDevicePermissionHandler = (handler) => (this.kept.device = handler);
  setDisplayMediaRequestHandler = (handler) => (this.kept.display = handler);
  setSpellCheckerEnabled = (enabled) => (this.kept.spelling = enabled);
}
export const session = strict('session', { defaultSession: strict('defaultSession', new Session()) });

class Contents extends EventEmitter {
  mainFrame = { url: '' };
  sent = [];
  destroyed = false;
  setWindowOpenHandler = (handler) => (this.openHandler = handler);
  send = (...message) => {
    this.sent.push(message);
    ipcRenderer.emit(message[0], {}, ...message.slice(1));
  };
  isDestroyed = () => this.destroyed;
}

const home = mkdtempSync(join(tmpdir(), 'fake-electron-'));
let becomeReady;
const ready = new Promise((resolve) => (becomeReady = resolve));
/** Lets `app.whenReady()` resolve. */
record.fireReady = () => {
  note('ready');
  becomeReady();
};
export const app = strict(
  'app',
  Object.assign(new EventEmitter(), {
    isPackaged: false,
    enableSandbox: () => note('sandbox'),
    requestSingleInstanceLock: () => (note('lock'), record.lock),
    quit: () => note('quit'),
    exit: (code) => (note('exit'), record.exits.push(code)),
    whenReady: () => ready,
    getPath: (name) => record.paths.get(name) ?? join(home, name),
    setPath: (name, path) => record.paths.set(name, path),
    getVersion: () => '0.0.0',
  }),
);
if (process.env.FAKE_ELECTRON_PACKAGED === 'yes') app.isPackaged = true;

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes) => (note('schemes'), record.schemes.push(...schemes)),
  handle: (scheme, handler) => record.protocols.set(scheme, handler),
});
export const ipcMain = strict('ipcMain', { handle: (channel, handler) => record.handlers.set(channel, handler) });
export const dialog = strict('dialog', {
  showErrorBox: (title, text) => record.errors.push({ title, text }),
  showMessageBoxSync: (window, question) => (record.questions.push({ window, question }), record.answer),
});
export const Menu = strict('Menu', {
  setApplicationMenu: (menu) => (record.menu = menu),
  buildFromTemplate: (template) => template,
});

export class BrowserWindow extends EventEmitter {
  webContents = strict('webContents', new Contents());
  constructor(options) {
    super();
    this.options = options;
    record.windows.push(this);
    note('window');
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url) {
    this.url = url;
    this.webContents.mainFrame.url = url;
  }
  show = () => (this.shown = true);
  focus = () => (this.focused = true);
  restore = () => (this.restored = true);
  isMinimized = () => true;
}

export const contextBridge = strict('contextBridge', {
  exposeInMainWorld: (name, value) => (record.world[name] = value),
});
export const ipcRenderer = strict(
  'ipcRenderer',
  Object.assign(new EventEmitter(), {
    invoke: async (channel, ...args) => {
      const { webContents } = record.windows[0];
      const event = { sender: webContents, senderFrame: webContents.mainFrame };
      return structuredClone(await record.handlers.get(channel)(event, ...structuredClone(args)));
    },
  }),
);
