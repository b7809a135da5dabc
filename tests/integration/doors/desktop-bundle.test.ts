import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

/** Runs the built door on the stand-in and reads what the inspection found. */
async function inspect(folder: string): Promise<Findings> {
  const workspace = await mkdtemp(join(home, 'workspace-'));
  const args = ['--import', join(FAKE, 'register.js'), join(FAKE, 'inspect-desktop.js'), folder, workspace];
  const env = { ...process.env, XDG_CACHE_HOME: join(home, 'cache'), FAKE_ELECTRON_PACKAGED: 'yes' };
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { env, timeout: 20_000 }, (_error, stdout, stderr) => resolve(stdout + stderr));
  });
  const lines = output.split('\n');
  const after = (word: string): string[] =>
    lines.flatMap((line) => (line.startsWith(word) ? [line.slice(word.length)] : []));
  return { passed: after('ok '), failed: after('FAILED ').map((line) => line.split(': ')[0] ?? ''), output };
}

describe('the built desktop door, on a stand-in for Electron', () => {
  it('is shut as its design says', async () => {
    const { passed, failed, output } = await inspect(out);
    expect(failed, output).toEqual([]);
    expect(passed, output).toHaveLength(15);
  });
});

/** One fault put into the built text, and the check that must notice it. */
interface Fault {
  readonly file: 'main' | 'preload';
  readonly from: string | RegExp;
  readonly to: string;
  readonly noticedBy: RegExp;
}

const FAULTS: readonly Fault[] = [
  { file: 'main', from: 'app.enableSandbox();', to: '', noticedBy: /settled before ready/ },
  { file: 'main', from: 'contextIsolation: true', to: 'contextIsolation: false', noticedBy: /window is shut in/ },
  { file: 'main', from: 'nodeIntegration: false', to: 'nodeIntegration: true', noticedBy: /window is shut in/ },
  { file: 'main', from: 'frame === event.sender.mainFrame', to: 'true', noticedBy: /main frame/ },
  { file: 'main', from: /isOurs\(frame\.url\)/, to: 'true', noticedBy: /main frame/ },
  { file: 'main', from: 'action: "deny"', to: 'action: "allow"', noticedBy: /navigation and new windows/ },
  { file: 'main', from: 'setPermissionCheckHandler', to: 'setDisplayMediaRequestHandler', noticedBy: /permissions/ },
  { file: 'main', from: /cancel: !isLocal\(url\)/, to: 'cancel: false', noticedBy: /no network/ },
  { file: 'main', from: /if \(isOurBlob\(item\.getURL\(\)\)\)/, to: 'if (true)', noticedBy: /download/ },
  { file: 'main', from: '"trusted-types \'none\'"', to: '"trusted-types *"', noticedBy: /built page with its policy/ },
  { file: 'main', from: 'parsed.host === "workstation"', to: 'true', noticedBy: /navigation and new windows/ },
  { file: 'main', from: /app\.on\("session-created", lockSession\);/, to: '', noticedBy: /later session/ },
  { file: 'preload', from: 'listener(data)', to: 'listener(_event, data)', noticedBy: /preload gives the page/ },
  {
    file: 'preload',
    from: 'call: (name, input)',
    to: 'ipc: electron.ipcRenderer, call: (name, input)',
    noticedBy: /preload gives the page/,
  },
];

describe('the inspection itself', () => {
  it.concurrent.each(FAULTS)('notices $from spoilt', async (fault) => {
    const folder = await mkdtemp(join(out, '.spoilt-'));
    try {
      const copy = join(folder, 'out');
      await cp(join(out, 'main'), join(copy, 'main'), { recursive: true });
      await cp(join(out, 'preload'), join(copy, 'preload'), { recursive: true });
      await symlink(join(out, 'renderer'), join(copy, 'renderer'));
      await symlink(join(ROOT, 'resources'), join(folder, 'resources'));
      await symlink(join(ROOT, 'package.json'), join(folder, 'package.json'));
      expect(await spoil(join(copy, fault.file), fault)).toBeGreaterThan(0);
      const { failed, output } = await inspect(copy);
      expect(failed.join('\n'), output).toMatch(fault.noticedBy);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

/** Puts a fault into every built file that has the place for it; answers with their number. */
async function spoil(folder: string, fault: Fault): Promise<number> {
  let places = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const text = await readFile(file, 'utf8');
    const spoilt = text.replace(fault.from, fault.to);
    if (spoilt !== text) {
      places += 1;
      await writeFile(file, spoilt);
    }
  }
  return places;
}
