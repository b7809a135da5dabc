/**
 * The number of a test order (`T`) or a report (`R`) for people: `T-2026-00012`; at another desk than the
 * first with that desk's code, `T-2026-02-00012`, so that no two desks give one number
 * (ISO/IEC 17025:2017, 7.8.2.1 d: unique identification).
 */
export const labNumber = (letter: 'T' | 'R', year: string, desk: string, serial: number): string =>
  [letter, year, ...(desk === '01' ? [] : [desk]), String(serial).padStart(5, '0')].join('-');
