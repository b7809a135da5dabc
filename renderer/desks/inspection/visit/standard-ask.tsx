import { useLanguage, useText } from '#renderer/ui/language.tsx';
import type { Bilingual } from '#shared/domain/star/star.ts';

/** The standard's own words for what it wants seen; a bare tick in its table says nothing here. */
export function StandardAsk({ ask }: { readonly ask: Bilingual | null }) {
  const text = useText();
  const { language } = useLanguage();
  if (ask === null || !/\p{L}/u.test(ask.zh)) return null;
  return <p className="dim small visit-ask">{text('visits.asks', { ask: ask[language] })}</p>;
}
