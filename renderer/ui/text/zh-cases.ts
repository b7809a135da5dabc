import { zhLadder } from './zh-ladder.ts';
import { zhCase, zhReview } from './zh-review.ts';

/** Chinese of the desks where cases are judged and papers made: inspection, review, printing, and the star ladder. */
export const zhCases = {
  inspection: {},
  review: zhReview,
  printing: {},
  case: zhCase,
  ladder: zhLadder,
};
