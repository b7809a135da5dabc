import { open, type FileHandle } from 'node:fs/promises';
import { Refused } from './tell.ts';

/** Opens a file a person named; one that cannot be read is refused with the system's reason. */
export async function openNamedFile(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, 'r');
    if (!(await file.stat()).isDirectory()) return file;
    await file.close();
    throw unreadable(path, 'EISDIR');
  } catch (error) {
    if (error instanceof Refused) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    throw unreadable(path, code);
  }
}

/** The contents of a file a person named. */
export async function readNamedFile(path: string): Promise<Buffer> {
  const file = await openNamedFile(path);
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

const unreadable = (path: string, code: string): Refused =>
  new Refused('file.unreadable', { zh: `读不到文件 ${path}（${code}）。`, en: `Cannot read ${path} (${code}).` });
