import { z } from 'zod';
import type { DecisionId } from '#shared/base/ids.ts';
import type { CriterionOpinion, RoundKind } from '#shared/domain/panel.ts';
import type { Dossier } from '#shared/domain/star/dossier.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import { command, query } from './entry.ts';
import { caseId, decisionId, text } from './fields.ts';
import type { FileReply } from './intake.ts';

/** The applicant's answer to a proposed star. */
export interface ConsentView {
  readonly agreed: boolean;
  readonly by: string;
  readonly at: string;
  readonly how: string;
  readonly channel: 'paper' | 'platform';
}

/** What was decided, with the document it rests on. */
export interface DecisionView {
  readonly id: DecisionId;
  readonly round: number;
  readonly outcome: 'grant' | 'propose' | 'refuse';
  readonly star: number | null;
  readonly by: string;
  readonly at: string;
  readonly note: string | null;
  readonly provisional: boolean;
  /** Desk that decided when it was another one; null for this one. */
  readonly desk: string | null;
  /** `rival`: another desk's, which the platform took instead of ours; `void`: ours that lost and was given up. */
  readonly state: 'stands' | 'rival' | 'void';
  readonly consent: ConsentView | null;
  /** Last day the applicant can consent; null unless a star is proposed. */
  readonly consentUntil: string | null;
  /** The proposal was not answered by {@link consentUntil}. */
  readonly lapsed: boolean;
  /** Last day the applicant can appeal. */
  readonly appealUntil: string;
  readonly standardSha256: string;
}

/** A person in a decision's record, and what they did. */
export interface DecisionPerson {
  readonly personId: string;
  readonly name: string;
  readonly touches: readonly string[];
}

/** An opinion as it stood when the case was decided. */
export interface DecisionOpinion {
  readonly personId: string;
  readonly name: string;
  readonly star: number;
  readonly text: string;
  readonly criteria: readonly CriterionOpinion[];
  readonly givenAt: string;
}

/** A decision with everything it rests on; stays readable whatever is decided later. */
export interface DecisionRecordView extends DecisionView {
  readonly caseId: string;
  readonly kind: RoundKind;
  readonly dossier: Dossier;
  readonly verdict: Verdict;
  readonly opinions: readonly DecisionOpinion[];
  readonly people: readonly DecisionPerson[];
  /** Whether the stored dossier under the stored standard gives the stored verdict, byte for byte; null where the standard's text is not at this desk. */
  readonly replays: boolean | null;
}

/** Somebody who cannot decide a case, and why. */
export interface BarredPerson {
  readonly personId: string;
  readonly name: string;
  /** A refusal's code and data. */
  readonly code: string;
  readonly reason: string | null;
}

/** What deciding now would do. */
export interface DecisionPreview {
  readonly round: number;
  readonly kind: RoundKind;
  readonly verdict: Verdict;
  /** What would be written with it; the hashes are what `case.decide` can be told to expect. */
  readonly writes: {
    readonly dossierSha256: string;
    readonly verdictSha256: string;
    readonly opinions: number;
    readonly people: readonly DecisionPerson[];
    readonly consentUntil: string | null;
    readonly appealUntil: string;
  };
  /** The decision it would stand in place of. */
  readonly supersedes: DecisionView | null;
  /** The award given before names another star than this outcome. */
  readonly awardDiffers: boolean;
  /** A proposal lapsed before, so that refusing with a reason is open. */
  readonly mayRefuse: boolean;
  readonly mayDecide: readonly { readonly personId: string; readonly name: string }[];
  readonly mayNotDecide: readonly BarredPerson[];
  /** Why it cannot be decided now whoever asks: a refusal's code; null when it can. */
  readonly blocked: string | null;
}

const baseVersion = z.number().int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'id.form' });

export const decisionsContract = {
  /** What deciding the case now would do, and who may not and why. */
  'decision.preview': query<DecisionPreview>()('read', z.strictObject({ caseId })),
  /** A decision of any round with all it rests on, replayed. */
  'decision.get': query<DecisionRecordView>()('read', z.strictObject({ decisionId })),
  /** A decision of any round on paper, in both languages, with the ladder drawn. */
  'decision.report': query<FileReply>()('read', z.strictObject({ decisionId })),
  /**
   * Decides the present round. `refuse` turns down a lower star that the applicant let lapse, with the reason as the note;
   * the verdict is otherwise the program's. `expected` are the preview's hashes: a window always sends them, so that what
   * was shown is what is stored; a script that showed nothing may leave them out.
   */
  'case.decide': command<DecisionView>()(
    'cases.decide',
    z
      .strictObject({
        caseId,
        baseVersion,
        password: z.string().max(128),
        note: text(1000).nullable().default(null),
        refuse: z.boolean().default(false),
        expected: z.strictObject({ dossierSha256: sha256, verdictSha256: sha256 }).nullable().default(null),
      })
      .refine(({ note, refuse }) => !refuse || note !== null, { path: ['note'], error: 'reason.needed' }),
  ),
  /** Records the applicant's answer. Consent on paper needs its scan attached to the decision first. */
  'consent.record': command<DecisionView>()(
    'consents.record',
    z.strictObject({
      caseId,
      baseVersion,
      agreed: z.boolean(),
      how: text(200),
      channel: z.enum(['paper', 'platform']),
    }),
  ),
  /**
   * Settles two desks' decisions on one case: the platform's stands and ours is kept as void; `correction` opens a new
   * round at once.
   */
  'decision.settle': command<DecisionView>()(
    'corrections.open',
    z.strictObject({ caseId, how: z.enum(['accept', 'correction']), reason: text(300) }),
  ),
};
