import type { StandardVersion, VersionState } from '#shared/contract/standards.ts';
import type { Standing } from '#shared/domain/star/what-if.ts';
import type { TextOf } from '#renderer/ui/language.tsx';
import type { Tone } from '#renderer/ui/tag.tsx';
import { starName } from '#renderer/ui/verdict-words.ts';

/** Colour of a version's state; the word stands beside it. */
export const STATE_TONES: Readonly<Record<VersionState, Tone>> = {
  draft: 'wait',
  coming: 'wait',
  'in-force': 'good',
  superseded: 'plain',
  discarded: 'plain',
};

/** What a case came to, in words: 授予四星. */
export const standingText = ({ outcome, star }: Standing, text: TextOf): string =>
  text(`standards.standing-${outcome}`, { star: star === null ? '' : starName(star, text) });

/** Since when, or from when, a version decides. */
export const sinceText = ({ effectiveFrom, importedAt }: StandardVersion, text: TextOf): string =>
  effectiveFrom ?? text(importedAt === null ? 'standards.fromBeginning' : 'standards.notYet');

/** Address of the standards within the settings, and of one version there. */
export const STANDARDS = 'standards';
const PREFIX = 'standard:';

/** Whether an address of the settings belongs to the standards. */
export const isStandardsAddress = (openId: string | null): openId is string =>
  openId !== null && (openId === STANDARDS || openId.startsWith(PREFIX));

/** The version an address opens; null for the list alone. */
export const versionOf = (address: string): string | null =>
  address.startsWith(PREFIX) ? address.slice(PREFIX.length) : null;

/** Address of a version. */
export const versionAddress = (sha256: string): string => `${PREFIX}${sha256}`;
