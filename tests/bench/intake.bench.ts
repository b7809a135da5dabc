import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readApplicationsFile } from '#electron/backend/services/intake/read-applications.ts';
import {
  applicationRows,
  writeApplicationsJson,
  writeApplicationsWorkbook,
} from '#electron/backend/services/intake/write-applications.ts';
import { makeSampleApplications } from '#tests/support/sample-applications.ts';

const APPLICATIONS = 10_000;
const ROUNDS = 3;

interface Reading {
  readonly openMs: number;
  readonly checkMs: number;
  readonly good: number;
  readonly peakMegabytes: number;
}

/** Reads one file in a process of its own, so that its peak memory is its own. */
function readApart(path: string): Reading {
  const arguments_ = [fileURLToPath(import.meta.url), path];
  return JSON.parse(execFileSync(process.execPath, arguments_, { encoding: 'utf8' })) as Reading;
}

async function readHere(path: string): Promise<Reading> {
  const bytes = readFileSync(path);
  const from = performance.now();
  const file = await readApplicationsFile(bytes, path);
  const opened = performance.now();
  if (!file.ok) throw new Error(JSON.stringify(file.failure));
  let good = 0;
  for (const { kind } of file.value.entries()) if (kind === 'good') good += 1;
  const done = performance.now();
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return { openMs: opened - from, checkMs: done - opened, good, peakMegabytes };
}

const total = ({ openMs, checkMs }: Reading): number => openMs + checkMs;
const shown = (count: number): string => Math.round(count).toLocaleString('en');

/** Measures reading 10,000 applications from a workbook and from JSON. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'intake-bench-'));
  try {
    const applications = await makeSampleApplications(APPLICATIONS);
    const rows = Object.values(applicationRows(applications)).reduce((sum, list) => sum + list.length, 0);
    writeFileSync(join(folder, 'file.xlsx'), await writeApplicationsWorkbook(applications));
    writeFileSync(join(folder, 'file.json'), writeApplicationsJson(applications));
    console.log(`intake, ${shown(APPLICATIONS)} applications in ${shown(rows)} rows, median of ${ROUNDS} processes`);
    for (const name of ['file.xlsx', 'file.json']) {
      const path = join(folder, name);
      const readings = Array.from({ length: ROUNDS }, () => readApart(path)).toSorted((a, b) => total(a) - total(b));
      const median = readings[Math.floor(ROUNDS / 2)];
      if (median?.good !== APPLICATIONS) throw new Error(`${name}: ${median?.good} good`);
      const seconds = total(median) / 1_000;
      console.log(
        `  ${name}  ${(statSync(path).size / 1e6).toFixed(1)} MB: open ${shown(median.openMs)} ms, check ${shown(median.checkMs)} ms; ` +
          `${shown(APPLICATIONS / seconds)} applications/s, ${shown(rows / seconds)} rows/s; peak ${median.peakMegabytes} MB`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) {
  const [path] = process.argv.slice(2);
  if (path === undefined) await run();
  else console.log(JSON.stringify(await readHere(path)));
}
