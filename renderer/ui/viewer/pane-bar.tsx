import type { ReactNode } from 'react';
import { useText } from '#renderer/ui/language.tsx';
import { PlaceTools, Tool, type PlaceToolsProps } from './viewer-bar.tsx';

/** What the bar of a pane shows and does. */
export interface PaneBarProps extends PlaceToolsProps {
  readonly zoomName: string;
  readonly finding: boolean;
  readonly pinning: boolean;
  readonly comparing: boolean;
  readonly onZoomIn: () => void;
  readonly onZoomOut: () => void;
  readonly onZoom: () => void;
  readonly onRotate: () => void;
  /** Absent for a picture, which holds no text. */
  readonly onFind: (() => void) | undefined;
  /** Absent where notes cannot be pinned. */
  readonly onPin: (() => void) | undefined;
  readonly onCompare: () => void;
  readonly onClose: () => void;
}

/** The bar over a file: place, zoom, turning, search, notes, comparing. */
export function PaneBar(props: PaneBarProps): ReactNode {
  const text = useText();
  const { comparing, finding, onClose, onCompare, onFind, onPin, onRotate, pinning, zoomName } = props;
  return (
    <div className="viewer-bar" role="toolbar" aria-label={text('evidence.tools')}>
      <PlaceTools {...props} />
      <span className="viewer-group">
        <Tool icon="minus" label={text('evidence.zoomOut')} combo="-" onPress={props.onZoomOut} />
        <button
          type="button"
          className="viewer-zoom"
          title={`${text('evidence.cycleZoom')} · Z`}
          aria-label={text('evidence.zoomNow', { zoom: zoomName })}
          onClick={props.onZoom}
        >
          {zoomName}
        </button>
        <Tool icon="plus" label={text('evidence.zoomIn')} combo="+" onPress={props.onZoomIn} />
      </span>
      <span className="viewer-group">
        <Tool icon="rotate" label={text('evidence.rotate')} combo="R" onPress={onRotate} />
        {onFind === undefined ? null : (
          <Tool icon="find" label={text('evidence.find')} combo="Ctrl+F" pressed={finding} onPress={onFind} />
        )}
        {onPin === undefined ? null : (
          <Tool icon="pin" label={text('evidence.pinNote')} combo="N" pressed={pinning} onPress={onPin} />
        )}
        <Tool icon="twoPages" label={text('evidence.compare')} combo="2" pressed={comparing} onPress={onCompare} />
        <Tool icon="cross" label={text('evidence.close')} combo="Escape" onPress={onClose} />
      </span>
    </div>
  );
}
