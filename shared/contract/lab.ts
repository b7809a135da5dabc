/** Laboratory: test plans, orders, results, reports. */
export const labContract = {};
