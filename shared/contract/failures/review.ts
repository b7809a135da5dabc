/** Refusals of the review: panels, opinions, consent, appeals, complaints. */
export const reviewFailures = {} as const;
