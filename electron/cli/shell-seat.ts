import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CONTRACT, isName, type InputOf, type Name, type OutputOf } from '#shared/contract/contract.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '#shared/domain/demo-people.ts';
import { hasRight, type Right } from '#shared/domain/roles.ts';
import { createBackend } from '#electron/backend/backend.ts';
import { openLog } from '#electron/backend/log-file.ts';
import { placesOf } from '#electron/backend/places.ts';
import { StartRefusal, type Backend, type BackendEvent, type Seat } from '#electron/backend/ports.ts';
import { askPassword } from './ask-password.ts';
import { refusedBy, Refused } from './tell.ts';

const root = join(import.meta.dirname, '..', '..');

/** Folder of the shipped files. */
export const RESOURCES = join(root, 'resources');

/** Built program files beside this one. */
export const builtFile = (name: string): string => join(import.meta.dirname, `${name}.js`);

/** The program's version, as `package.json` says. */
export const programVersion = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }).version;

/** The workspace a command works on: named, or the person's own. */
export const workspaceOf = (named: string | undefined): string =>
  named === undefined ? placesOf().workspace : resolve(named);

/** A backend opened by a shell, and seats at it. */
export interface Shell {
  readonly backend: Backend;
  /** A seat where nobody has signed in. */
  seat(): ShellSeat;
  /**
   * A seat with a person: the one named, else, in a demo workspace, a sample person with the right.
   * @throws Refused when nobody is named or the password is wrong.
   */
  seatFor(right: Right, as: string | undefined): Promise<ShellSeat>;
  close(): Promise<void>;
}

/** A seat that answers values and throws refusals. */
export interface ShellSeat {
  ask<N extends Name>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  /** {@link ask} for a name that came from outside. */
  askAny(name: string, input: unknown): Promise<unknown>;
  subscribe(listener: (event: BackendEvent) => void): void;
}

/**
 * Opens a workspace from the shell. Unless `make` is given, one that is not there is refused, so
 * that a mistyped folder does not become a new workspace.
 */
export async function openShell(workspace: string, options: { readonly make?: boolean } = {}): Promise<Shell> {
  if (options.make !== true && !existsSync(join(workspace, 'workstation.sqlite'))) {
    throw new Refused('store.missing', {
      zh: `文件夹里没有工作区：${workspace}。先运行 workstation init 或 npm run demo，或用 --workspace 指定。`,
      en: `There is no workspace in ${workspace}. Run workstation init or npm run demo first, or name one with --workspace.`,
    });
  }
  const backend = await openBackend(workspace);
  const seat = (): ShellSeat => shellSeat(backend.seat());
  return {
    backend,
    seat,
    seatFor: async (right, as) => {
      const taken = seat();
      const { demo } = await taken.ask('session.get', {});
      if (right === 'anyone' && as === undefined) return taken;
      const login = as ?? (demo ? sampleLogin(right) : undefined);
      if (login === undefined) {
        throw new Refused('session.needed', {
          zh: '请用 --as 登录名 说明由谁操作（密码取自环境变量 WORKSTATION_PASSWORD，否则会询问）。',
          en: 'Say who does this with --as LOGIN (the password comes from WORKSTATION_PASSWORD, or is asked for).',
        });
      }
      const password = process.env['WORKSTATION_PASSWORD'] ?? (demo ? DEMO_PASSWORD : await askPassword(login));
      await taken.ask('session.sign-in', { login, password });
      return taken;
    },
    close: () => backend.close(),
  };
}

async function openBackend(workspace: string): Promise<Backend> {
  try {
    return await createBackend({
      workspace,
      resources: RESOURCES,
      cache: placesOf().cache,
      version: programVersion(),
      workerEntry: (name) => pathToFileURL(builtFile(name)),
      log: lateLog(workspace),
    });
  } catch (error) {
    if (error instanceof StartRefusal) throw new Refused(error.code, error.sentence);
    throw error;
  }
}

/** Opens the log with the first line, so that a workspace that is refused gets no folder in it. */
function lateLog(workspace: string): (line: object) => void {
  let log: ((line: object) => void) | undefined;
  return (line) => {
    if (log === undefined && !existsSync(workspace)) return;
    log ??= openLog(join(workspace, 'logs'));
    log(line);
  };
}

function shellSeat(seat: Seat): ShellSeat {
  const askAny: ShellSeat['askAny'] = async (name, input) => {
    const reply = await seat.call(name, input);
    if (!reply.ok) throw refusedBy(reply.failure);
    return reply.value;
  };
  return {
    askAny,
    ask: (name, input) => askAny(name, input) as Promise<never>,
    subscribe: (listener) => {
      seat.subscribe(listener);
    },
  };
}

const sampleLogin = (right: Right): string | undefined =>
  DEMO_PEOPLE.find((person) => hasRight(person.roles, right))?.login;

/** The right an entry asks for; unknown names are left to the gate to refuse. */
export const rightOf = (name: string): Right => (isName(name) ? CONTRACT[name].right : 'anyone');
