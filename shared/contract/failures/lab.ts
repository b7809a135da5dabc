/** Refusals of the laboratory: plans, orders, results, reports. */
export const labFailures = {} as const;
