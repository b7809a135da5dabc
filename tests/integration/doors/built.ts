import { join } from 'node:path';
import { ensureBuilt } from '#electron/launch.js';

export const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Builds `out/` when the sources are newer, as every start does; the doors are tested as they ship. */
export async function built(): Promise<string> {
  if (!(await ensureBuilt(ROOT))) throw new Error('the build failed; its output is above');
  return join(ROOT, 'out');
}
