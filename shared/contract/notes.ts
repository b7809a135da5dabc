/** Notes pinned to a page of evidence. */
export const notesContract = {};
