import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { builtFile } from './shell-seat.ts';
import { Refused } from './tell.ts';

/** A platform server running beside the demo. */
export interface DemoPlatform {
  readonly origin: string;
  /** A code that lets one desk in. */
  readonly code: string;
  stop(): Promise<void>;
}

const ORIGIN = /Platform ready:\s+(\S+)/;
const CODE = /Enrolment code:\s+(\S+)/;

/**
 * Starts the platform server on its own PostgreSQL in a folder, on the port named or any free one.
 * It ends with this process, also when that is killed: its standard input ends then.
 * @throws Refused with the server's own words when it does not come up.
 */
export async function startDemoPlatform(folder: string, port: number): Promise<DemoPlatform> {
  const args = ['serve', '--stop-with-input', '--port', String(port), '--data', folder];
  const child = spawn(process.execPath, [builtFile('platform'), ...args], { stdio: 'pipe' });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString('utf8')));
  const ready = await readReady(child);
  if (ready === undefined) {
    throw new Refused('platform.start', {
      zh: `平台没有启动：${said.trim()}`,
      en: `The platform did not start: ${said.trim()}`,
    });
  }
  return { ...ready, stop: () => stop(child) };
}

async function readReady(child: ChildProcess): Promise<{ origin: string; code: string } | undefined> {
  if (child.stdout === null) return undefined;
  let origin: string | undefined;
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    origin ??= ORIGIN.exec(line)?.[1];
    const code = CODE.exec(line)?.[1];
    if (origin !== undefined && code !== undefined) {
      lines.removeAllListeners();
      child.stdout.resume();
      return { origin, code };
    }
  }
  return undefined;
}

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
