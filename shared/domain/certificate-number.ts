import type { CertificateNumber } from '#shared/base/ids.ts';
import { hasMod3736Check, mod3736CheckCharacter } from './codes/iso7064.ts';

/**
 * The number of an award: `OTOP-{year}-{star}-{desk}-{serial}-{check}`, check by ISO 7064 MOD 37,36.
 *
 * Unique without asking anyone because every desk has its own code.
 */
export function certificateNumber(parts: {
  readonly year: number;
  readonly star: number;
  /** Two digits. */
  readonly desk: string;
  readonly serial: number;
}): CertificateNumber {
  const { desk, serial, star, year } = parts;
  const body = `OTOP-${year}-${star}-${desk}-${String(serial).padStart(6, '0')}`;
  return `${body}-${mod3736CheckCharacter(body.replaceAll('-', ''))}` as CertificateNumber;
}

/** Whether a text is a certificate number with its right check character. */
export const isCertificateNumber = (text: string): text is CertificateNumber =>
  /^OTOP-\d{4}-[1-5]-\d{2}-\d{6,}-[0-9A-Z]$/.test(text) && hasMod3736Check(text.replaceAll('-', ''));
