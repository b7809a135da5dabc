/** How a person of another desk is named here: their id with their desk, so that nobody here is taken for them. */
export const foreignPersonId = (id: string, desk: string): string => `${id}@${desk}`;

/** The id a person has at their own desk; the same login is the same person at every desk. */
export const personAtAnyDesk = (id: string): string => id.replace(/@\d{2}$/, '');
