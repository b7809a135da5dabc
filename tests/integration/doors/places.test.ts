import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '#electron/backend/log-file.ts';
import { readPageFile } from '#electron/backend/page-files.ts';
import { placesOf, workspaceKey } from '#electron/backend/places.ts';
import { systemWords } from '#electron/backend/start-words.ts';
import { holdWorkspace } from '#electron/backend/store/workspace-lock.ts';
import { findBrowser, hasDisplay } from '#electron/localhost/browsers.ts';
import { readOptions } from '#electron/localhost/options.ts';
import { ROOT } from './built.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'otop-places-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('where things are kept', () => {
  it('follows XDG on Linux and ignores relative values, as it demands', () => {
    const machine = { platform: 'linux', home: '/home/li' } as const;
    expect(placesOf({ ...machine, env: {} })).toEqual({
      workspace: '/home/li/.local/share/otop-workstation',
      cache: '/home/li/.cache/otop-workstation',
    });
    expect(placesOf({ ...machine, env: { XDG_DATA_HOME: '/data', XDG_CACHE_HOME: 'rel' } })).toEqual({
      workspace: '/data/otop-workstation',
      cache: '/home/li/.cache/otop-workstation',
    });
  });

  it('follows the customs of macOS', () => {
    expect(placesOf({ platform: 'darwin', env: {}, home: '/Users/li' })).toEqual({
      workspace: '/Users/li/Library/Application Support/otop-workstation',
      cache: '/Users/li/Library/Caches/otop-workstation',
    });
  });

  it('names a workspace the same however it is written', () => {
    expect(workspaceKey('/a/b/../c')).toBe(workspaceKey('/a/c'));
    expect(workspaceKey('/a/c')).not.toBe(workspaceKey('/a/d'));
  });
});

describe('the lock on a workspace', () => {
  it('is given to one and tells the other about it', () => {
    const first = holdWorkspace(folder);
    if (!first.held) throw new Error('not held');
    const holder = { door: 'localhost', pid: 1, origin: 'http://127.0.0.1:4321', secret: 's' } as const;
    first.publish(holder);
    expect(holdWorkspace(folder)).toEqual({ held: false, holder });
    first.release();
    const next = holdWorkspace(folder);
    expect(next).toMatchObject({ held: true, key: first.key, lastPort: 4321 });
    if (next.held) next.release();
  });

  it('is free again after its holder was killed', async () => {
    const program = `
      const { holdWorkspace } = await import('#electron/backend/store/workspace-lock.ts');
      globalThis.hold = holdWorkspace(${JSON.stringify(folder)});
      hold.publish({ door: 'cli', pid: process.pid });
      console.log('held');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { cwd: ROOT });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(holdWorkspace(folder)).toEqual({ held: false, holder: { door: 'cli', pid: child.pid } });
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const hold = holdWorkspace(folder);
    expect(hold.held).toBe(true);
    if (hold.held) hold.release();
  });

  it('keeps its note for its owner alone and survives one that was spoilt', async () => {
    await writeFile(join(folder, 'instance.json'), '{"key":"short');
    const hold = holdWorkspace(folder);
    if (!hold.held) throw new Error('not held');
    expect(hold.key).toHaveLength(43);
    expect(statSync(join(folder, 'instance.json')).mode & 0o777).toBe(0o600);
    hold.release();
  });

  it('says in words what keeps a workspace from opening', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const faultOf = (run: () => unknown): unknown => {
      try {
        return run();
      } catch (error) {
        return error;
      }
    };
    expect(
      systemWords(
        faultOf(() => holdWorkspace(file)),
        file,
        undefined,
      )?.en,
    ).toBe(`${file} is not a folder.`);
    expect(
      systemWords(
        faultOf(() => holdWorkspace(join(file, 'x'))),
        file,
        undefined,
      )?.en,
    ).toContain('is not a folder');
    const words = (code: string, port?: number): string | undefined =>
      systemWords(Object.assign(new Error('x'), { code }), '/ws', port)?.en;
    expect(words('EADDRINUSE', 80)).toContain('Port 80 is used');
    expect(words('EACCES', 80)).toContain('may not listen on port 80');
    for (const code of ['EACCES', 'EROFS', 'SQLITE_CANTOPEN']) expect(words(code)).toContain('Cannot write');
    for (const code of ['ENOSPC', 'SQLITE_FULL']) expect(words(code)).toContain('no disk space');
    expect(words('ENOENT')).toBeUndefined();
  });
});

describe('files of the page', () => {
  it('never follows a link out of the folder', async () => {
    const page = join(folder, 'page');
    await mkdir(page);
    await writeFile(join(folder, 'secret.json'), '{}');
    await writeFile(join(page, 'own.json'), '{}');
    await symlink(join(folder, 'secret.json'), join(page, 'link.json'));
    await symlink(folder, join(page, 'up'));
    await mkdir(join(page, 'folder.js'));
    expect(await readPageFile(page, '/own.json')).toMatchObject({ type: 'application/json' });
    for (const path of ['/link.json', '/up/secret.json', '/folder.js', '/own.json/x.json', '', 'own.json'])
      expect(await readPageFile(page, path), path).toBeUndefined();
  });
});

describe('the browser of the app window', () => {
  const linux = { platform: 'linux', home: '/home/li' } as const;

  it('takes the first of Chrome, Chromium and Edge on the path', () => {
    const env = { PATH: '/usr/local/bin:/usr/bin' };
    const has =
      (...paths: string[]) =>
      (path: string): boolean =>
        paths.includes(path);
    expect(findBrowser({ ...linux, env }, has('/usr/bin/microsoft-edge', '/usr/bin/chromium'))).toBe(
      '/usr/bin/chromium',
    );
    expect(findBrowser({ ...linux, env }, has('/usr/bin/firefox'))).toBeUndefined();
    expect(findBrowser({ ...linux, env: {} }, () => true)).toBeUndefined();
  });

  it('does not second-guess OTOP_BROWSER', () => {
    const env = { PATH: '/usr/bin', OTOP_BROWSER: '/opt/own' };
    expect(findBrowser({ ...linux, env }, (path) => path === '/opt/own')).toBe('/opt/own');
    expect(findBrowser({ ...linux, env }, (path) => path === '/usr/bin/chromium')).toBeUndefined();
  });

  it('looks at the file itself: a folder or a plain file is no browser', async () => {
    const file = join(folder, 'chromium');
    await writeFile(file, '');
    expect(findBrowser({ ...linux, env: { PATH: folder } })).toBeUndefined();
    await chmod(file, 0o755);
    expect(findBrowser({ ...linux, env: { PATH: folder } })).toBe(file);
  });

  it('needs a display on Linux', () => {
    expect(hasDisplay({ ...linux, env: {} })).toBe(false);
    expect(hasDisplay({ ...linux, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
    expect(hasDisplay({ ...linux, platform: 'win32', env: {} })).toBe(true);
  });
});

describe('the door’s arguments', () => {
  it('reads them', () => {
    expect(readOptions(['--workspace', '/w', '--port=8080', '--door', 'url', '--not-desktop=no-binary'])).toEqual({
      workspace: '/w',
      port: 8080,
      door: 'url',
      notDesktop: 'no-binary',
      help: false,
    });
  });

  it.each([['--port=x'], ['--port=70000'], ['--port=-1'], ['--door=side'], ['--no-such'], ['stray'], ['--port']])(
    'refuses %s in both languages',
    (argument) => {
      expect(readOptions([argument])).toEqual({ zh: expect.stringMatching(/./), en: expect.stringMatching(/./) });
    },
  );
});

describe('the log', () => {
  it('writes one line of JSON a time and starts over at its limit', () => {
    const log = openLog(folder);
    log({ room: 'test', text: '一\n二' });
    const file = join(folder, 'workstation.log');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ room: 'test', text: '一\n二' });
    expect(existsSync(join(folder, 'workstation.1.log'))).toBe(false);
    for (let i = 0; i < 6; i += 1) log({ text: 'x'.repeat(1024 * 1024) });
    expect(statSync(join(folder, 'workstation.1.log')).size).toBeLessThan(5.1 * 1024 * 1024);
    expect(statSync(file).size).toBeLessThan(5.1 * 1024 * 1024);
  });
});
