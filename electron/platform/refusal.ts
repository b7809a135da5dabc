import { fail, type Result } from '#shared/base/result.ts';
import type { PlatformErrorCode, PlatformErrorData } from '#shared/platform/error-reply.ts';

/** A refusal on its way to becoming an answer. */
export interface Refusal {
  readonly code: PlatformErrorCode;
  readonly data?: PlatformErrorData;
}

/** Refuses with a code from the closed set. */
export const refuse = (code: PlatformErrorCode, data?: PlatformErrorData): Result<never, Refusal> =>
  fail({ code, ...(data && { data }) });
