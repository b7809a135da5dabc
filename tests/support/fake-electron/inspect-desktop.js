/**
 * Loads the built desktop door (`out/` given as the first argument) on the stand-in and checks its
 * settings one by one; the second argument is a fresh workspace.
 *
 * Prints `ok NAME` or `FAILED NAME: why` for each check and exits 1 when one failed. It is a program
 * of its own, run by desktop-bundle.test.ts on the real bundle and on spoilt copies of it.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, record, session } from 'electron';

const [out, workspace] = process.argv.slice(2);
process.argv = [process.execPath, '--workspace', workspace];
process.resourcesPath = join(out, '..');
await import(pathToFileURL(join(out, 'main', 'desktop.js')).href);
record.fireReady();
const opened = new Promise((resolve) => {
  const look = () => (record.windows[0]?.url || record.exits.length > 0 ? resolve() : setImmediate(look));
  look();
});
await opened;
assert.deepEqual(record.errors, []);

const [window] = record.windows;
const contents = window.webContents;
const { kept } = session.defaultSession;
const OURS = 'app://workstation/index.html';
const HOSTILE = [
  'https://evil.example/',
  'http://127.0.0.1:9/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'app://evil/',
  'app://workstation.evil/',
  'app://workstation@evil/',
  'data:text/html,x',
  'blob:https://evil.example/1',
  'chrome-extension://evil/',
  'devtools://devtools/',
];
const prevented = (name, url, from = contents) => {
  let hit = false;
  from.emit(name, { url, preventDefault: () => (hit = true) });
  return hit;
};
const fetchPage = (url, init) => record.protocols.get('app')(new Request(url, init));
const call = (senderFrame, name = 'session.view', sender = contents) =>
  record.handlers.get('workstation:call')({ sender, senderFrame }, name, {});

const checks = {
  'the workspace named is the one that was opened'() {
    assert.ok(existsSync(join(workspace, 'workstation.sqlite')));
  },
  'sandbox, scheme and lock are settled before ready'() {
    const order = ['sandbox', 'schemes', 'lock', 'ready', 'window'].map((what) => record.order.indexOf(what));
    assert.ok(
      order.every((at, index) => at >= 0 && (index === 0 || at > order[index - 1])),
      record.order.join(),
    );
  },
  'the window is shut in'() {
    const { preload, ...preferences } = window.options.webPreferences;
    assert.deepEqual(preferences, {
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
      devTools: false,
    });
    assert.equal(preload, join(out, 'preload', 'index.cjs'));
    assert.equal(window.url, OURS);
  },
  'no menu brings back reload or developer tools'() {
    if (process.platform !== 'darwin') assert.equal(record.menu, null);
    else assert.deepEqual(record.menu, [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]);
  },
  'the preload requires nothing but electron'() {
    const text = readFileSync(window.options.webPreferences.preload, 'utf8');
    const required = [...text.matchAll(/\brequire\(\s*["'`]([^"'`]+)/g)].map(([, name]) => name);
    assert.deepEqual([...new Set(required)], ['electron']);
  },
  'permissions are denied both ways'() {
    const ask = (permission, requestingUrl, details = {}) => {
      let answer;
      kept.request(contents, permission, (value) => (answer = value), { requestingUrl, ...details });
      return answer;
    };
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'openExternal',
      'usb',
      'hid',
      'serial',
      'fileSystem',
      'clipboard-read',
      'fullscreen',
      'pointerLock',
      'display-capture',
      'no-such',
    ]) {
      assert.equal(ask(permission, OURS), false, permission);
      assert.equal(kept.check(null, permission, 'app://workstation'), false, permission);
    }
    for (const [mediaTypes, allowed] of [
      [['video'], true],
      [['audio'], false],
      [['video', 'audio'], false],
      [[], false],
    ]) {
      assert.equal(ask('media', OURS, { mediaTypes }), allowed, mediaTypes.join());
      assert.equal(ask('media', 'https://evil.example/', { mediaTypes }), false);
    }
    for (const mediaType of ['video', 'audio', 'unknown']) {
      assert.equal(kept.check(null, 'media', 'app://workstation', { mediaType }), mediaType === 'video', mediaType);
      assert.equal(kept.check(null, 'media', 'https://evil.example', { mediaType }), false);
    }
    assert.equal(ask('clipboard-sanitized-write', OURS), true);
    assert.equal(ask('clipboard-sanitized-write', 'https://evil.example/'), false);
    assert.equal(kept.check(null, 'clipboard-sanitized-write', 'https://evil.example'), false);
    assert.equal(kept.device({}), false);
    assert.equal(kept.display, null);
    assert.equal(kept.spelling, false);
  },
  'a later session is shut as well'() {
    const later = Object.assign(Object.create(Object.getPrototypeOf(session.defaultSession)), session.defaultSession, {
      kept: {},
    });
    let locked = 0;
    const count = () => (locked += 1);
    const spy = new Proxy(later, { get: (target, key) => (key === 'webRequest' ? { onBeforeRequest: count } : count) });
    app.emit('session-created', spy);
    assert.ok(locked >= 6);
  },
  'navigation and new windows are refused'() {
    for (const url of HOSTILE) {
      for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate'])
        assert.ok(prevented(name, url), `${name} ${url}`);
      assert.deepEqual(contents.openHandler({ url }), { action: 'deny' });
    }
    assert.deepEqual(contents.openHandler({ url: OURS }), { action: 'deny' });
    assert.ok(prevented('will-attach-webview', ''));
    assert.ok(prevented('will-navigate', 'blob:app://workstation/1'));
    assert.ok(!prevented('will-frame-navigate', 'blob:app://workstation/1'));
    assert.ok(!prevented('will-navigate', OURS));
  },
  'a page with files under way is left only when the person says so'() {
    record.answer = 0;
    assert.ok(!prevented('will-prevent-unload', ''), 'stay');
    record.answer = 1;
    assert.ok(prevented('will-prevent-unload', ''), 'leave');
    const [{ window: asked, question }] = record.questions;
    assert.equal(asked, window);
    assert.deepEqual([question.cancelId, question.defaultId, question.buttons.length], [0, 0, 2]);
  },
  'the page reaches no network and no file'() {
    const cancelled = (url) => {
      let answer;
      kept.beforeRequest({ url }, (value) => (answer = value.cancel));
      return answer;
    };
    for (const url of HOSTILE.filter((url) => !url.startsWith('data:'))) assert.equal(cancelled(url), true, url);
    for (const url of [OURS, 'blob:app://workstation/1']) assert.equal(cancelled(url), false, url);
  },
  'a download is a document of ours, and its place is asked for'() {
    const download = (url) => {
      let dialogOptions;
      const item = {
        getURL: () => url,
        getFilename: () => '../../证书.pdf',
        setSaveDialogOptions: (given) => (dialogOptions = given),
      };
      let stopped = false;
      session.defaultSession.emit('will-download', { preventDefault: () => (stopped = true) }, item, contents);
      return { stopped, dialogOptions };
    };
    for (const url of [...HOSTILE, OURS]) assert.equal(download(url).stopped, true, url);
    const saved = download('blob:app://workstation/1');
    assert.equal(saved.stopped, false);
    assert.equal(saved.dialogOptions.defaultPath, '证书.pdf');
  },
  async 'app:// serves the built page with its policy, and nothing outside'() {
    assert.deepEqual(record.schemes, [
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
    assert.deepEqual([...record.protocols.keys()], ['app']);
    const page = await fetchPage(OURS);
    assert.equal(page.status, 200);
    const policy = page.headers.get('content-security-policy');
    assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self';/);
    assert.match(policy, /require-trusted-types-for 'script'; trusted-types pdf-worker$/);
    assert.doesNotMatch(policy, /unsafe|\*|http|ws:/);
    assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(page.headers.get('cross-origin-opener-policy'), 'same-origin');
    const html = await page.text();
    assert.doesNotMatch(html, /<script(?![^>]*src=)|bridge\.js|\son\w+=/);
    const assets = [...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, path]) => path);
    assert.ok(assets.length > 0);
    for (const path of assets) assert.equal((await fetchPage(`app://workstation/${path}`)).status, 200, path);
    for (const url of [
      'app://workstation/../../package.json',
      'app://workstation/%2e%2e/main/desktop.js',
      'app://workstation/..%2f..%2fpackage.json',
      'app://workstation/..%5c..%5cpackage.json',
      'app://evil/index.html',
    ])
      assert.equal((await fetchPage(url)).status, 404, url);
    assert.equal((await fetchPage(OURS, { method: 'POST' })).status, 404);
  },
  async 'only the main frame of our page may call'() {
    assert.deepEqual([...record.handlers.keys()], ['workstation:call']);
    const untrusted = { ok: false, failure: { code: 'door.untrusted' } };
    assert.notDeepEqual(await call(contents.mainFrame), untrusted);
    assert.deepEqual(await call(null), untrusted, 'no frame');
    assert.deepEqual(await call({ url: OURS }), untrusted, 'a frame inside');
    const stranger = { mainFrame: { url: OURS } };
    assert.deepEqual(await call(stranger.mainFrame, 'session.view', stranger), untrusted, 'a page without a seat');
    contents.mainFrame.url = 'https://evil.example/';
    assert.deepEqual(await call(contents.mainFrame), untrusted, 'a page that was led away');
    contents.mainFrame.url = OURS;
    assert.deepEqual(
      await call(contents.mainFrame, { toString: () => 'session.view' }),
      untrusted,
      'a name that is no text',
    );
    for (const name of ['__proto__', 'constructor', 'toString', 'no.such']) {
      const reply = await call(contents.mainFrame, name);
      assert.equal(reply.ok, false, name);
      assert.notEqual(reply.failure.code, 'door.fault', name);
    }
  },
  async 'the preload gives the page call and on, and they reach the backend'() {
    const require = createRequire(import.meta.url);
    require(window.options.webPreferences.preload);
    assert.deepEqual(Object.keys(record.world), ['workstation']);
    const door = record.world.workstation;
    assert.deepEqual(Object.keys(door).sort(), ['call', 'on']);
    assert.equal((await door.call('no.such', {})).ok, false);
    const heard = [];
    const stop = door.on('case.changed', (...args) => heard.push(args));
    contents.send('workstation:event', 'case.changed', { caseId: 'c1' });
    contents.send('workstation:event', 'parcel.changed', {});
    stop();
    contents.send('workstation:event', 'case.changed', { caseId: 'c2' });
    assert.deepEqual(heard, [[{ caseId: 'c1' }]]);
  },
  'a second start focuses this window'() {
    app.emit('second-instance');
    assert.ok(window.restored && window.focused);
  },
  async 'a closed page loses its seat'() {
    contents.destroyed = true;
    contents.emit('destroyed');
    assert.equal((await call(contents.mainFrame)).failure?.code, 'door.untrusted');
  },
  async 'leaving closes the backend before the program ends'() {
    let held = false;
    const left = new Promise((resolve) => {
      const look = () => (record.exits.length > 0 ? resolve() : setImmediate(look));
      look();
    });
    app.emit('will-quit', { preventDefault: () => (held = true) });
    await left;
    assert.ok(held);
  },
};

let failed = false;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    process.stdout.write(`ok ${name}\n`);
  } catch (error) {
    failed = true;
    process.stdout.write(`FAILED ${name}: ${error.message.replaceAll('\n', ' ')}\n`);
  }
}
process.exit(failed ? 1 : 0);
