import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** What a command printed and how it ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own under the system's temporary one. */
export const freshFolder = (name: string): string => mkdtempSync(join(tmpdir(), `otop-${name}-`));

/** Runs `npm run workstation -- ARGS` as the script does, without npm in between. */
export function workstation(
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(root, 'electron', 'launch.js'), 'cli', ...args],
      { cwd: root, env: { ...process.env, ...options.env }, maxBuffer: 256 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        resolve({ code, stdout, stderr });
      },
    );
    child.stdin?.end(options.input ?? '');
  });
}

/** {@link workstation} that must end well; its output as JSON. */
export async function workstationJson<T>(
  args: readonly string[],
  options: Parameters<typeof workstation>[1] = {},
): Promise<T> {
  const ended = await workstation(['--json', ...args], options);
  if (ended.code !== 0) throw new Error(`${args.join(' ')} ended with ${ended.code}: ${ended.stderr}`);
  return JSON.parse(ended.stdout) as T;
}

/** Starts a command and leaves it running. */
export const startProgram = (program: 'cli' | 'platform', args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [join(root, 'electron', 'launch.js'), program, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
