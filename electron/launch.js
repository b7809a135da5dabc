#!/usr/bin/env node
/**
 * Starts every door: finds a fitting Node, builds when the sources changed, then runs what was asked.
 *
 *     node electron/launch.js start|cli|platform|demo|build ARGS
 *
 * The installed Node may be older than the SQLite driver bears (it crashes without a word on 20), so
 * this file keeps to what Node 12 can read and goes on with the Node that npm carried along. Nothing
 * here writes to stdout but the program itself.
 */
import { spawn } from 'child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { fileURLToPath, pathToFileURL } from 'url';

/** The oldest Node that runs the workstation. */
export const OLDEST_NODE = [22, 18];

const SOURCES = ['electron', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const PROGRAMS = { start: 'localhost', cli: 'cli', platform: 'platform', demo: 'cli' };
const USAGE = 'node electron/launch.js start|cli|platform|demo|build ARGS';

/** Whether a Node version, `24.21.0`, runs the workstation. */
export function isFitting(version) {
  const parts = version.split('.').map(Number);
  return parts[0] > OLDEST_NODE[0] || (parts[0] === OLDEST_NODE[0] && parts[1] >= OLDEST_NODE[1]);
}

/** The Node carried by npm in `root`, or undefined. */
export function carriedNode(root, platform = process.platform, arch = process.arch) {
  const modules = join(root, 'node_modules');
  const windows = platform === 'win32';
  const candidates = [
    join(modules, `node-${windows ? 'win' : platform}-${arch}`, 'bin', windows ? 'node.exe' : 'node'),
    join(modules, '.bin', windows ? 'node.exe' : 'node'),
  ];
  return candidates.find((path) => existsSync(path));
}

/** What to say when neither the installed Node nor a carried one will do. */
export function tooOld(version) {
  return (
    `Node ${version} 版本过旧，且缺少随包安装的 Node 24：请在项目文件夹中运行 npm ci（不要加 --omit=optional），或安装 Node 24。\n` +
    `Node ${version} is too old and the carried Node 24 is missing: run npm ci in the project folder (without --omit=optional), or install Node 24.`
  );
}

/** When the newest source file or folder changed, in milliseconds; undefined where there are no sources (an installed program). */
export function newestSourceMs(root) {
  if (!existsSync(join(root, 'electron.vite.config.ts'))) return undefined;
  let newest = 0;
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat || path.endsWith('.md')) return;
    newest = Math.max(newest, stat.mtimeMs);
    if (stat.isDirectory()) for (const name of readdirSync(path)) visit(join(path, name));
  };
  for (const name of SOURCES) visit(join(root, name));
  return newest;
}

const stampOf = (root) => join(root, 'out', '.built');
const isBuilt = (root, newest) =>
  newest === undefined || (existsSync(stampOf(root)) && readFileSync(stampOf(root), 'utf8') === String(newest));

function runBuild(root) {
  return new Promise((resolve, reject) => {
    const vite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/**
 * Builds `out/` when the sources are newer than the last build; one process at a time.
 *
 * The lock is SQLite's on a file in `out/`, which the system drops when its holder dies. Whoever
 * waited for it looks again before building. Answers whether `out/` is fit to run.
 */
export async function ensureBuilt(root, build = runBuild) {
  if (isBuilt(root, newestSourceMs(root))) return true;
  mkdirSync(join(root, 'out'), { recursive: true });
  const { DatabaseSync } = await import('node:sqlite');
  const lock = new DatabaseSync(join(root, 'out', '.build-lock'), { timeout: 600000 });
  lock.exec('begin exclusive');
  try {
    const newest = newestSourceMs(root);
    if (isBuilt(root, newest)) return true;
    process.stderr.write('正在构建… / building…\n');
    const { ok, output } = await build(root);
    if (ok) writeFileSync(stampOf(root), String(newest));
    else process.stderr.write(`${output}\n构建失败，输出如上。 / The build failed; its output is above.\n`);
    return ok;
  } finally {
    lock.close();
  }
}

/** The Electron executable, or why there is none; never imports `electron`, which would try a download. */
export function electronBinary(root, env = process.env, platform = process.platform) {
  const folder = join(root, 'node_modules', 'electron');
  const wish = env.ELECTRON_EXEC_PATH;
  const name = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[platform] || 'electron';
  const path = wish || join(env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist'), name);
  return existsSync(path) ? path : undefined;
}

/** Whether a window could be seen here. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Which door `npm start` takes: what was asked for, else Electron where it can be seen, else the localhost door.
 * `because` is the reason the desktop door was not taken.
 */
export function chooseDoor(asked, electron, display) {
  if (asked === 'desktop' && !electron) return { door: 'none', because: 'no-binary' };
  if (asked === 'desktop') return { door: 'desktop', because: 'asked' };
  if (asked !== 'auto') return { door: 'localhost', because: 'asked' };
  if (!electron) return { door: 'localhost', because: 'no-binary' };
  return display ? { door: 'desktop', because: 'found' } : { door: 'localhost', because: 'no-display' };
}

/** Takes `--door=X` or `--door X` out of the arguments. */
export function takeDoor(args) {
  const rest = [];
  let door = 'auto';
  for (let i = 0; i < args.length; i += 1) {
    if (args[i] === '--door') door = args[(i += 1)] || '';
    else if (args[i].startsWith('--door=')) door = args[i].slice('--door='.length);
    else rest.push(args[i]);
  }
  return { door, rest };
}

/** Runs another program in our place: its exit code is ours, and signals reach it. */
function become(program, args, env = process.env) {
  const child = spawn(program, args, { stdio: 'inherit', env });
  const terminal = process.stdin.isTTY;
  process.on('SIGINT', () => terminal || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${program}: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
    if (signal) process.kill(process.pid, signal);
    else process.exit(code);
  });
}

/** Goes on in this process with a built program, so exit codes, signals and pipes are its own. */
function goOn(root, name, args) {
  const file = join(root, 'out', 'main', `${name}.js`);
  process.argv = [process.execPath, file, ...args];
  return import(pathToFileURL(file).href);
}

function startDesktop(root, electron, args, because) {
  const why =
    because === 'asked' ? ['按 --door 指定', 'asked for with --door'] : ['找到了 Electron', 'Electron is here'];
  process.stdout.write(
    `工作站在桌面窗口中打开：${why[0]}。 / The workstation opens in the desktop window: ${why[1]}.\n`,
  );
  const asRoot = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
  const env = { ...process.env };
  delete env.ELECTRON_RUN_AS_NODE;
  become(electron, [...asRoot, root, ...args], env);
}

function startDoor(root, args) {
  const { door, rest } = takeDoor(args);
  const electron = electronBinary(root);
  const help = rest.includes('--help');
  const choice = chooseDoor(help || !door ? 'url' : door, electron, hasDisplay());
  if (choice.door === 'none') {
    process.stderr.write(
      '没有 Electron 程序文件；先执行 npm run electron:install，或用 --door=window。\n' +
        'Electron has no program files here; run npm run electron:install first, or use --door=window.\n',
    );
    return process.exit(2);
  }
  if (choice.door === 'desktop') return startDesktop(root, electron, rest, choice.because);
  const reason = choice.because === 'asked' ? [] : [`--not-desktop=${choice.because}`];
  return goOn(root, 'localhost', [`--door=${door}`, ...reason, ...rest]);
}

/** Does what the command line asks; the start of everything. */
export async function launch(root, argv) {
  const [command, ...args] = argv;
  if (command !== 'build' && !Object.prototype.hasOwnProperty.call(PROGRAMS, command || '')) {
    process.stderr.write(`用法 Usage: ${USAGE}\n`);
    return process.exit(2);
  }
  if (!isFitting(process.versions.node)) {
    const node = carriedNode(root);
    if (node) return become(node, [join(root, 'electron', 'launch.js'), ...argv]);
    process.stderr.write(`${tooOld(process.versions.node)}\n`);
    return process.exit(2);
  }
  if (!(await ensureBuilt(root))) return process.exit(1);
  if (command === 'build') return undefined;
  if (command === 'start') return startDoor(root, args);
  return goOn(root, PROGRAMS[command], command === 'demo' ? ['demo', ...args] : args);
}

const self = fileURLToPath(import.meta.url);
if (process.argv[1] && realpathSync(process.argv[1]) === self)
  launch(dirname(dirname(self)), process.argv.slice(2)).catch((error) => {
    process.stderr.write(`${error && error.stack ? error.stack : error}\n`);
    process.exit(1);
  });
