import { enInspection } from './en-inspection.ts';
import { enLadder } from './en-ladder.ts';
import { enPrinting } from './en-printing.ts';
import { enCase, enReview, enVerdict } from './en-review.ts';
import type { TextsOf } from './texts-of.ts';
import type { zhCases } from './zh-cases.ts';

/** English of the desks where cases are judged and papers made: inspection, review, printing, and the star ladder. */
export const enCases: TextsOf<typeof zhCases> = {
  inspection: enInspection,
  review: enReview,
  printing: enPrinting,
  case: enCase,
  verdict: enVerdict,
  ladder: enLadder,
};
