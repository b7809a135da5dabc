/** Delegated evaluation: outside bodies, commissions, their reports. */
export const externalContract = {};
