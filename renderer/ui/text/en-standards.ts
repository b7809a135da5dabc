/** English of standards: import, comparison, what-if. */
export const enStandards = {};
