import { enCases } from './en-cases.ts';
import { enDesks } from './en-desks.ts';
import { enLab } from './en-lab.ts';
import { enPlans } from './en-plans.ts';
import { enVisits } from './en-visits.ts';
import { enExternal } from './en-external.ts';
import { enEvidence } from './en-evidence.ts';
import { enPanel } from './en-panel.ts';
import { enStandards } from './en-standards.ts';
import { enFrame } from './en-frame.ts';
import { enPapers } from './en-papers.ts';
import { enReception } from './en-reception.ts';
import { enShelf } from './en-shelf.ts';
import type { TextsOf } from './texts-of.ts';
import type { Zh } from './zh.ts';

/** Every text of the window in English. */
export const en: TextsOf<Zh> = {
  ...enFrame,
  ...enDesks,
  ...enCases,
  ...enPapers,
  ...enReception,
  ...enShelf,
  lab: enLab,
  plans: enPlans,
  visits: enVisits,
  external: enExternal,
  evidence: enEvidence,
  panel: enPanel,
  standards: enStandards,
};
