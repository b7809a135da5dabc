/** Refusals of standards: import, comparison, what-if. */
export const standardsFailures = {} as const;
