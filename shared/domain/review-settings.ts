import type { PanelSizes } from './panel.ts';

/** What the centre sets for its reviews; none of it is public, so all of it can be changed. */
export interface ReviewSettings {
  /** Opinions a case needs, by the star it asks for. */
  readonly panel: PanelSizes;
  /** Calendar days the applicant has to consent to a lower star. */
  readonly consentDays: number;
  /** Calendar days an appeal can be filed after the decision. */
  readonly appealDays: number;
  /** Share of the waiting 1–2★ cases that a spot-check draw takes, in per cent. */
  readonly spotCheckPercent: number;
}

/** What a new desk begins with. */
export const PLAIN_REVIEW: ReviewSettings = {
  panel: { 1: 1, 2: 1, 3: 2, 4: 3, 5: 3 },
  consentDays: 30,
  appealDays: 30,
  spotCheckPercent: 30,
};
