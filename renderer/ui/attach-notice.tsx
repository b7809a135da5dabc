import { useText } from './language.tsx';
import { LongNotice } from './long-notice.tsx';
import { ProblemList } from './problem-list.tsx';
import { showMoment } from './show-time.ts';

/** What became of the files a person chose together. */
export interface AttachEnd {
  /** What they were attached to. */
  readonly title: string;
  readonly kept: readonly { readonly name: string; readonly by: string; readonly at: string }[];
  /** Why the others were not kept, a sentence each. */
  readonly problems: readonly string[];
}

/** Tells in one notice what was attached, by name, and what was not, with the reason. */
export function AttachNotice({ end, onClose }: { readonly end: AttachEnd | null; readonly onClose: () => void }) {
  const text = useText();
  if (end === null) return null;
  const { kept, problems, title } = end;
  const last = kept.at(-1);
  const kind = problems.length === 0 ? 'saved' : last === undefined ? 'error' : 'warning';
  const names = kept.map(({ name }) => text('evidence.named', { name })).join(text('ladder.listJoin'));
  return (
    <LongNotice kind={kind} label={title} onClose={onClose}>
      {last === undefined ? null : (
        <div>
          {text('evidence.attached', { names, count: kept.length, title, by: last.by, at: showMoment(last.at) })}
        </div>
      )}
      <ProblemList problems={problems} />
    </LongNotice>
  );
}
