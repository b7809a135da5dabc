import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs the checks and the tests, and closes with one line that sums all runners.
 *
 *     node tests/run.ts ready   types, lint, format, unit, integration: before every commit
 *     node tests/run.ts all     the same, a build, the slow files (built programs, killed processes) and the
 *                               browser tests: what CI runs
 */

const root = join(import.meta.dirname, '..');
const results = join(root, 'test-results');
const bin = (name: string): string => join(root, 'node_modules', '.bin', name);

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };
const BROKEN: Tally = { passed: 0, failed: 1, skipped: 0 };
const sum = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
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

/** A check that is right or wrong as a whole; a wrong one counts as one failure. */
const check = async (title: string, command: string, args: readonly string[]): Promise<Tally> =>
  (await run(title, command, args)) ? NOTHING : BROKEN;

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`no result in ${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** A runner that ended badly without naming a failure still counts as one. */
const honest = (tally: Tally, ok: boolean): Tally => (ok || tally.failed > 0 ? tally : sum(tally, BROKEN));

/** Runs a project of tests; `workers` says how many files at a time, the runner's own choice when absent. */
async function vitest(project: string, workers: readonly string[] = []): Promise<Tally> {
  const file = join(results, `${project}.json`);
  const config = ['run', '--config', 'tests/vitest.config.ts', '--project', project, ...workers];
  const ok = await run(project, bin('vitest'), [
    ...config,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readJson(file) as
    | { readonly numPassedTests: number; readonly numFailedTests: number; readonly numPendingTests: number }
    | undefined;
  if (report === undefined) return BROKEN;
  return honest({ passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests }, ok);
}

async function playwright(): Promise<Tally> {
  const file = join(results, 'e2e.json');
  const ok = await run('browser', bin('playwright'), ['test', '--config', 'tests/playwright.config.ts'], {
    PW_JSON: file,
  });
  const report = readJson(file) as
    | {
        readonly stats: {
          readonly expected: number;
          readonly unexpected: number;
          readonly flaky: number;
          readonly skipped: number;
        };
      }
    | undefined;
  if (report === undefined) return BROKEN;
  const { expected, flaky, skipped, unexpected } = report.stats;
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, ok);
}

const checks = async (): Promise<Tally> => {
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
  let tally = await checks();
  if (wish === 'all') tally = sum(tally, await check('build', process.execPath, ['electron/launch.js', 'build']));
  const workers = wish === 'ready' ? ['--maxWorkers=100%'] : [];
  tally = sum(tally, await vitest('unit', workers));
  tally = sum(tally, await vitest('integration', workers));
  if (wish === 'all') tally = sum(tally, sum(await vitest('slow'), await playwright()));
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
  console.log(`\n${tally.passed} passed, ${tally.failed} failed${skipped}`);
  return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
}

process.exitCode = await main(process.argv[2]);
