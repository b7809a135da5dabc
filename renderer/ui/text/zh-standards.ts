/** Chinese of standards: import, comparison, what-if. */
export const zhStandards = {};
