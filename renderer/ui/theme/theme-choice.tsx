import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';

/** Light by default; dark for the evening. */
export type ThemeName = 'light' | 'dark';

/** Which theme is shown, and how to change it. */
export interface ThemeChoice {
  readonly theme: ThemeName;
  setTheme(theme: ThemeName): void;
}

const STORED = 'workstation.theme';

const ThemeContext = createContext<ThemeChoice>({ theme: 'light', setTheme: () => undefined });

/** Keeps the chosen theme for this window and the next start. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const [theme, setTheme] = useState<ThemeName>(() => (localStorage.getItem(STORED) === 'dark' ? 'dark' : 'light'));
  useEffect(() => {
    localStorage.setItem(STORED, theme);
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const value = useMemo(() => ({ theme, setTheme }), [theme]);
  return <ThemeContext value={value}>{children}</ThemeContext>;
}

/** The theme shown and how to change it. */
export const useTheme = (): ThemeChoice => use(ThemeContext);
