import type { Language } from '#renderer/ui/language.tsx';
import type { Desk } from '#shared/domain/roles.ts';

const FILES = import.meta.glob<string>('../../resources/help/*.md', { query: '?raw', import: 'default', eager: true });

/** What a desk is for and how it is worked, a sentence a line, from `resources/help/DESK.LANGUAGE.md`. */
export function helpLines(desk: Desk, language: Language): readonly string[] {
  const file = FILES[`../../resources/help/${desk}.${language}.md`] ?? '';
  return file
    .split('\n')
    .map((line) => line.replace(/^- /, '').trim())
    .filter((line) => line !== '');
}
