/** The panel of a case: who reviews it, opinions per criterion. */
export const panelsContract = {};
