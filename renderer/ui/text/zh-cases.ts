import { zhInspection } from './zh-inspection.ts';
import { zhLadder } from './zh-ladder.ts';
import { zhPrinting } from './zh-printing.ts';
import { zhCase, zhReview, zhVerdict } from './zh-review.ts';

/** Chinese of the desks where cases are judged and papers made: inspection, review, printing, and the star ladder. */
export const zhCases = {
  inspection: zhInspection,
  review: zhReview,
  printing: zhPrinting,
  case: zhCase,
  verdict: zhVerdict,
  ladder: zhLadder,
};
