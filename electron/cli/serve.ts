import { spawn } from 'node:child_process';
import { builtFile } from './shell-seat.ts';

/** Runs the localhost door on a workspace until it is stopped; answers with its exit code. */
export function serve(
  workspace: string,
  options: { readonly port?: string; readonly window: boolean },
): Promise<number> {
  const args = [builtFile('localhost'), `--door=${options.window ? 'auto' : 'url'}`, '--workspace', workspace];
  const child = spawn(process.execPath, options.port === undefined ? args : [...args, '--port', options.port], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((done) => child.on('exit', (code) => done(code ?? 1)));
}
