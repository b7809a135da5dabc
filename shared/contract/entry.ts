import type { z } from 'zod';
import type { Right } from '#shared/domain/roles.ts';

/**
 * One thing the renderer, a script or a test can ask of the backend.
 *
 * A command changes something and runs in the writer worker; a query changes nothing and runs in
 * the reader worker. The input is parsed by its schema at the gate; the output is trusted.
 */
export interface Entry<Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly kind: 'command' | 'query';
  readonly right: Right;
  readonly input: Input;
  /** Carries the reply's type; never set. */
  readonly output?: Output;
}

/** Declares a command: `command<Reply>()('right', schema)`. */
export const command =
  <Output>() =>
  <Input extends z.ZodType>(right: Right, input: Input): Entry<Input, Output> => ({ kind: 'command', right, input });

/** Declares a query: `query<Reply>()('right', schema)`. */
export const query =
  <Output>() =>
  <Input extends z.ZodType>(right: Right, input: Input): Entry<Input, Output> => ({ kind: 'query', right, input });
