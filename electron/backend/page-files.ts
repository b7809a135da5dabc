import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
};

/** One file of the built page, ready to send. */
export interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/**
 * Reads one file of the built page for a door, and nothing outside its folder.
 *
 * Answers undefined for anything else: a path that leaves the folder in any spelling, a link out of
 * it, a hidden file, a kind of file a page has no use for. Both doors serve through this.
 * @param folder the built page, `out/renderer`
 * @param urlPath the address's path as it came, still percent-encoded
 */
export async function readPageFile(folder: string, urlPath: string): Promise<PageFile | undefined> {
  const path = decodePath(urlPath);
  if (path === undefined) return undefined;
  const type = TYPES[extname(path)];
  if (type === undefined) return undefined;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, path));
    if (!file.startsWith(root + sep)) return undefined;
    return { body: new Uint8Array(await readFile(file)), type };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function decodePath(urlPath: string): string | undefined {
  if (urlPath === '/') return '/index.html';
  let path;
  try {
    path = decodeURIComponent(urlPath);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
  const parts = path.split('/').slice(1);
  const plain = parts.every((part) => /^[\w-][\w.-]*$/.test(part));
  return plain && path.startsWith('/') ? path : undefined;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(String(error.code));
