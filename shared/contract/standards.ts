/** Standards as versioned data: import, comparison, what-if. */
export const standardsContract = {};
