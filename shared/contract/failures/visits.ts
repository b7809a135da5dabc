/** Refusals of on-site inspection. */
export const visitsFailures = {} as const;
