import { useRef, type KeyboardEvent } from 'react';
import { useText } from '#renderer/ui/language.tsx';
import type { BadgeStock } from './badge-stocks.ts';

/** Draws a label sheet and lets a person point at its first free place; places before it count as used. */
export function SheetPicker({
  stock,
  startAt,
  labels,
  onStart,
}: {
  readonly stock: BadgeStock;
  /** From 1, row by row. */
  readonly startAt: number;
  /** Labels of this run, drawn where they will be printed. */
  readonly labels: number;
  readonly onStart: (position: number) => void;
}) {
  const text = useText();
  const sheet = useRef<HTMLDivElement>(null);
  const places = Array.from({ length: stock.columns * stock.rows }, (_, index) => index + 1);
  const press = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -stock.columns,
      ArrowDown: stock.columns,
    };
    const next = startAt + (steps[event.key] ?? 0);
    if (next === startAt || next < 1 || next > places.length) return;
    event.preventDefault();
    onStart(next);
    sheet.current?.querySelectorAll<HTMLElement>('[role=radio]')[next - 1]?.focus();
  };
  return (
    <div
      ref={sheet}
      className={`sheet sheet-${stock.columns}`}
      role="radiogroup"
      aria-label={text('printing.startAt')}
      onKeyDown={press}
    >
      {places.map((place) => {
        const state = place < startAt ? 'used' : place < startAt + labels ? 'filled' : 'free';
        return (
          <button
            key={place}
            type="button"
            role="radio"
            aria-checked={place === startAt}
            tabIndex={place === startAt ? 0 : -1}
            className={`sheet-place is-${state}`}
            aria-label={text('printing.position', {
              row: Math.ceil(place / stock.columns),
              column: ((place - 1) % stock.columns) + 1,
            })}
            onClick={() => onStart(place)}
          >
            {place === startAt ? place : null}
          </button>
        );
      })}
    </div>
  );
}
