import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { WorkstationProvider } from '#renderer/client/workstation.tsx';
import { KeysProvider } from '#renderer/ui/keys.tsx';
import { LanguageProvider, useLanguage } from '#renderer/ui/language.tsx';
import { ANTD_THEMES } from '#renderer/ui/theme/antd-theme.ts';
import { ThemeProvider, useTheme } from '#renderer/ui/theme/theme-choice.tsx';
import type { Door } from '#shared/contract/door.ts';
import { DoorBanner } from './door-banner.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Gate } from './gate.tsx';
import './frame.css';

/** The window: language, theme, keys and the way to the backend around whatever the person may see. */
export function App({ door }: { readonly door: Door }) {
  return (
    <LanguageProvider>
      <ThemeProvider>
        <Dressed>
          <KeysProvider>
            <ErrorBoundary>
              <Connected door={door}>
                <DoorBanner />
                <Gate />
              </Connected>
            </ErrorBoundary>
          </KeysProvider>
        </Dressed>
      </ThemeProvider>
    </LanguageProvider>
  );
}

function Dressed({ children }: { readonly children: ReactNode }) {
  const { theme } = useTheme();
  return (
    <ConfigProvider
      theme={ANTD_THEMES[theme]}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
      getPopupContainer={(trigger) => trigger?.closest('dialog') ?? document.body}
    >
      {children}
    </ConfigProvider>
  );
}

function Connected({ door, children }: { readonly door: Door; readonly children: ReactNode }) {
  const { language } = useLanguage();
  return (
    <WorkstationProvider door={door} language={language}>
      {children}
    </WorkstationProvider>
  );
}
