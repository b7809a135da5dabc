import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Dossier, DossierDocument, Maybe } from './dossier.ts';

/** Indexes of the documents of one kind (or of one chain link), by what they are worth on the day. */
export interface Pile {
  readonly holding: readonly number[];
  readonly failing: readonly number[];
  readonly pending: readonly number[];
}

/** What a pile proves: one document that holds is enough, and it fails only when all of them fail. */
export type PileState = 'absent' | 'holds' | 'fails' | 'pending';

/** A dossier made ready for the rules: the day that counts, and its documents sorted into piles. */
export interface Facts {
  readonly dossier: Dossier;
  /** The decision's day, or the review's, or the submission's: what validity is measured on. */
  readonly day: PlainDate;
  /** By document kind; compliance certificates by chain link. */
  readonly piles: ReadonlyMap<string, Pile>;
}

interface GrowingPile {
  readonly holding: number[];
  readonly failing: number[];
  readonly pending: number[];
}

const NOTHING: Pile = { holding: [], failing: [], pending: [] };

const isValidOn = (document: DossierDocument, day: PlainDate): boolean =>
  (document.validFrom == null || document.validFrom <= day) &&
  (document.validUntil == null || document.validUntil >= day);

/** Reads a dossier once for all criteria. */
export function factsOf(dossier: Dossier): Facts {
  const day = dossier.case.decisionOn ?? dossier.case.reviewOn ?? dossier.case.submittedOn;
  const piles = new Map<string, GrowingPile>();
  const documents = dossier.documents ?? [];
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index] as DossierDocument;
    const key = document.kind === 'compliance-certificate' ? (document.link ?? document.kind) : document.kind;
    let pile = piles.get(key);
    if (pile === undefined) {
      pile = { holding: [], failing: [], pending: [] };
      piles.set(key, pile);
    }
    if (document.check === 'accepted') (isValidOn(document, day) ? pile.holding : pile.failing).push(index);
    else if (document.check === 'rejected') pile.failing.push(index);
    else pile.pending.push(index);
  }
  return { dossier, day, piles };
}

/** The documents of a kind or chain link; an empty pile when there are none. */
export const pileOf = (facts: Facts, key: string): Pile => facts.piles.get(key) ?? NOTHING;

/** What a pile proves on the day. */
export function pileState(pile: Pile): PileState {
  if (pile.holding.length > 0) return 'holds';
  if (pile.pending.length > 0) return 'pending';
  return pile.failing.length > 0 ? 'fails' : 'absent';
}

/** Whether a name or reason was really written; blank text was not. */
export const isGiven = (text: Maybe<string>): text is string => text != null && text.trim() !== '';
