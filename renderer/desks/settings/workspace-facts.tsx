import { useText } from '#renderer/ui/language.tsx';
import { Facts, Panel } from '#renderer/ui/panel.tsx';
import type { SessionView } from '#shared/contract/people.ts';

/** What this workspace is. */
export function WorkspaceFacts({ session }: { readonly session: SessionView }) {
  const text = useText();
  return (
    <Panel title={text('settings.workspace')}>
      <Facts
        rows={[
          [
            text('settings.deskCode'),
            <span key="desk" className="mono">
              {session.deskCode}
            </span>,
          ],
          [text('settings.version'), session.version],
          [text('settings.today'), session.today],
          [text('settings.kind'), text(session.demo ? 'settings.demo' : 'settings.real')],
        ]}
      />
    </Panel>
  );
}
