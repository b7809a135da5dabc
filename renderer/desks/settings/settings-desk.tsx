import { useState } from 'react';
import { useRight, useSession } from '#renderer/client/use-session.ts';
import { DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import type { TestPlan } from '#shared/domain/lab/test-item.ts';
import { Devices } from './devices.tsx';
import { Looks } from './looks.tsx';
import { MyPassword } from './my-password.tsx';
import { isStandardsAddress } from './standards/standard-words.ts';
import { StandardsDoor } from './standards/standards-door.tsx';
import { StandardsSection } from './standards/standards-section.tsx';
import { People } from './people.tsx';
import { readPlanAddress } from './plans/plan-address.ts';
import { ImportedPlan, OpenPlan } from './plans/plan-editor.tsx';
import { PlansPanel } from './plans/plans-panel.tsx';
import { ReviewRules } from './review-rules.tsx';
import { WorkspaceFacts } from './workspace-facts.tsx';
import './plans/plans.css';
import './settings.css';

/** People, devices, the standard, test plans, my password, and how this window looks. */
export function SettingsDesk() {
  const { openId } = useNavigation();
  return isStandardsAddress(openId) ? <StandardsSection openId={openId} /> : <Settings />;
}

function Settings() {
  const text = useText();
  const { data: session } = useSession();
  const mayManage = useRight('people.manage');
  const opened = readPlanAddress(useNavigation().openId);
  const [imported, setImported] = useState<TestPlan | null>(null);
  if (imported !== null) return <ImportedPlan plan={imported} onClose={() => setImported(null)} />;
  if (opened !== null) return <OpenPlan key={`${opened.planId} ${opened.version}`} {...opened} />;
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
      <StandardsDoor />
      <PlansPanel onImported={setImported} />
      <ReviewRules mayManage={mayManage} />
      <Devices mayManage={mayManage} />
      {mayManage ? null : <p className="dim small">{text('settings.peopleAdmin')}</p>}
    </DeskLayout>
  );
}
