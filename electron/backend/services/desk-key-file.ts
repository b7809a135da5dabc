import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileOf = (workspace: string): string => join(workspace, 'keys', 'desk.key');

/** The desk's private key as `makeDeskKey` wrote it; undefined for a desk that never joined a platform. */
export const readDeskKey = (workspace: string): string | undefined =>
  existsSync(fileOf(workspace)) ? readFileSync(fileOf(workspace), 'utf8').trim() : undefined;

/** Keeps the desk's private key where only its owner reads it. */
export function keepDeskKey(workspace: string, privateKey: string): void {
  mkdirSync(join(workspace, 'keys'), { recursive: true, mode: 0o700 });
  const next = `${fileOf(workspace)}.new`;
  writeFileSync(next, `${privateKey}\n`, { mode: 0o600 });
  renameSync(next, fileOf(workspace));
}
