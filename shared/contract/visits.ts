/** On-site inspection: visits, checklists, findings, signatures. */
export const visitsContract = {};
