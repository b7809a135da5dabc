import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { ActionButton } from './action-button.tsx';
import { useText } from './language.tsx';
import { SIGNATURE_BOX, type Stroke, type StrokePoint } from '#shared/domain/visit/signature.ts';
import { drawnOn, hasRoom, inkPath, inkPoint, keyedPoint } from './signature-ink.ts';
import './signature-pad.css';

const { aspect, units } = SIGNATURE_BOX;
const VIEW = `0 0 ${units} ${units}`;

/** Where a person signs: by mouse, pen, finger, or with the arrow keys; strokes keep their times. */
export function SignaturePad({
  name,
  strokes,
  onChange,
}: {
  /** Who signs. */
  readonly name: string;
  readonly strokes: readonly Stroke[];
  readonly onChange: (strokes: readonly Stroke[]) => void;
}) {
  const text = useText();
  const began = useRef<number | null>(null);
  const [open, setOpen] = useState<Stroke | null>(null);
  const [pen, setPen] = useState<StrokePoint | null>(null);
  const elapsed = (now: number): number => {
    began.current ??= now - (strokes.at(-1)?.at(-1)?.[2] ?? 0);
    return now - began.current;
  };
  const at = (event: PointerEvent<SVGSVGElement>): StrokePoint => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    return inkPoint(x, y, elapsed(event.timeStamp));
  };
  const finish = (stroke: Stroke | null): void => {
    if (stroke !== null && stroke.length > 0) onChange([...strokes, stroke]);
    setOpen(null);
  };
  const keyed = (event: KeyboardEvent): void => {
    const { key, timeStamp } = event;
    const now = pen ?? inkPoint(0.1, 0.5, elapsed(timeStamp));
    const next = keyedPoint(now, key, elapsed(timeStamp));
    if (next !== undefined) {
      setPen(next);
      if (open !== null && hasRoom([...strokes, open])) setOpen(drawnOn(open, next));
    } else if (key === ' ') {
      setPen(now);
      if (open === null) setOpen([now]);
      else finish(open);
    } else if (key === 'Backspace') onChange(strokes.slice(0, -1));
    else if (key === 'Delete') onChange([]);
    else return;
    event.preventDefault();
  };
  const shown = open === null ? strokes : [...strokes, open];
  return (
    <div className="pad">
      <svg
        className="pad-paper"
        viewBox={VIEW}
        preserveAspectRatio="none"
        role="application"
        tabIndex={0}
        aria-label={text('visits.pad.label', { name })}
        aria-roledescription={text('visits.pad.keys')}
        onKeyDown={keyed}
        onBlur={() => {
          finish(open);
          setPen(null);
        }}
        onPointerDown={(event) => {
          if (!hasRoom(strokes)) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setPen(null);
          setOpen([at(event)]);
        }}
        onPointerMove={(event) => {
          if (open !== null && pen === null && hasRoom([...strokes, open])) setOpen(drawnOn(open, at(event)));
        }}
        onPointerUp={() => finish(open)}
        onPointerCancel={() => finish(open)}
      >
        <line className="pad-line" x1={units * 0.04} x2={units * 0.96} y1={units * 0.78} y2={units * 0.78} />
        <Ink strokes={shown} />
        {pen === null ? null : <ellipse className="pad-pen" cx={pen[0]} cy={pen[1]} rx={90} ry={90 * aspect} />}
      </svg>
      <div className="pad-tools">
        <span className="dim small grow" role="status">
          {open !== null && pen !== null
            ? text('visits.pad.down')
            : strokes.length === 0
              ? text('visits.pad.hint')
              : text('visits.pad.strokes', { count: strokes.length })}
        </span>
        <ActionButton
          tone="quiet"
          disabledReason={strokes.length === 0 ? text('visits.pad.empty') : null}
          onPress={() => onChange(strokes.slice(0, -1))}
        >
          {text('visits.pad.undo')}
        </ActionButton>
        <ActionButton
          tone="quiet"
          disabledReason={strokes.length === 0 ? text('visits.pad.empty') : null}
          onPress={() => onChange([])}
        >
          {text('visits.pad.clear')}
        </ActionButton>
      </div>
      <p className="dim small">{text('visits.pad.keys')}</p>
    </div>
  );
}

/** A signature as it was drawn. */
export function SignatureImage({ name, strokes }: { readonly name: string; readonly strokes: readonly Stroke[] }) {
  const text = useText();
  return (
    <svg
      className="pad-image"
      viewBox={VIEW}
      preserveAspectRatio="none"
      role="img"
      aria-label={text('visits.pad.drawn', { name })}
    >
      <Ink strokes={strokes} />
    </svg>
  );
}

const Ink = ({ strokes }: { readonly strokes: readonly Stroke[] }) => (
  <g className="pad-ink">
    {strokes.map((stroke) => (
      <path key={stroke[0]?.join(' ')} d={inkPath(stroke)} />
    ))}
  </g>
);
