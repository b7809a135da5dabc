import type { LeafOf } from './texts-of.ts';
import { zhCases } from './zh-cases.ts';
import { zhDesks } from './zh-desks.ts';
import { zhLab } from './zh-lab.ts';
import { zhPlans } from './zh-plans.ts';
import { zhVisits } from './zh-visits.ts';
import { zhExternal } from './zh-external.ts';
import { zhEvidence } from './zh-evidence.ts';
import { zhPanel } from './zh-panel.ts';
import { zhStandards } from './zh-standards.ts';
import { zhFrame } from './zh-frame.ts';
import { zhPapers } from './zh-papers.ts';
import { zhReception } from './zh-reception.ts';
import { zhShelf } from './zh-shelf.ts';

/** Every text of the window in Chinese, by section; the English has the same keys and places. */
export const zh = {
  ...zhFrame,
  ...zhDesks,
  ...zhCases,
  ...zhPapers,
  ...zhReception,
  ...zhShelf,
  lab: zhLab,
  plans: zhPlans,
  visits: zhVisits,
  external: zhExternal,
  evidence: zhEvidence,
  panel: zhPanel,
  standards: zhStandards,
};

/** Sections and keys of the window's texts. */
export type Zh = typeof zh;
/** Name of one text, `receiving.title`; a closed set can be written in, `common.${storage}`. */
export type TextKey = LeafOf<Zh>;
