/** Appeals and corrections: new rounds of a decided case. */
export const appealsContract = {};
