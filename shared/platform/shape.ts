import type { z } from 'zod';

/** A schema by what it yields, for rooms that read with the contract's schemas and write none. */
export type Shape<T> = z.ZodType<T>;
