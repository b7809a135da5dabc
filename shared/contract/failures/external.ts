/** Refusals of delegated evaluation: bodies, commissions, their reports; and of drawing spot checks. */
export const externalFailures = {} as const;
