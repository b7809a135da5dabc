import { useQuery } from '#renderer/client/use-query.ts';
import { useText, type TextOf } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import type { SyncStatus } from '#shared/contract/platform.ts';

type Mood = 'good' | 'wait' | 'bad';

/** How this desk stands with the platform, in a few words; opens the platform desk. */
export function PlatformPill() {
  const text = useText();
  const { go } = useNavigation();
  const { data } = useQuery('sync.status', {});
  if (data === undefined) return null;
  const { mood, words } = platformMood(data, text);
  return (
    <button
      type="button"
      className="top-button pill"
      aria-label={`${text('frame.platformState')}: ${words}`}
      onClick={() => go('platform')}
    >
      <i className={`dot dot-${mood}`} aria-hidden="true" />
      {words}
    </button>
  );
}

function platformMood(status: SyncStatus, text: TextOf): { readonly mood: Mood; readonly words: string } {
  const say = (mood: Mood, ...words: readonly string[]) => ({ mood, words: words.join(' · ') });
  if (status.problems > 0) return say('bad', text('frame.attention', { count: status.problems }));
  if (!status.enrolled) return say('good', text('frame.alone'));
  const waiting = text('frame.toSend', { count: status.waiting });
  const files = status.files.waiting === 0 ? [] : [text('frame.filesToSend', { count: status.files.waiting })];
  if (status.offline !== null) return say('wait', text('frame.offline'), waiting, ...files);
  const sent = files.length > 0 ? [] : [text('frame.allSent')];
  return say('good', text('frame.connected'), ...(status.waiting === 0 ? sent : [waiting]), ...files);
}
