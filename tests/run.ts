import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import {
  failureList,
  playwrightOutcome,
  vitestOutcome,
  type Outcome,
  type PlaywrightReport,
  type VitestReport,
} from './support/run-reports.ts';

/**
 * Runs the checks and the tests, names what failed, and closes with one line that sums all runners.
 *
 *     node tests/run.ts ready   types, lint, format, unit, integration: before every commit
 *     node tests/run.ts all     the same, a build, the slow files (built programs, killed processes) and the
 *                               browser tests: what CI runs
 */

const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');
const bin = (name: string): string => join(root, 'node_modules', '.bin', name);

const NOTHING: Outcome = { tally: { passed: 0, failed: 0, skipped: 0 }, failures: [] };

/** Something that is wrong as a whole counts as one failure. */
const broken = (title: string): Outcome => ({
  tally: { passed: 0, failed: 1, skipped: 0 },
  failures: [{ file: title, name: '', message: 'ended badly; what it said stands under its name above' }],
});

const sum = (a: Outcome, b: Outcome): Outcome => ({
  tally: {
    passed: a.tally.passed + b.tally.passed,
    failed: a.tally.failed + b.tally.failed,
    skipped: a.tally.skipped + b.tally.skipped,
  },
  failures: [...a.failures, ...b.failures],
});

function run(title: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  console.log(`\n— ${title}`);
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** A check that is right or wrong as a whole. */
const check = async (title: string, command: string, args: readonly string[]): Promise<Outcome> =>
  (await run(title, command, args)) ? NOTHING : broken(title);

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`no result in ${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** A runner that ended badly without naming a failure still counts as one. */
const honest = (title: string, outcome: Outcome, ok: boolean): Outcome =>
  ok || outcome.tally.failed > 0 ? outcome : sum(outcome, broken(title));

/** Runs a project of tests; `workers` says how many files at a time, the runner's own choice when absent. */
async function vitest(project: string, workers: readonly string[] = []): Promise<Outcome> {
  const file = join(results, `${project}.json`);
  const config = ['run', '--config', 'tests/vitest.config.ts', '--project', project, ...workers];
  const ok = await run(project, bin('vitest'), [
    ...config,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readJson(file) as VitestReport | undefined;
  return report === undefined ? broken(project) : honest(project, vitestOutcome(report), ok);
}

async function playwright(): Promise<Outcome> {
  const file = join(results, 'e2e.json');
  const ok = await run('browser', bin('playwright'), ['test', '--config', 'tests/playwright.config.ts'], {
    PW_JSON: file,
  });
  const report = readJson(file) as PlaywrightReport | undefined;
  return report === undefined ? broken('browser') : honest('browser', playwrightOutcome(report), ok);
}

const checks = async (): Promise<Outcome> => {
  const rooms = ['shared', 'renderer', 'electron', 'tests'];
  const types = await Promise.all(rooms.map((room) => check(`types ${room}`, bin('tsc'), ['-p', room])));
  const lint = await check('lint', bin('oxlint'), []);
  const format = await check('format', bin('oxfmt'), ['--check']);
  return [...types, lint, format].reduce(sum);
};

async function main(wish: string | undefined): Promise<number> {
  if (wish !== 'ready' && wish !== 'all') {
    console.error('node tests/run.ts ready|all');
    return 2;
  }
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  let outcome = await checks();
  if (wish === 'all') outcome = sum(outcome, await check('build', process.execPath, ['electron/launch.js', 'build']));
  const workers = wish === 'ready' ? ['--maxWorkers=100%'] : [];
  outcome = sum(outcome, await vitest('unit', workers));
  outcome = sum(outcome, await vitest('integration', workers));
  if (wish === 'all') outcome = sum(outcome, sum(await vitest('slow'), await playwright()));
  const { failures, tally } = outcome;
  if (failures.length > 0) console.log(`\n— failed\n${failureList(failures, root)}`);
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
  console.log(`\n${tally.passed} passed, ${tally.failed} failed${skipped}`);
  return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
}

process.exitCode = await main(process.argv[2]);
