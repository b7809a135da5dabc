import type { PlatformLogger } from '#electron/platform/platform-logger.ts';

/** A logger that keeps errors, so that a test can assert that there were none. */
export function silentLogger(): PlatformLogger & { readonly errors: string[] } {
  const errors: string[] = [];
  return {
    errors,
    info: () => undefined,
    error: (message, cause) => {
      errors.push(`${message}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
    },
  };
}
