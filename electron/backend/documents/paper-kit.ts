import type { CertificateArtwork } from './certificate-artwork.ts';
import type { BadgeArtwork } from './badge-artwork.ts';
import type { LabelStock } from './label-stock.ts';
import type { FaceSet } from './typeface.ts';

/** All that rendering needs, in memory: open faces, packed artwork and the known label stocks. */
export interface PaperKit {
  readonly faces: FaceSet;
  readonly certificate: CertificateArtwork;
  readonly badge: BadgeArtwork;
  readonly stocks: readonly LabelStock[];
}
