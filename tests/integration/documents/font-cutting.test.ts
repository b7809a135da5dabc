import { mkdtemp, readFile, rm, writeFile, mkdir, cp, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSubsetter, startHarfBuzz } from '#electron/backend/documents/glyph-subsetter.ts';
import { openPaperKit } from '#electron/backend/documents/open-paper-kit.ts';
import { compileWasm, type WasmProgram } from '#electron/backend/documents/wasm-program.ts';
import { FOLDERS, sampleKit } from './paper-samples.ts';

const require = createRequire(import.meta.url);
let program: WasmProgram;
let font: Uint8Array;
let folder: string;

beforeAll(async () => {
  program = compileWasm(await readFile(require.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')));
  font = await readFile(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));
  folder = await mkdtemp(join(tmpdir(), 'paper-'));
});

afterAll(() => rm(folder, { recursive: true }));

const altered = (changes: (exports: Record<string, (...values: number[]) => number>) => object): WasmProgram => ({
  start: () => {
    const exports = program.start() as Record<string, (...values: number[]) => number>;
    return { ...exports, ...changes(exports) };
  },
});

describe('openSubsetter', () => {
  test('reports a failed allocation instead of going on', () => {
    const noMemory = altered(() => ({ malloc: () => 0 }));
    expect(() => openSubsetter(startHarfBuzz(noMemory), font, { prepared: false })).toThrow('no memory for the font');
    const failing = openSubsetter(startHarfBuzz(altered(() => ({ hb_subset_or_fail: () => 0 }))), font, {
      prepared: false,
    });
    expect(() => failing.subset([0x8336])).toThrow('no memory for the subset');
  });

  test('gives the memory of a closed font to the next one in the same instance', () => {
    const harfbuzz = startHarfBuzz(program);
    for (let round = 0; round < 6; round++) {
      const { subset, close } = openSubsetter(harfbuzz, font, { prepared: round % 2 === 1 });
      expect(subset([0x8336]).length).toBeGreaterThan(500);
      close();
    }
  });

  test('notices a character that HarfBuzz dropped without a word', () => {
    const forgetful = altered(({ hb_set_add: add }) => ({
      hb_set_add: (set: number, value: number) => (value === 0x9f98 ? 0 : add?.(set, value)),
    }));
    const { subset } = openSubsetter(startHarfBuzz(forgetful), font, { prepared: false });
    expect(subset([0x8336]).length).toBeGreaterThan(500);
    expect(() => subset([0x8336, 0x9f98])).toThrow('U+9F98');
  });
});

describe('openPaperKit', () => {
  test('knows which characters it draws', async () => {
    const { faces } = await sampleKit();
    const drawn = (id: 'value' | 'kai' | 'sans', character: string) =>
      faces.get(id)?.covers(character.codePointAt(0) ?? 0);
    expect(drawn('value', '㵑')).toBe(true);
    expect(drawn('value', '𠮷')).toBe(false);
    expect(drawn('kai', '𠮷')).toBe(true);
    expect(drawn('value', '\u200b')).toBe(false);
    expect(drawn('sans', '　')).toBe(true);
  });

  test('refuses a font that is not the listed one, and repairs a damaged cache', async () => {
    await sampleKit();
    const resources = join(folder, 'resources');
    for (const room of ['fonts', 'badges', 'templates'])
      await cp(join(FOLDERS.resources, room), join(resources, room), { recursive: true });
    const cache = join(folder, 'cache');
    await mkdir(cache);
    const [cached] = (await readdir(FOLDERS.cache)).filter((name) => name.endsWith('.ttf'));
    if (cached === undefined) throw new Error('nothing cached');
    await writeFile(join(cache, cached), 'half a font');
    await openPaperKit({ resources, cache });
    expect((await readFile(join(cache, cached))).equals(await readFile(join(FOLDERS.cache, cached)))).toBe(true);
    await writeFile(join(resources, 'fonts', 'NotoSansSC_400Regular.ttf'), 'another font');
    await expect(openPaperKit({ resources, cache })).rejects.toThrow('NotoSansSC_400Regular.ttf');
  });
});
