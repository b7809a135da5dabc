/** English of on-site inspection. */
export const enVisits = {};
