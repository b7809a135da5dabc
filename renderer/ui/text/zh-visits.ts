/** Chinese of on-site inspection. */
export const zhVisits = {};
