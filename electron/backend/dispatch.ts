import type { z } from 'zod';
import { CONTRACT, isName, type Name, type Refusal, type Reply } from '#shared/contract/contract.ts';
import { wrongField } from '#shared/contract/wrong-field.ts';
import { hasRight, RIGHTS, type Right } from '#shared/domain/roles.ts';
import { HANDLERS } from './handlers.ts';
import type { Answer, Caller, Room } from './services/room.ts';
import { findPerson } from './store/people-repository.ts';
import { isFull } from './store/open-store.ts';

/** What every handler is to the gate once the input has been parsed and the caller let through. */
type AnyHandler = (room: Room, input: unknown, caller: Caller) => Answer<unknown> | Promise<Answer<unknown>>;

const SLOW_MS = 40;

/**
 * The only gate: finds the entry, parses the unknown input, checks the caller's right, runs the
 * service and turns whatever goes wrong into a reply.
 *
 * The only place that catches everything: the cause goes to the log under a reference, the caller
 * gets the reference.
 */
export async function dispatch(room: Room, seat: string, name: string, input: unknown): Promise<Reply> {
  const startedMs = performance.now();
  const reply = await answer(room, seat, name, input);
  const tookMs = performance.now() - startedMs;
  if (tookMs > SLOW_MS || !reply.ok) {
    room.world.log({
      room: 'gate',
      name: isName(name) ? name : 'unknown',
      tookMs: Math.round(tookMs),
      ...outcomeOf(reply),
    });
  }
  return reply;
}

const outcomeOf = (reply: Reply): object => (reply.ok ? {} : { refused: reply.failure.code });

async function answer(room: Room, seat: string, name: string, input: unknown): Promise<Reply> {
  if (!isName(name)) return refusal({ code: 'input.unknown-name', data: { name: name.slice(0, 80) } });
  try {
    const caller = callerAt(room, seat);
    const denied = deny(caller, CONTRACT[name].right);
    if (denied) return refusal(denied);
    const parsed = (CONTRACT[name].input as z.ZodType).safeParse(input ?? {});
    if (!parsed.success) return refusal(inputRefusal(parsed.error, input));
    const handler = HANDLERS[name] as unknown as AnyHandler;
    return await handler(room, parsed.data, caller);
  } catch (error) {
    return refusal(faultRefusal(room, name, error));
  }
}

const refusal = (failure: Refusal): Reply => ({ ok: false, failure });

function callerAt(room: Room, seat: string): Caller {
  const { locked, personId } = room.sessions.get(seat);
  const person = personId === null ? undefined : findPerson(room.store, personId);
  return { seat, locked, person: person && !person.disabled ? person : null };
}

function deny(caller: Caller, right: Right): Refusal | undefined {
  if (right === 'anyone') return undefined;
  if (caller.person === null) return { code: 'session.needed' };
  if (caller.locked) return { code: 'session.locked' };
  if (hasRight(caller.person.roles, right)) return undefined;
  const needed = right === 'signed-in' ? '' : RIGHTS[right].join('、');
  return { code: 'right.missing', data: { roles: caller.person.roles.join('、'), needed } };
}

/** The first thing wrong with an input: its field's path and a sentence in both languages. */
function inputRefusal(error: z.ZodError, input: unknown): Refusal {
  const { field, zh, en } = wrongField(error, input);
  return { code: 'input.invalid', field: field ?? '', data: { zh, en } };
}

function faultRefusal(room: Room, name: Name, error: unknown): Refusal {
  if (isFull(error)) return { code: 'store.no-space' };
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
    return { code: 'store.busy' };
  const reference = room.world.token(8);
  const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
  room.world.log({ room: 'gate', name, reference, fault: cause });
  return { code: 'internal', data: { reference } };
}
