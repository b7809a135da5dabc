import type { Tone } from '#renderer/ui/tag.tsx';

const PREFIX = 'incident:';

/** Address of a complaint or accident at the review desk. */
export const incidentAddress = (id: string): string => `${PREFIX}${id}`;

/** The incident an address opens; null for any other. */
export const incidentOf = (openId: string | null): string | null =>
  openId?.startsWith(PREFIX) === true ? openId.slice(PREFIX.length) : null;

/** Colour of an incident's state: open or not graded waits, an important one that was upheld is bad. */
export function incidentTone(status: string, grade: string | null): Tone {
  if (status === 'dismissed') return 'plain';
  if (status === 'open' || grade === null) return 'wait';
  return grade === 'important' ? 'bad' : 'plain';
}
