import { decide } from '#shared/domain/star/decide.ts';
import type { Dossier } from '#shared/domain/star/dossier.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import { dossierOf, type CaseFacts } from '#electron/backend/services/case-facts.ts';
import type { Room } from '#electron/backend/services/room.ts';
import { standardInForce, type LoadedStandard } from '#electron/backend/services/standards/standard.ts';

/** What a decision rests on and comes to. */
export interface Judged extends LoadedStandard {
  readonly dossier: Dossier;
  readonly verdict: Verdict;
}

/**
 * Judges a case as deciding it today would: the facts as they stand, the standard in force, today as the decision day.
 *
 * The page, the preview and the decision all ask here, so that what is announced is what is stored.
 */
export function judgeToday(room: Room, facts: CaseFacts): Judged {
  const { standard, text } = standardInForce(room);
  const dossier = dossierOf(facts, room.today());
  return { standard, text, dossier, verdict: decide(standard, dossier) };
}
