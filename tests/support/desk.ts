import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InputOf, Name, OutputOf, Refusal, Reply } from '#shared/contract/contract.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { dispatch } from '#electron/backend/dispatch.ts';
import { openDesk, type Desk } from '#electron/backend/open-desk.ts';
import type { BackendEvent, Folders, World } from '#electron/backend/ports.ts';
import { realWorld } from '#electron/backend/world.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the shipped files are, seen from the tests. */
export const RESOURCES = join(root, 'resources');

/** Folders of a throw-away workspace. */
export function testFolders(workspace: string): Folders {
  return {
    workspace,
    resources: RESOURCES,
    cache: join(root, 'node_modules', '.cache', 'otop-workstation'),
    version: '0.0.0-test',
    documentsEntry: join(root, 'electron/backend/documents/document-worker.ts'),
  };
}

/** A desk in this thread, spoken to through the gate as a window would, with a clock that stands. */
export interface TestDesk {
  readonly desk: Desk;
  readonly workspace: string;
  readonly events: BackendEvent[];
  /** Lines the backend logged. */
  readonly log: object[];
  /** Calls as somebody at a seat; seats are named after who sits there. */
  call(seat: string, name: string, input?: unknown): Promise<Reply>;
  /** {@link call} that must succeed. */
  ask<N extends Name>(seat: string, name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  /** {@link call} that must be refused. */
  refused(seat: string, name: Name, input?: unknown): Promise<Refusal>;
  close(): Promise<void>;
}

/** Opens a desk on a workspace; without one, on a new folder that goes with the desk. */
export function openTestDesk(options: { readonly workspace?: string; readonly world?: Partial<World> } = {}): TestDesk {
  const workspace = options.workspace ?? mkdtempSync(join(tmpdir(), 'otop-desk-'));
  const events: BackendEvent[] = [];
  const log: object[] = [];
  const world: World = {
    ...realWorld((line) => log.push(line)),
    now: () => new Date('2026-11-21T02:00:00.000Z'),
    ...options.world,
  };
  const desk = openDesk('write', testFolders(workspace), world, {
    onEvent: (event) => events.push(event),
    onSeat: () => undefined,
  });
  const call: TestDesk['call'] = (seat, name, input) => dispatch(desk.room, seat, name, input);
  return {
    desk,
    workspace,
    events,
    log,
    call,
    ask: async (seat, name, input) => {
      const reply = await call(seat, name, input);
      if (!reply.ok) throw new Error(`${name} refused: ${JSON.stringify(reply.failure)} ${JSON.stringify(log.at(-1))}`);
      return reply.value as never;
    },
    refused: async (seat, name, input) => {
      const reply = await call(seat, name, input);
      if (reply.ok) throw new Error(`${name} was not refused: ${JSON.stringify(reply.value)}`);
      return reply.failure;
    },
    close: async () => {
      await desk.close();
      if (options.workspace === undefined) rmSync(workspace, { recursive: true, force: true });
    },
  };
}

/** A desk with the sample people signed in, each at the seat named after their login. */
export async function openPeopledDesk(options: Parameters<typeof openTestDesk>[0] = {}): Promise<TestDesk> {
  const test = openTestDesk(options);
  await test.ask('admin', 'demo.start', { applications: false });
  for (const login of ['admin', 'peng', 'shen', 'lu', 'qin', 'tan', 'tang', 'he']) {
    await test.ask(login, 'session.sign-in', { login, password: DEMO_PASSWORD });
  }
  return test;
}
