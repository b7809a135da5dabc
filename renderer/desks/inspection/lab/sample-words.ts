import type { LabOrderView } from '#shared/contract/lab.ts';
import type { Language, TextOf } from '#renderer/ui/language.tsx';

/** What a sample comes to, and what it rests on or still waits for. */
export function sampleWords(
  { lines, scope, state, verdict }: Pick<LabOrderView, 'lines' | 'scope' | 'state' | 'verdict'>,
  text: TextOf,
  language: Language,
): { readonly head: string; readonly tail: string } {
  const names = (ids: readonly string[]): string =>
    lines
      .filter(({ item }) => ids.includes(item.id))
      .map(({ item }) => item[language])
      .join(text('ladder.listJoin'));
  const some = (ids: readonly string[], key: 'lab.isMissing' | 'lab.isUndecided'): readonly string[] =>
    ids.length === 0
      ? []
      : [text(key, { items: ids.length > 3 ? text('lab.itemCount', { count: ids.length }) : names(ids) })];
  const open = [...some(verdict.missing, 'lab.isMissing'), ...some(verdict.undecided, 'lab.isUndecided')];
  if (state === 'cancelled') return { head: text('lab.state-cancelled'), tail: '' };
  if (verdict.verdict === 'failed') {
    const head = text('lab.sampleFailed', { items: names(verdict.failed) });
    return { head, tail: open.join(' ') };
  }
  if (verdict.verdict === 'passed' && scope !== null)
    return { head: text('lab.partPassed', { count: lines.length }), tail: '' };
  if (verdict.verdict === 'passed') return { head: text('lab.samplePassed', { count: lines.length }), tail: '' };
  return { head: text('lab.sampleOpen'), tail: open.join(' ') };
}
