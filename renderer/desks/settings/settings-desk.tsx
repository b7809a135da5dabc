import { useRight, useSession } from '#renderer/client/use-session.ts';
import { DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Devices } from './devices.tsx';
import { Looks } from './looks.tsx';
import { MyPassword } from './my-password.tsx';
import { People } from './people.tsx';
import { WorkspaceFacts } from './workspace-facts.tsx';
import './settings.css';

/** People, my password, and how this window looks. */
export function SettingsDesk() {
  const text = useText();
  const { data: session } = useSession();
  const mayManage = useRight('people.manage');
  return (
    <DeskLayout
      side={
        <div className="stack">
          <Looks />
          {session === undefined ? null : <WorkspaceFacts session={session} />}
          <MyPassword />
        </div>
      }
    >
      <People mayManage={mayManage} me={session?.person?.id ?? ''} />
      <Devices mayManage={mayManage} />
      {mayManage ? null : <p className="dim small">{text('settings.peopleAdmin')}</p>}
    </DeskLayout>
  );
}
