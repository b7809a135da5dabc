import { useInfinite } from '#renderer/client/use-query.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { Figures } from '#renderer/ui/panel.tsx';
import { dayOf, showClock } from '#renderer/ui/show-time.ts';
import { Tag, type Tone } from '#renderer/ui/tag.tsx';
import type { Desk } from '#shared/domain/roles.ts';

const SHOWN = 8;

/** What was just received, today's numbers, and what else waits. */
export function ReceivingSide({
  counts,
  onOrphans,
  onPapers,
  onDue,
}: {
  readonly counts: Readonly<Record<string, number>>;
  readonly onOrphans: () => void;
  /** Shows the cases whose papers wait for review. */
  readonly onPapers: () => void;
  readonly onDue: () => void;
}) {
  const text = useText();
  const { go, open } = useNavigation();
  const { data: session } = useSession();
  const { rows } = useInfinite('sample.list', {});
  const today = rows.filter(({ receivedAt }) => dayOf(receivedAt) === session?.today).slice(0, SHOWN);
  const count = (key: string): number => counts[key] ?? 0;
  const desks = session?.desks ?? [];
  const first = (wanted: readonly Desk[]): Desk | undefined => wanted.find((desk) => desks.includes(desk));
  const overdue = first(['review', 'inspection']);
  const todo: readonly Todo[] = [
    {
      key: 'documents',
      tone: 'wait',
      tag: text('receiving.tagDocuments'),
      count: count('cases.papers'),
      words: text('receiving.todoDocuments', { count: count('cases.papers') }),
      go: onPapers,
    },
    {
      key: 'overdue',
      tone: 'bad',
      tag: text('receiving.tagOverdue'),
      count: count('cases.overdue'),
      words: text('receiving.todoOverdue', { count: count('cases.overdue') }),
      go: overdue === undefined ? null : () => go(overdue),
    },
    {
      key: 'due',
      tone: 'bad',
      tag: text('shelf.due'),
      count: count('samples.due'),
      words: text('shelf.todoDue', { count: count('samples.due') }),
      go: onDue,
    },
    {
      key: 'orphan',
      tone: 'plain',
      tag: text('receiving.tagOrphan'),
      count: count('parcels.orphan'),
      words: text('receiving.todoOrphan', { count: count('parcels.orphan') }),
      go: onOrphans,
    },
  ];
  const waiting = todo.filter((item) => item.count > 0);
  return (
    <div className="receiving-side">
      <h2>{text('receiving.just')}</h2>
      {today.length === 0 ? <p className="dim">{text('receiving.justEmpty')}</p> : null}
      <ul className="just">
        {today.map((sample) => (
          <li key={sample.id}>
            <button
              type="button"
              disabled={sample.parcelId === null}
              onClick={() => (sample.parcelId === null ? undefined : open(sample.parcelId))}
            >
              <b className="mono">{sample.barcode}</b>
              <span className="just-name">{sample.productName}</span>
              <em>{sample.refusal === null ? sample.location : text('receiving.state.refused')}</em>
              <time dateTime={sample.receivedAt}>{showClock(sample.receivedAt)}</time>
            </button>
          </li>
        ))}
      </ul>
      <h2>{text('receiving.day')}</h2>
      <Figures
        rows={[
          [text('receiving.figureReceived'), count('parcels.received-today')],
          [text('receiving.figureExpected'), count('parcels.announced')],
          [text('receiving.figureOrphan'), count('parcels.orphan')],
        ]}
      />
      <h2>{text('receiving.todo')}</h2>
      {waiting.length === 0 ? <p className="dim">{text('receiving.todoNone')}</p> : null}
      <ul className="todo">
        {waiting.map((item) => (
          <li key={item.key}>
            <TodoLine item={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Todo {
  readonly key: string;
  readonly tone: Tone;
  readonly tag: string;
  readonly count: number;
  readonly words: string;
  readonly go: (() => void) | null;
}

function TodoLine({ item }: { readonly item: Todo }) {
  const words = (
    <>
      <Tag tone={item.tone}>{item.tag}</Tag> {item.words}
    </>
  );
  return item.go === null ? (
    <span>{words}</span>
  ) : (
    <button type="button" onClick={item.go}>
      {words}
    </button>
  );
}
