import type { ReactNode } from 'react';
import { useLanguage, useText } from '#renderer/ui/language.tsx';

/** The quiet page around everything before the desks: seal, title, language. */
export function StartPage({
  title,
  detail,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly detail?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const text = useText();
  const { language, setLanguage } = useLanguage();
  return (
    <main className="start">
      <div className={wide ? 'start-card start-wide' : 'start-card'}>
        <header>
          <span className="seal" aria-hidden="true">
            品
          </span>
          <div className="grow">
            <h1>{title}</h1>
            {detail === undefined ? null : <p className="dim">{detail}</p>}
          </div>
          <button
            type="button"
            className="top-button"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            {text(language === 'zh' ? 'frame.toEnglish' : 'frame.toChinese')}
          </button>
        </header>
        {children}
      </div>
    </main>
  );
}
