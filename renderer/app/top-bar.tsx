import { Icon } from '#renderer/ui/icons.tsx';
import { KeyHelp } from '#renderer/ui/key-help.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { useTheme } from '#renderer/ui/theme/theme-choice.tsx';
import type { Person, SessionView } from '#shared/contract/people.ts';
import { FindBox } from './find-box.tsx';
import { helpLines } from './help-lines.ts';
import { PlatformPill } from './platform-pill.tsx';
import { useSignOut } from './use-sign-out.ts';

/** The one field for scans and names, then the platform, the language, the theme and the person. */
export function TopBar({
  session,
  person,
  onLock,
}: {
  readonly session: SessionView;
  readonly person: Person;
  readonly onLock: () => void;
}) {
  const text = useText();
  const { language, setLanguage } = useLanguage();
  const { theme, setTheme } = useTheme();
  const { signOut } = useSignOut();
  const { desk } = useNavigation();
  const roles = person.roles.map((role) => text(`role.${role}`)).join(' · ');
  const dark = theme === 'dark';
  return (
    <header className="top">
      <FindBox desks={session.desks} locked={session.locked} />
      <div className="top-right">
        {session.demo ? (
          <span title={text('frame.demoHint')}>
            <Tag tone="wait">{text('frame.demo')}</Tag>
          </span>
        ) : null}
        <PlatformPill />
        <KeyHelp title={text(`frame.${desk}`)} lines={helpLines(desk, language)} />
        <button
          type="button"
          className="top-button"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {text(language === 'zh' ? 'frame.toEnglish' : 'frame.toChinese')}
        </button>
        <button
          type="button"
          className="top-button"
          aria-label={text(dark ? 'frame.toLight' : 'frame.toDark')}
          title={text(dark ? 'frame.toLight' : 'frame.toDark')}
          onClick={() => setTheme(dark ? 'light' : 'dark')}
        >
          <Icon name={dark ? 'sun' : 'moon'} />
        </button>
        <span className="who" role="img" aria-label={text('frame.account', { name: person.name, roles })} title={roles}>
          <span className="face" aria-hidden="true">
            {[...person.name][0]}
          </span>
          <span className="who-name">{person.name}</span>
          <span className="dim small who-roles"> · {roles}</span>
        </span>
        <button
          type="button"
          className="top-button"
          aria-label={text('frame.lock')}
          title={`${text('frame.lock')} (Ctrl L)`}
          onClick={onLock}
        >
          <Icon name="lock" />
        </button>
        <button
          type="button"
          className="top-button"
          aria-label={text('frame.signOut')}
          title={text('frame.signOut')}
          onClick={() => void signOut()}
        >
          <Icon name="signOut" />
        </button>
      </div>
    </header>
  );
}
