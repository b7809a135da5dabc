import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { HOUSE, importFault, roomOf } from '#tests/support/house.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const TOP = ['electron', 'renderer', 'shared', 'resources', 'tests'];
const CODE = ['electron', 'renderer', 'shared'];

/** Files below a top folder as paths from the root, with forward slashes. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(`${root}${folder}`, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length).replaceAll('\\', '/'));
}

const ALL = TOP.flatMap(filesBelow);
const SOURCES = ALL.filter((path) => /\.(ts|tsx)$/.test(path) && CODE.includes(path.split('/')[0] ?? ''));
const text = (path: string): string => readFileSync(root + path, 'utf8');

/**
 * Specifiers a source imports from: static, dynamic, re-exported, type-only and `typeof import()`.
 *
 * Comments go first, so that an example in one is not an import; a string that quotes an import
 * would be, and none of ours does.
 */
function importsOf(source: string): readonly string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const found = code.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)(['"])([\w@#.][\w@#./:?=-]*)\1/gm);
  return [...found].map((match) => match[2] ?? '');
}

describe('the house', () => {
  it('reads every form of import', () => {
    const source = [
      "import 'a';",
      "import b, { c } from 'b';",
      'import {\n  type D,\n} from "d";',
      "export * from 'e';",
      "const f = await import('f');",
      "type G = typeof import('g');",
      "/** import x from 'comment' */",
      "  // import y from 'line'",
    ].join('\n');
    expect(importsOf(source)).toEqual(['a', 'b', 'd', 'e', 'f', 'g']);
  });

  it('stands whole: every top folder and every room', () => {
    for (const folder of [...TOP, 'package.json', 'tsconfig.json', 'electron-builder.yml'])
      expect(existsSync(root + folder), folder).toBe(true);
    const missing = HOUSE.map((room) => room.folder).filter((folder) => !existsSync(root + folder));
    expect(missing).toEqual([]);
  });

  it('has no file outside its rooms, but for what a top folder says of itself', () => {
    const strays = SOURCES.filter((path) => roomOf(path) === undefined);
    expect(strays).toEqual(['electron/launch.d.ts']);
  });

  it('lets each room import only what the table says', () => {
    const faults = SOURCES.flatMap((path) =>
      importsOf(text(path)).flatMap((specifier) => {
        const fault = importFault(path, specifier);
        return fault === undefined ? [] : [`${path}: ${fault}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('names the file it imports, with its ending', () => {
    const faults = SOURCES.flatMap((path) => {
      const folder = path.slice(0, path.lastIndexOf('/'));
      return importsOf(text(path)).flatMap((specifier) => {
        if (!/^[.#]/.test(specifier) || specifier.endsWith('.css')) return [];
        const target = specifier.startsWith('#') ? specifier.slice(1) : `${folder}/${specifier.slice(2)}`;
        return existsSync(root + target.replace(/\?.*$/, '')) ? [] : [`${path}: ${specifier}`];
      });
    });
    expect(faults).toEqual([]);
  });

  it('has no package that hides behind an import Node would not find', () => {
    const { dependencies, devDependencies } = JSON.parse(text('package.json')) as Readonly<
      Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
    >;
    const known = new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
    const faults = SOURCES.flatMap((path) =>
      importsOf(text(path)).flatMap((specifier) => {
        if (/^[.#]|^node:/.test(specifier)) return [];
        const name = specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/');
        return known.has(name) ? [] : [`${path}: ${specifier}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('is built of short files', () => {
    const long = [...SOURCES, ...ALL.filter((path) => /^tests\/.*\.tsx?$/.test(path))].flatMap((path) => {
      const lines = text(path).split('\n').length;
      return lines > 400 ? [`${path}: ${lines}`] : [];
    });
    expect(long).toEqual([]);
  });

  it('exports by name', () => {
    const defaults = SOURCES.filter((path) => /^export default\b|\bas default\b/m.test(text(path)));
    expect(defaults).toEqual([]);
  });

  it('names its files in kebab case and by what they hold', () => {
    const wrong = ALL.filter((path) => /\.(ts|tsx|js)$/.test(path)).filter((path) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return (
        !/^[a-z0-9]+(-[a-z0-9]+)*(\.slow)?(\.(test|spec|bench|d|config))?\.(ts|tsx|js)$/.test(name) ||
        /(^|-)(utils?|helpers?|manager|common|misc)(-|\.)/.test(name)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('is never deeper than three folders inside a top folder', () => {
    const deep = ALL.filter((path) => path.split('/').length - 2 > 3);
    expect(deep).toEqual([]);
  });

  it('says nothing about work left undone', () => {
    const marks = [...SOURCES, ...ALL.filter((path) => /^tests\/.*\.tsx?$/.test(path))].filter((path) =>
      /\b(TODO|FIXME|XXX)\b|\.only\(/.test(text(path).replaceAll('\\b(TODO|FIXME|XXX)', '')),
    );
    expect(marks).toEqual([]);
  });
});
