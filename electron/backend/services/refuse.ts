import { fail, type Result } from '#shared/base/result.ts';
import type { Refusal } from '#shared/contract/contract.ts';
import type { FailureCode } from '#shared/contract/failures.ts';

/** Answers with an expected refusal from the contract's closed set. */
export const refuse = (code: FailureCode, data: Refusal['data'] = {}, field?: string): Result<never, Refusal> =>
  fail({ code, data, ...(field !== undefined && { field }) });
