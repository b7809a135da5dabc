/** English of delegated evaluation and spot-check draws. */
export const enExternal = {};
