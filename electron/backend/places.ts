import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

const NAME = 'otop-workstation';

/** Where a person's own data and what can be thrown away are kept. */
export interface Places {
  /** The workspace used when none is named: database, ledger, documents. */
  readonly workspace: string;
  /** Rebuildable files: browser profiles, parsed fonts. */
  readonly cache: string;
}

/** What {@link placesOf} asks about the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * Names the per-user folders of this machine.
 *
 * Linux follows the XDG Base Directory Specification (relative values are ignored, as it demands),
 * macOS and Windows their own customs. Nothing is created here.
 */
export function placesOf(machine: Machine = { platform: process.platform, env: process.env, home: homedir() }): Places {
  const { platform, env, home } = machine;
  const folder = (name: string, otherwise: string): string => {
    const value = env[name];
    return value !== undefined && isAbsolute(value) ? value : otherwise;
  };
  if (platform === 'win32') {
    const base = join(folder('LOCALAPPDATA', join(home, 'AppData', 'Local')), NAME);
    return { workspace: join(base, 'workspace'), cache: join(base, 'cache') };
  }
  if (platform === 'darwin') {
    const library = join(home, 'Library');
    return { workspace: join(library, 'Application Support', NAME), cache: join(library, 'Caches', NAME) };
  }
  return {
    workspace: join(folder('XDG_DATA_HOME', join(home, '.local', 'share')), NAME),
    cache: join(folder('XDG_CACHE_HOME', join(home, '.cache')), NAME),
  };
}

/** A short, stable name for a workspace, for folders that belong to it but live elsewhere. */
export const workspaceKey = (workspace: string): string =>
  createHash('sha256').update(resolve(workspace)).digest('hex').slice(0, 16);
