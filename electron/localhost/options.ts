import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Both } from '#electron/backend/start-words.ts';

/** How the localhost door was asked to open. */
export interface LocalhostOptions {
  readonly workspace: string | undefined;
  /** Undefined: the port of last time when it is free, else any. */
  readonly port: number | undefined;
  readonly door: 'auto' | 'window' | 'url';
  /** Why the desktop door was not taken, as the launcher found; told to the person. */
  readonly notDesktop: 'no-binary' | 'no-display' | undefined;
  readonly help: boolean;
}

/** Reads the door's arguments; answers with what is wrong with them, in both languages, when something is. */
export function readOptions(args: readonly string[]): LocalhostOptions | Both {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        workspace: { type: 'string' },
        port: { type: 'string' },
        door: { type: 'string', default: 'auto' },
        'not-desktop': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { zh: `参数有误：${error.message}`, en: `Cannot read the arguments: ${error.message}` };
  }
  const { door } = values;
  if (door !== 'auto' && door !== 'window' && door !== 'url')
    return { zh: '--door 只能是 desktop、window 或 url。', en: '--door is one of: desktop, window, url.' };
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
    return { zh: '--port 应为 0 到 65535 的整数。', en: '--port is a whole number from 0 to 65535.' };
  const reason = values['not-desktop'];
  return {
    workspace: values.workspace === undefined ? undefined : resolve(values.workspace),
    port,
    door,
    notDesktop: reason === 'no-binary' || reason === 'no-display' ? reason : undefined,
    help: values.help,
  };
}
