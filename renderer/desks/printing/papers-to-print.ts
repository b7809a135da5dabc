import type { AwardRow } from '#shared/contract/papers.ts';

/** Certificates begin at three stars. */
const FIRST_CERTIFICATE_STAR = 3;

/**
 * The certificates to print of the chosen awards: those never printed while they wait, all of
 * them when a printed one is printed again.
 */
export const certificatesToPrint = (chosen: readonly AwardRow[], state: 'to-print' | 'printed'): readonly AwardRow[] =>
  chosen.filter(
    ({ star, certificatePrints }) => star >= FIRST_CERTIFICATE_STAR && (state === 'printed' || certificatePrints === 0),
  );
