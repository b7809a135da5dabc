import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdWorkspace } from '#electron/backend/store/workspace-lock.ts';
import { built, ROOT } from './built.ts';

const FAKE = join(ROOT, 'tests', 'support', 'fake-electron');

let out: string;
let home: string;
beforeAll(async () => {
  out = await built();
  home = await mkdtemp(join(tmpdir(), 'otop-desktop-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

interface Findings {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  readonly output: string;
}

/** Runs one of the stand-in's programs on a built door; answers with all it said. */
function run(program: string, folder: string, workspace: string, more: Record<string, string> = {}): Promise<string> {
  const args = ['--import', join(FAKE, 'register.js'), join(FAKE, program), folder, workspace];
  const env = { ...process.env, XDG_CACHE_HOME: join(home, 'cache'), FAKE_ELECTRON_PACKAGED: 'yes', ...more };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env, timeout: 300_000 }, (_error, stdout, stderr) => resolve(stdout + stderr));
  });
}

/** Runs the built door on the stand-in and reads what the inspection found. */
async function inspect(folder: string): Promise<Findings> {
  const output = await run('inspect-desktop.js', folder, await mkdtemp(join(home, 'workspace-')));
  const lines = output.split('\n');
  const after = (word: string): string[] =>
    lines.flatMap((line) => (line.startsWith(word) ? [line.slice(word.length)] : []));
  return { passed: after('ok '), failed: after('FAILED ').map((line) => line.split(': ')[0] ?? ''), output };
}

describe('the built desktop door, on a stand-in for Electron', () => {
  it('is shut as its design says', async () => {
    const { passed, failed, output } = await inspect(out);
    expect(failed, output).toEqual([]);
    expect(passed, output).toHaveLength(17);
  });
});

describe('the built desktop door, where it should not open', () => {
  it('leaves the stage to the first of two starts', async () => {
    const workspace = join(home, 'second-start');
    const did = JSON.parse(await run('start-desktop.js', out, workspace, { FAKE_ELECTRON_LOCK: 'held' })) as object;
    expect(did).toMatchObject({ windows: 0, errors: [], order: ['sandbox', 'schemes', 'lock', 'quit', 'ready'] });
    expect(existsSync(workspace)).toBe(false);
  });

  it('says so and ends when another program has the workspace', async () => {
    const workspace = join(home, 'held');
    const hold = holdWorkspace(workspace);
    if (!hold.held) throw new Error('not held');
    hold.publish({ door: 'cli', pid: process.pid });
    const did = JSON.parse(await run('start-desktop.js', out, workspace)) as object;
    hold.release();
    expect(did).toMatchObject({
      windows: 0,
      exits: [2],
      errors: [{ text: expect.stringContaining('in use by another program') }],
    });
  });

  it('says so and ends at a file that is not its database, which it leaves as it was', async () => {
    const workspace = await mkdtemp(join(home, 'foreign-'));
    await writeFile(join(workspace, 'workstation.sqlite'), 'a diary');
    const did = JSON.parse(await run('start-desktop.js', out, workspace)) as object;
    expect(did).toMatchObject({
      windows: 0,
      exits: [2],
      errors: [{ text: expect.stringContaining('not a database of this workstation') }],
    });
    expect(await readFile(join(workspace, 'workstation.sqlite'), 'utf8')).toBe('a diary');
  });
});

/** A fault put into the built text, and the check that must notice it. */
interface Fault {
  readonly file: 'main' | 'preload';
  readonly from: string;
  readonly to: string;
  readonly noticedBy: string;
}

const fault = (file: Fault['file'], from: string, to: string, noticedBy: string): Fault => ({
  file,
  from,
  to,
  noticedBy,
});

const SHUT_IN = 'the window is shut in';
const MAIN_FRAME = 'only the main frame of our page may call';
const NAVIGATION = 'navigation and new windows are refused';
const PRELOAD = 'the preload gives the page call and on, and they reach the backend';

/** Faults that different checks notice are put in together, to spare starts. */
const SPOILT: readonly (readonly Fault[])[] = [
  [
    fault('main', 'app.enableSandbox();', '', 'sandbox, scheme and lock are settled before ready'),
    fault('main', 'contextIsolation: true', 'contextIsolation: false', SHUT_IN),
    fault('main', 'frame === event.sender.mainFrame', 'true', MAIN_FRAME),
    fault('main', 'action: "deny"', 'action: "allow"', NAVIGATION),
    fault('main', 'setPermissionCheckHandler', 'setDisplayMediaRequestHandler', 'permissions are denied both ways'),
    fault('main', 'cancel: !isLocal(url)', 'cancel: false', 'the page reaches no network and no file'),
    fault(
      'main',
      'if (isOurBlob(item.getURL()))',
      'if (true)',
      'a download is a document of ours, and its place is asked for',
    ),
    fault(
      'main',
      'trusted-types pdf-worker',
      'trusted-types *',
      'app:// serves the built page with its policy, and nothing outside',
    ),
    fault('main', 'app.on("session-created", lockSession);', '', 'a later session is shut as well'),
    fault('preload', 'listener(data)', 'listener(_event, data)', PRELOAD),
  ],
  [
    fault('main', 'nodeIntegration: false', 'nodeIntegration: true', SHUT_IN),
    fault('main', 'isOurs(frame.url)', 'true', MAIN_FRAME),
    fault('main', 'contents.on("will-redirect", stay);', '', NAVIGATION),
    fault(
      'main',
      'setApplicationMenu(process.platform',
      'buildFromTemplate(process.platform',
      'no menu brings back reload or developer tools',
    ),
    fault('main', 'seats.delete(contents);', '', 'a closed page loses its seat'),
    fault('main', 'if (mayLeave(window))', '', 'a page with files under way is left only when the person says so'),
    fault('preload', 'call: (name, input)', 'ipc: electron.ipcRenderer, call: (name, input)', PRELOAD),
  ],
  [fault('main', 'parsed.host === "workstation"', 'true', NAVIGATION)],
];

describe('the inspection itself', () => {
  it.each(SPOILT.map((faults) => [faults.length, faults] as const))(
    'notices each of %i faults',
    async (_count, faults) => {
      const folder = await mkdtemp(join(out, '.spoilt-'));
      try {
        const copy = join(folder, 'out');
        for (const part of ['main', 'preload']) await cp(join(out, part), join(copy, part), { recursive: true });
        await symlink(join(out, 'renderer'), join(copy, 'renderer'));
        await symlink(join(ROOT, 'resources'), join(folder, 'resources'));
        for (const { file, from, to } of faults)
          expect(await spoil(join(copy, file), from, to), from).toBeGreaterThan(0);
        const { failed, output } = await inspect(copy);
        expect(failed, output).toEqual(expect.arrayContaining(faults.map(({ noticedBy }) => noticedBy)));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});

/** Puts a fault into every built file that has the place for it; answers with their number. */
async function spoil(folder: string, from: string, to: string): Promise<number> {
  let places = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const text = await readFile(file, 'utf8');
    if (!text.includes(from)) continue;
    places += 1;
    await writeFile(
      file,
      text.replace(from, () => to),
    );
  }
  return places;
}
