import { useState, type ReactNode } from 'react';
import { Icon, type IconName } from '#renderer/ui/icons.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { typedPage, type ViewerFile } from './viewer-model.ts';

/** A small button of the viewer's bar: a sign, its name and its key. */
export function Tool({
  icon,
  label,
  combo,
  pressed,
  disabled = false,
  onPress,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly combo?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      className="viewer-tool"
      aria-label={label}
      title={combo === undefined ? label : `${label} · ${combo}`}
      aria-disabled={disabled}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(combo === undefined ? {} : { 'aria-keyshortcuts': combo.replace('Ctrl', 'Control') })}
      onClick={() => {
        if (!disabled) onPress();
      }}
    >
      <Icon name={icon} size={16} />
    </button>
  );
}

/** Which files there are, and what is read of them. */
export interface PlaceToolsProps {
  readonly files: readonly ViewerFile[];
  readonly fileId: string;
  readonly page: number;
  readonly pages: number;
  readonly onFile: (id: string) => void;
  readonly onPage: (page: number) => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** Which file, which page of how many. */
export function PlaceTools({ files, fileId, page, pages, onFile, onPage, onStep }: PlaceToolsProps): ReactNode {
  const text = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const go = (): void => {
    const wanted = typed === null ? undefined : typedPage(typed, pages);
    setTyped(null);
    if (wanted !== undefined) onPage(wanted);
  };
  return (
    <>
      <select
        className="viewer-files"
        aria-label={text('evidence.file')}
        value={fileId}
        onChange={(event) => onFile(event.target.value)}
      >
        {files.map(({ id, name }, index) => (
          <option key={id} value={id}>
            {files.length > 1 ? `${index + 1}. ${name}` : name}
          </option>
        ))}
      </select>
      <span className="viewer-group" role="group" aria-label={text('evidence.page')}>
        <Tool icon="up" label={text('evidence.previousPage')} combo="PageUp" onPress={() => onStep(-1)} />
        <input
          className="viewer-number"
          aria-label={text('evidence.pageNumber', { pages })}
          inputMode="numeric"
          value={typed ?? String(page)}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={go}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            go();
          }}
        />
        <span className="dim small">/ {pages}</span>
        <Tool icon="down" label={text('evidence.nextPage')} combo="PageDown" onPress={() => onStep(1)} />
      </span>
    </>
  );
}

/** The field that looks for a text in the paper that is read. */
export function FindField({
  wanted,
  said,
  onWanted,
  onStep,
  onClose,
}: {
  readonly wanted: string;
  /** How the search stands, in words. */
  readonly said: string;
  readonly onWanted: (wanted: string) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  return (
    <search className="viewer-find">
      <input
        autoFocus
        type="text"
        aria-label={text('evidence.find')}
        placeholder={text('evidence.find')}
        value={wanted}
        onChange={(event) => onWanted(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            onStep(event.shiftKey ? -1 : 1);
          }
          if (event.key === 'Escape') {
            event.preventDefault();
            event.stopPropagation();
            onClose();
          }
        }}
      />
      <span className="dim small" role="status">
        {said}
      </span>
      <Tool icon="up" label={text('evidence.findPrevious')} combo="Shift+Enter" onPress={() => onStep(-1)} />
      <Tool icon="down" label={text('evidence.findNext')} combo="Enter" onPress={() => onStep(1)} />
      <Tool icon="cross" label={text('evidence.findClose')} combo="Esc" onPress={onClose} />
    </search>
  );
}
