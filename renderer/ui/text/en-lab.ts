/** English of the laboratory: plans, orders, results, reports. */
export const enLab = {};
