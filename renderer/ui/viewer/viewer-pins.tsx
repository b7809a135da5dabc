import { useState, type CSSProperties, type PointerEvent } from 'react';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { fromPagePoint, toPagePoint, type PagePoint, type Rotation, type ViewerNote } from './viewer-model.ts';

/** A note that is being pinned: where, and whether its words are asked for yet. */
export interface Pinning extends PagePoint {
  readonly page: number;
  readonly writing: boolean;
}

const placed = (point: PagePoint, rotation: Rotation): CSSProperties => {
  const { x, y } = fromPagePoint(point, rotation);
  return { left: `${x / 10}%`, top: `${y / 10}%` };
};

/** Pins over one page; while a note is being pinned the page itself takes the press. */
export function Pins({
  notes,
  numberOf,
  rotation,
  pinning,
  page,
  chosen,
  onChoose,
  onPlace,
}: {
  readonly notes: readonly ViewerNote[];
  readonly numberOf: (note: ViewerNote) => number;
  readonly rotation: Rotation;
  readonly pinning: Pinning | null;
  readonly page: number;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onPlace: (point: PagePoint) => void;
}) {
  const text = useText();
  const press = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width;
    const y = (event.clientY - box.top) / box.height;
    onPlace(toPagePoint(x, y, rotation));
  };
  return (
    <>
      {pinning === null || pinning.writing ? null : <div className="viewer-aim" onPointerDown={press} />}
      {notes.map((note) => (
        <button
          key={note.id}
          type="button"
          className={note.id === chosen ? 'viewer-pin is-chosen' : 'viewer-pin'}
          style={placed(note, rotation)}
          aria-label={text('evidence.pin', { number: numberOf(note), text: note.text })}
          title={`${note.text} — ${note.signature}`}
          onClick={() => onChoose(note.id)}
        >
          {numberOf(note)}
        </button>
      ))}
      {pinning?.page !== page ? null : (
        <span className="viewer-crosshair" style={placed(pinning, rotation)} aria-hidden="true" />
      )}
    </>
  );
}

/** The words of a note that is being pinned. */
export function PinForm({
  page,
  onPin,
  onCancel,
}: {
  readonly page: number;
  /** Answers what went wrong, or null when the note is kept. */
  readonly onPin: (words: string) => Promise<string | null>;
  readonly onCancel: () => void;
}) {
  const text = useText();
  const [words, setWords] = useState('');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const empty = words.trim() === '';
  const pin = async (): Promise<void> => {
    if (empty || pending) return;
    setPending(true);
    const wrong = await onPin(words);
    setPending(false);
    setProblem(wrong);
  };
  return (
    <form
      className="viewer-form"
      onSubmit={(event) => {
        event.preventDefault();
        void pin();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          void pin();
        }
      }}
    >
      <label>
        {text('evidence.noteOnPage', { page })}
        <textarea autoFocus rows={2} maxLength={500} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      {problem === null ? null : (
        <p role="alert" className="viewer-wrong">
          {problem}
        </p>
      )}
      <div className="row-end">
        <ActionButton onPress={onCancel}>{text('common.cancel')}</ActionButton>
        <ActionButton
          submit
          combo="Ctrl+Enter"
          pending={pending}
          disabledReason={empty ? text('evidence.noteEmpty') : null}
        >
          {text('evidence.pinNote')}
        </ActionButton>
      </div>
    </form>
  );
}

/** The notes of a file, in the order of their pages. */
export function NoteList({
  notes,
  chosen,
  onChoose,
  onStrike,
}: {
  readonly notes: readonly ViewerNote[];
  readonly chosen: string | null;
  readonly onChoose: (note: ViewerNote) => void;
  readonly onStrike: ((id: string) => void) | undefined;
}) {
  const text = useText();
  if (notes.length === 0) return null;
  return (
    <ol className="viewer-notes" aria-label={text('evidence.notes')}>
      {notes.map((note, index) => (
        <li key={note.id} className={note.id === chosen ? 'is-chosen' : undefined}>
          <button type="button" className="viewer-note" onClick={() => onChoose(note)}>
            <span className="viewer-pin-sign" aria-hidden="true">
              {index + 1}
            </span>
            <span className="grow">
              {note.text}
              <span className="dim small viewer-signature">
                {text('evidence.pageShort', { page: note.page })} · {note.signature}
              </span>
            </span>
          </button>
          {note.removable && onStrike !== undefined ? (
            <button
              type="button"
              className="viewer-tool"
              aria-label={text('evidence.strikeNote', { text: note.text })}
              title={text('evidence.strike')}
              onClick={() => onStrike(note.id)}
            >
              ×
            </button>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
