import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok } from '#shared/base/result.ts';
import { refuse } from './refuse.ts';
import type { Answer, Service } from './room.ts';

const PATIENCE_MS = 10_000;

interface Ran {
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of the print system with arguments, never through a shell. */
function run(program: 'lp' | 'lpstat', args: readonly string[]): Promise<Ran> {
  const env = { ...process.env, LC_ALL: 'C' };
  return new Promise((resolve) => {
    execFile(program, [...args], { env, timeout: PATIENCE_MS }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : (error.code ?? 1), stdout, stderr }),
    );
  });
}

/** Names of the printers the print system knows; undefined when there is no print system. */
async function printerNames(): Promise<readonly string[] | undefined> {
  const { code, stdout } = await run('lpstat', ['-e']);
  if (code === 'ENOENT') return undefined;
  return stdout
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The printers of this machine. */
export const listPrinters: Service<'printer.list'> = async () => {
  const printers = await printerNames();
  return ok({ system: printers !== undefined, printers: printers ?? [] });
};

/** A file for a printer. */
export interface PrintOrder {
  readonly printer: string;
  readonly title: string;
  /** Size of the paper, `Custom.50x30mm`: it lies in the PDF too, and the printer is told so. */
  readonly media: string;
  readonly bytes: Uint8Array;
}

/** Hands a PDF to a printer that is there and on; a refusal means that nothing was printed. */
export async function sendToPrinter({ bytes, media, printer, title }: PrintOrder): Promise<Answer<null>> {
  const names = await printerNames();
  if (names === undefined) return refuse('printer.no-system');
  if (!names.includes(printer)) return refuse('printer.unknown', { printer });
  const { stdout } = await run('lpstat', ['-p', printer]);
  if (/ disabled since /.test(stdout)) return refuse('printer.off', { printer });
  const folder = await mkdtemp(join(tmpdir(), 'otop-label-'));
  try {
    const file = join(folder, 'label.pdf');
    await writeFile(file, bytes, { mode: 0o600 });
    const sent = await run('lp', ['-d', printer, '-t', title, '-o', `media=${media}`, '--', file]);
    const problem = sent.stderr.trim().split('\n')[0] ?? '';
    return sent.code === 0 ? ok(null) : refuse('printer.failed', { printer, problem: problem.slice(0, 120) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
