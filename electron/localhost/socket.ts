import type { RawData, WebSocket } from 'ws';
import type { Seat } from '#electron/backend/ports.ts';
import { DOOR_FAILURES } from '#shared/contract/door.ts';
import type { DoorReply } from '#shared/contract/door.ts';

/** The largest message a page may send: an imported workbook travels as base64. */
export const LARGEST_MESSAGE_BYTES = 64 * 1024 * 1024;

/**
 * Carries one page's calls to its seat, and the seat's events back.
 *
 * A message is `{ id, name, input }` and is answered by `{ id, reply }`; events go out as
 * `{ event, data }`. Whoever sends anything else is not our page: the connection closes with the
 * WebSocket code that says why (1003 not text, 1007 not JSON, 1008 not a call).
 */
export function serveSocket(socket: WebSocket, seat: Seat, log: (line: object) => void): void {
  const send = (message: object): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const unsubscribe = seat.subscribe(({ name, data }) => send({ event: name, data }));
  socket.on('close', unsubscribe);
  socket.on('error', (error) => log({ room: 'localhost', event: 'socket-error', why: error.message }));
  socket.on('message', (data, binary) => {
    if (binary) return socket.close(1003, 'text only');
    const message = parse(data);
    if (message === undefined) return socket.close(1007, 'not JSON');
    const call = callIn(message.value);
    if (call === undefined) return socket.close(1008, 'not a call');
    return void answer(seat, call, log).then((reply) => send({ id: call.id, reply }));
  });
}

interface Call {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

async function answer(seat: Seat, call: Call, log: (line: object) => void): Promise<DoorReply> {
  try {
    return await seat.call(call.name, call.input);
  } catch (error) {
    log({
      room: 'localhost',
      event: 'fault',
      name: call.name,
      why: error instanceof Error ? error.stack : String(error),
    });
    return { ok: false, failure: { code: DOOR_FAILURES.fault } };
  }
}

function parse(data: RawData): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(String(data)) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function callIn(message: unknown): Call | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { id, name, input } = message as Partial<Record<'id' | 'name' | 'input', unknown>>;
  if (!Number.isSafeInteger(id) || typeof name !== 'string' || name.length > 100) return undefined;
  return { id: Number(id), name, input };
}
