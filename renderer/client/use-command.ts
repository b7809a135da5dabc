import { useQueryClient, type Query } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { InputOf, Name, OutputOf, Reply } from '#shared/contract/contract.ts';
import { fieldErrors, type FieldErrors } from './field-errors.ts';
import { fieldOfRefusal, showRefusal, type RawRefusal, type ShownRefusal } from './refusal.ts';
import { callDoor, useWorkstation } from './workstation.tsx';

/** A deed a screen can do, and how the last try went. */
export interface CommandState<N extends Name> {
  /**
   * Checks the input with the contract's schema, then sends it; never throws. A try while one is
   * under way is answered with that one's reply, so a double press does a deed once.
   */
  run(input: InputOf<N>): Promise<Reply<OutputOf<N>>>;
  readonly pending: boolean;
  /** Why the last try was refused as a whole; null when it was not, or when only fields are wrong. */
  readonly failure: ShownRefusal | null;
  /** Sentences by field name, `{}` when none is wrong. */
  readonly fieldErrors: FieldErrors;
  /** Forgets the last try. */
  reset(): void;
}

interface LastTry {
  readonly refusal: RawRefusal | null;
  readonly input: unknown;
}

const NO_TRY: LastTry = { refusal: null, input: undefined };
const CHANGES_PERSON = ['session.sign-in', 'session.sign-out', 'person.create-first', 'demo.start'];
const CHANGES_SESSION = [...CHANGES_PERSON, 'session.lock', 'session.unlock'];

/** Does something through the backend: `useCommand('sample.receive')`. */
export function useCommand<N extends Name>(name: N): CommandState<N> {
  const { door, language } = useWorkstation();
  const queries = useQueryClient();
  const [last, setLast] = useState<LastTry>(NO_TRY);
  const [pending, setPending] = useState(false);
  const underway = useRef<Promise<Reply<OutputOf<N>>> | null>(null);

  const send = async (input: InputOf<N>): Promise<Reply<OutputOf<N>>> => {
    const reply = await callDoor(door, name, input);
    if (reply.ok && CHANGES_PERSON.includes(name)) {
      const predicate = ({ queryKey }: Query): boolean => queryKey[0] !== 'session.get';
      queries.removeQueries({ type: 'inactive', predicate });
      // Removed under a mounted screen, a query would leave it waiting for ever.
      void queries.resetQueries({ type: 'active', predicate });
    }
    if (reply.ok && CHANGES_SESSION.includes(name)) {
      await queries.cancelQueries({ queryKey: ['session.get'] });
      queries.setQueryData(['session.get', {}], reply.value);
    }
    return reply;
  };

  const run = async (input: InputOf<N>): Promise<Reply<OutputOf<N>>> => {
    if (underway.current !== null) return underway.current;
    const [field] = Object.keys(fieldErrors(name, input, language));
    if (field !== undefined) {
      const refusal = { code: 'input.invalid' as const, field };
      setLast({ refusal: null, input });
      return { ok: false, failure: refusal };
    }
    setPending(true);
    underway.current = send(input);
    try {
      const reply = await underway.current;
      setLast({ refusal: reply.ok ? null : reply.failure, input: undefined });
      return reply;
    } finally {
      underway.current = null;
      setPending(false);
    }
  };

  const atFields = last.input === undefined ? {} : fieldErrors(name, last.input as InputOf<N>, language);
  const fromBackend = last.refusal === null ? {} : fieldOfRefusal(last.refusal, language);
  return {
    run,
    pending,
    failure: last.refusal === null ? null : showRefusal(last.refusal, language),
    fieldErrors: { ...atFields, ...fromBackend },
    reset: () => setLast(NO_TRY),
  };
}
