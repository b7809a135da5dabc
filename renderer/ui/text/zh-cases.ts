import { zhLadder } from './zh-ladder.ts';

/** Chinese of the desks where cases are judged and papers made: inspection, review, printing, and the star ladder. */
export const zhCases = {
  inspection: {},
  review: {},
  printing: {},
  ladder: zhLadder,
};
