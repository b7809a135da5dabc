import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the platform keeps its data when nobody says: the system's place for services or for a person's programs. */
export function defaultDataFolder(): string {
  if (process.platform === 'win32') {
    return join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'OTOP Platform');
  }
  if (process.getuid?.() === 0) return '/var/lib/otop-platform';
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'OTOP Platform');
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'otop-platform');
}

/** The administrator's token of a data folder, made at first use; only the owner can read it. */
export function adminTokenIn(folder: string): string {
  const file = join(folder, 'admin.token');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

const originFile = (folder: string): string => join(folder, 'origin');

/** Notes where the platform of a data folder answers, for the commands that talk to it. */
export function noteOrigin(folder: string, origin: string): void {
  writeFileSync(originFile(folder), origin);
}

/** Takes the note away when the platform stops. */
export function forgetOrigin(folder: string): void {
  rmSync(originFile(folder), { force: true });
}

/** Where the running platform of a data folder answers; nothing when none is known to run. */
export function notedOrigin(folder: string): string | undefined {
  return existsSync(originFile(folder)) ? readFileSync(originFile(folder), 'utf8').trim() : undefined;
}
