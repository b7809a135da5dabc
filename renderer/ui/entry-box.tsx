import type { ReactNode } from 'react';
import { optionsFor, type EntryCell } from './entry-grid-model.ts';

/** One cell of a sheet: its text, or the field while it is the active one. */
export function EntryBox({
  id,
  cell,
  name,
  here,
  chosen,
  draft,
  pick,
  shown,
  onGo,
  onType,
  onEdit,
  onPick,
}: {
  readonly id: string;
  readonly cell: EntryCell;
  readonly name: string;
  readonly here: boolean;
  readonly chosen: boolean;
  readonly draft: string | null;
  readonly pick: number | null;
  /** Shown in place of the text of a cell that is worked out. */
  readonly shown: ReactNode;
  readonly onGo: () => void;
  readonly onType: (text: string) => void;
  readonly onEdit: () => void;
  readonly onPick: (text: string) => void;
}) {
  const computed = cell.standing === 'computed';
  const standing = draft === null ? cell.standing : 'changed';
  const className = `entry-cell entry-${standing}${here ? ' is-active' : ''}${chosen ? ' is-chosen' : ''}`;
  if (!here || computed) {
    return (
      <div
        role="gridcell"
        aria-label={`${name} ${cell.text}`}
        aria-readonly={computed}
        aria-selected={here || chosen}
        {...(cell.standing === 'refused' ? { 'aria-invalid': true } : {})}
        {...(here ? { tabIndex: 0 } : {})}
        {...(cell.note === undefined ? {} : { title: cell.note })}
        className={className}
        onMouseDown={(event) => {
          event.preventDefault();
          onGo();
        }}
      >
        <span className="entry-text">{shown ?? cell.text}</span>
      </div>
    );
  }
  return (
    <div role="gridcell" aria-selected="true" className={className}>
      <EntryInput
        id={id}
        cell={cell}
        name={name}
        draft={draft}
        pick={pick}
        onType={onType}
        onEdit={onEdit}
        onPick={onPick}
      />
    </div>
  );
}

/** The field in a sheet's active cell: a real one, so that every keyboard and input method can type into it. */
function EntryInput({
  id,
  cell,
  name,
  draft,
  pick,
  onType,
  onEdit,
  onPick,
}: {
  readonly id: string;
  readonly cell: EntryCell;
  readonly name: string;
  readonly draft: string | null;
  readonly pick: number | null;
  readonly onType: (text: string) => void;
  readonly onEdit: () => void;
  readonly onPick: (text: string) => void;
}) {
  const { note, options, standing } = cell;
  const offered = draft === null ? [] : optionsFor(cell, draft);
  const open = offered.length > 0;
  return (
    <>
      <input
        id={id}
        className="entry-input"
        autoComplete="off"
        spellCheck={false}
        aria-label={name}
        value={draft ?? cell.text}
        {...(note === undefined ? {} : { 'aria-describedby': `${id}-note` })}
        {...(standing === 'refused' && draft === null ? { 'aria-invalid': true } : {})}
        {...(options === undefined
          ? {}
          : { role: 'combobox', 'aria-expanded': open, 'aria-controls': `${id}-list`, 'aria-autocomplete': 'list' })}
        {...(pick === null ? {} : { 'aria-activedescendant': `${id}-${pick}` })}
        onFocus={({ currentTarget }) => {
          if (draft === null) currentTarget.select();
        }}
        onMouseDown={({ currentTarget }) => {
          if (draft === null && currentTarget === document.activeElement) onEdit();
        }}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
      {note === undefined ? null : (
        <span id={`${id}-note`} hidden>
          {note}
        </span>
      )}
      {open ? (
        <div id={`${id}-list`} role="listbox" aria-label={name} className="entry-options">
          {offered.map((option, index) => (
            <div
              key={option}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === pick}
              className={index === pick ? 'entry-option is-picked' : 'entry-option'}
              onMouseDown={(event) => {
                event.preventDefault();
                onPick(option);
              }}
            >
              {option}
            </div>
          ))}
        </div>
      ) : null}
    </>
  );
}
