import { decide } from '#shared/domain/star/decide.ts';
import type { Dossier } from '#shared/domain/star/dossier.ts';
import { verdictText, type Verdict } from '#shared/domain/star/verdict.ts';
import { dossierOf, type CaseFacts } from '#electron/backend/services/case-facts.ts';
import type { Room } from '#electron/backend/services/room.ts';
import { standardInForce, type LoadedStandard } from '#electron/backend/services/standards/standard.ts';
import { sha256Hex } from '#electron/backend/store/ledger.ts';

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

/** A judgement as it is stored, byte for byte, with what names it: the facts, the day, the standard and the answer. */
export function sealed({ dossier, verdict }: Pick<Judged, 'dossier' | 'verdict'>) {
  const texts = { dossier: JSON.stringify(dossier), verdict: verdictText(verdict) };
  return { ...texts, dossierSha256: sha256Hex(texts.dossier), verdictSha256: sha256Hex(texts.verdict) };
}
