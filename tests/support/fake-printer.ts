import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a pretended print system answers. */
export interface FakePrinters {
  readonly names: readonly string[];
  /** Every printer is switched off. */
  readonly disabled?: boolean;
  /** What `lp` says when it takes nothing. */
  readonly refuses?: string;
}

/** One thing that was printed. */
export interface PrintedJob {
  readonly args: readonly string[];
  readonly file: Uint8Array;
}

/** Puts `lp` and `lpstat` of our own into a folder for PATH; answers with what was printed since. */
export function putPrinter(folder: string, { disabled = false, names, refuses }: FakePrinters) {
  const jobs = join(folder, 'jobs');
  rmSync(jobs, { recursive: true, force: true });
  mkdirSync(jobs, { recursive: true });
  const state = disabled ? 'disabled since Sat Nov 21 10:00:00 2026 -' : 'is idle.  enabled since Sat Nov 21';
  script(
    join(folder, 'lpstat'),
    `case "$1" in -e) ${names.map((name) => `echo '${name}'`).join('; ')} ;; -p) echo "printer $2 ${state}" ;; esac`,
  );
  script(
    join(folder, 'lp'),
    refuses === undefined
      ? `n=$(ls '${jobs}' | grep -c pdf); printf '%s\\n' "$@" > '${jobs}'/$n.args; for last; do :; done; cp "$last" '${jobs}'/$n.pdf`
      : `echo '${refuses}' >&2; exit 1`,
  );
  const printed = (): readonly PrintedJob[] =>
    (existsSync(jobs) ? readdirSync(jobs) : [])
      .filter((name) => name.endsWith('.args'))
      .map((name) => ({
        args: readFileSync(join(jobs, name), 'utf8').trimEnd().split('\n'),
        file: new Uint8Array(readFileSync(join(jobs, name.replace('.args', '.pdf')))),
      }));
  return { printed };
}

const script = (file: string, body: string): void => writeFileSync(file, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
