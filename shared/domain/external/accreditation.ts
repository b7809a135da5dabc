import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';

/** Schemes an outside laboratory can be accredited or approved under in China: CNAS accreditation, CMA approval. */
export const ACCREDITATION_SCHEMES = ['CNAS', 'CMA'] as const;
export type AccreditationScheme = (typeof ACCREDITATION_SCHEMES)[number];

/** One certificate of a body; a renewed one is a new row. */
export interface Accreditation {
  readonly scheme: AccreditationScheme;
  readonly number: string;
  readonly scope: string;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate;
}

/** The certificate that covers a day: of several the one valid longest. */
export const accreditationOn = <A extends Accreditation>(all: readonly A[], day: PlainDate): A | undefined =>
  all
    .filter(({ validFrom, validUntil }) => validFrom <= day && day <= validUntil)
    .toSorted((a, b) => b.validUntil.localeCompare(a.validUntil))[0];

/** The certificates as a sentence names them: `CNAS L0001（2023-01-01 至 2029-01-01）`. */
export function accreditationDates(all: readonly Accreditation[]): Bilingual {
  if (all.length === 0) return { zh: '无认可', en: 'none' };
  const named = (join: string, open: string, close: string): readonly string[] =>
    all.map((one) => `${one.scheme} ${one.number}${open}${one.validFrom}${join}${one.validUntil}${close}`);
  return { zh: named(' 至 ', '（', '）').join('、'), en: named(' to ', ' (', ')').join(', ') };
}
