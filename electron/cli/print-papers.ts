import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileReply, SampleView } from '#shared/contract/intake.ts';
import type { AwardRow } from '#shared/contract/papers.ts';
import { allRows } from './all-rows.ts';
import { openShell, type ShellSeat } from './shell-seat.ts';
import { Refused, type Teller } from './tell.ts';

export const PAPERS = ['certificates', 'badges', 'labels'] as const;
export type Paper = (typeof PAPERS)[number];

/** What to print and why. */
export interface PrintOptions {
  readonly as?: string;
  /** Folder the files go to. */
  readonly out: string;
  /** Numbers (or sample barcodes); by default everything not printed yet. */
  readonly numbers?: readonly string[];
  readonly copies: number;
  readonly startAt: number;
  readonly reason?: string;
}

const FIRST_CERTIFICATE_STAR = 3;

/** Prints papers to PDF files: what was not printed yet, or the numbers named. */
export async function printPapers(
  teller: Teller,
  workspace: string,
  paper: Paper,
  options: PrintOptions,
): Promise<void> {
  const shell = await openShell(workspace);
  try {
    const seat = await shell.seatFor(paper === 'labels' ? 'labels.print' : 'papers.print', options.as);
    const files = await printers[paper](seat, options);
    teller.result({ paper, files }, files.length === 0 ? ['没有要打印的。 / There is nothing to print.'] : files);
  } finally {
    await shell.close();
  }
}

const printers: Readonly<Record<Paper, (seat: ShellSeat, options: PrintOptions) => Promise<readonly string[]>>> = {
  certificates: async (seat, options) => {
    const fresh = (award: AwardRow): boolean => award.star >= FIRST_CERTIFICATE_STAR && award.certificatePrints === 0;
    const numbers = options.numbers ?? (await allAwards(seat)).filter(fresh).map((award) => award.number);
    return numbers.length === 0 ? [] : printCertificates(seat, numbers, options.reason ?? null, options.out);
  },
  badges: async (seat, options) => {
    const fresh = (award: AwardRow): boolean => award.badgePrints === 0;
    const numbers = options.numbers ?? (await allAwards(seat)).filter(fresh).map((award) => award.number);
    if (numbers.length === 0) return [];
    const { copies, reason, startAt } = options;
    const file = await seat.ask('paper.print-badges', {
      numbers: [...numbers],
      copies,
      startAt,
      reason: reason ?? null,
    });
    return [await saveFile(options.out, file)];
  },
  labels: async (seat, options) => {
    const samples = await allSamples(seat);
    const wanted = options.numbers;
    const chosen = samples.filter((sample) => (wanted ? wanted.includes(sample.barcode) : sample.labelPrints === 0));
    const missing = wanted?.find((barcode) => !chosen.some((sample) => sample.barcode === barcode));
    if (missing !== undefined) {
      throw new Refused('sample.unknown', { zh: `没有样品 ${missing}。`, en: `There is no sample ${missing}.` });
    }
    if (chosen.length === 0) return [];
    const sampleIds = chosen.map((sample) => sample.id);
    const file = await seat.ask('paper.print-labels', { sampleIds, reason: options.reason ?? null });
    return [await saveFile(options.out, { ...file, name: 'labels.pdf' })];
  },
};

/** Prints certificates as `certificates.pdf` and one file each in `certificates/`. */
export async function printCertificates(
  seat: Pick<ShellSeat, 'ask'>,
  numbers: readonly string[],
  reason: string | null,
  out: string,
): Promise<readonly string[]> {
  const { batch, each } = await seat.ask('paper.print-certificate-files', { numbers: [...numbers], reason });
  const files = [await saveFile(out, batch)];
  for (const file of each) files.push(await saveFile(join(out, 'certificates'), file));
  return files;
}

/** Writes a file whole or not at all; answers its path. */
export async function saveFile(folder: string, file: Pick<FileReply, 'name' | 'content'>): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, file.name);
  await writeFile(`${path}.part`, Buffer.from(file.content, 'base64'));
  await rename(`${path}.part`, path);
  return path;
}

/** Every award. */
export const allAwards = (seat: Pick<ShellSeat, 'ask'>): Promise<readonly AwardRow[]> =>
  allRows((cursor) => seat.ask('award.list', { state: 'all', cursor, limit: 200 }));

const allSamples = (seat: ShellSeat): Promise<readonly SampleView[]> =>
  allRows((cursor) => seat.ask('sample.list', { cursor, limit: 200 }));
