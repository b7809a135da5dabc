/** Spot-check draws among one- and two-star cases. */
export const drawsContract = {};
