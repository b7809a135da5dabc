/** Chinese of delegated evaluation and spot-check draws. */
export const zhExternal = {};
