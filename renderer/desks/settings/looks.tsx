import { Choice } from '#renderer/ui/choice.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useTheme } from '#renderer/ui/theme/theme-choice.tsx';

/** Language and theme of this window; both take effect at once. */
export function Looks() {
  const text = useText();
  const { language, setLanguage } = useLanguage();
  const { theme, setTheme } = useTheme();
  return (
    <Panel title={text('settings.looks')}>
      <Choice
        label={text('settings.language')}
        options={[
          { value: 'zh', label: text('frame.toChinese') },
          { value: 'en', label: text('frame.toEnglish') },
        ]}
        value={language}
        onChange={setLanguage}
      />
      <Choice
        label={text('settings.theme')}
        options={[
          { value: 'light', label: text('settings.light') },
          { value: 'dark', label: text('settings.dark') },
        ]}
        value={theme}
        onChange={setTheme}
      />
    </Panel>
  );
}
