import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { en } from './text/en.ts';
import { fillText, type TextValues } from './text/fill-text.ts';
import { zh, type TextKey } from './text/zh.ts';

/** Languages of the window. */
export type Language = 'zh' | 'en';

/** Gives a text of the window in the person's language, its places filled. */
export type TextOf = (key: TextKey, values?: TextValues) => string;

/** Which language is shown, and how to change it. */
export interface LanguageChoice {
  readonly language: Language;
  setLanguage(language: Language): void;
}

const STORED = 'workstation.language';
const TEXTS: Readonly<Record<Language, object>> = { zh, en };

const LanguageContext = createContext<LanguageChoice & { readonly text: TextOf }>({
  language: 'zh',
  setLanguage: () => undefined,
  text: (key, values) => textIn('zh', key, values),
});

/** One text in a given language, for places outside React. */
export function textIn(language: Language, key: TextKey, values?: TextValues): string {
  let node: unknown = TEXTS[language];
  for (const name of key.split('.')) {
    node = typeof node === 'object' && node !== null ? (node as Readonly<Record<string, unknown>>)[name] : undefined;
  }
  return typeof node === 'string' ? fillText(node, values) : key;
}

/** Keeps the chosen language for this window and the next start; Chinese until somebody chooses. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(STORED) === 'en' ? 'en' : 'zh'));
  useEffect(() => {
    localStorage.setItem(STORED, language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const value = useMemo(
    () => ({
      language,
      setLanguage,
      text: (key: TextKey, values?: TextValues) => textIn(language, key, values),
    }),
    [language],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** The window's texts in the person's language: `text('common.save')`. */
export const useText = (): TextOf => use(LanguageContext).text;

/** The language shown and how to change it. */
export const useLanguage = (): LanguageChoice => use(LanguageContext);
