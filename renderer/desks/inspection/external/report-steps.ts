import type { ExternalReportView } from '#shared/contract/external.ts';
import type { TextOf } from '#renderer/ui/language.tsx';

/** The next point after one that nobody has answered; the same one when none is left. */
export function nextOpen({ checklist, judgement }: ExternalReportView, after: number): number {
  const open = checklist.points.flatMap(({ id }, index) => (judgement.open.includes(id) ? [index] : []));
  return open.find((index) => index > after) ?? open[0] ?? Math.max(after, 0);
}

/** What still stands between a report and its being accepted; null when nothing does. */
export function whyNotAccept({ files, judgement, results }: ExternalReportView, text: TextOf): string | null {
  if (files.length === 0) return text('external.noFile');
  if (judgement.failing.length > 0) return text('external.pointsFailing', { count: judgement.failing.length });
  if (judgement.open.length > 0) return text('external.pointsOpen', { count: judgement.open.length });
  if (results.length === 0) return text('external.noResults');
  const unread = results.filter(({ centre }) => centre.unreadable !== null).map(({ name }) => name);
  return unread.length === 0 ? null : text('external.unread', { names: unread.join(text('ladder.listJoin')) });
}
