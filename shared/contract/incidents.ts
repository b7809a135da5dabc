/** Complaints and accidents. */
export const incidentsContract = {};
