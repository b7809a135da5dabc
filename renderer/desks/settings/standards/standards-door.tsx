import { useQuery } from '#renderer/client/use-query.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { STANDARDS } from './standard-words.ts';

/** In the settings: which standard decides today, what comes, and the way to its versions. */
export function StandardsDoor() {
  const text = useText();
  const { open } = useNavigation();
  const { data: versions = [] } = useQuery('standard.list', {});
  const now = versions.find(({ state }) => state === 'in-force');
  const drafts = versions.filter(({ state }) => state === 'draft').length;
  return (
    <Panel
      title={text('standards.title')}
      extra={<ActionButton onPress={() => open(STANDARDS)}>{text('standards.open')}</ActionButton>}
    >
      {now === undefined ? null : (
        <p>
          {now.effectiveFrom === null
            ? text('standards.now', { version: now.version })
            : text('standards.nowSince', { version: now.version, date: now.effectiveFrom })}
        </p>
      )}
      {versions
        .filter(({ state }) => state === 'coming')
        .map(({ effectiveFrom, sha256, version }) => (
          <p key={sha256}>{text('standards.coming', { version, date: effectiveFrom ?? '' })}</p>
        ))}
      {drafts === 0 ? null : <p className="dim">{text('standards.drafts', { count: drafts })}</p>}
    </Panel>
  );
}
