import { textIn, type Language } from '#renderer/ui/language.tsx';
import { zh, type TextKey } from '#renderer/ui/text/zh.ts';

type DeedName = keyof typeof zh.platform.deed;

const isDeedName = (name: string): name is DeedName => Object.hasOwn(zh.platform.deed, name);

/** A ledger entry's type in words; one this version does not know keeps its own name. */
export function deedWord(type: string, language: Language): string {
  const name = type.replace('.', '-');
  if (!isDeedName(name)) return type;
  const key: TextKey = `platform.deed.${name}`;
  return textIn(language, key);
}
