import { useState } from 'react';
import { useText } from '#renderer/ui/language.tsx';
import type { LoadFile } from './use-open-file.ts';
import { ViewerPane } from './viewer-pane.tsx';
import type { PagePoint, ViewerFile, ViewerNote, ViewerPlace } from './viewer-model.ts';
import './viewer.css';

/** What the evidence viewer is given. */
export interface ViewerProps {
  readonly files: readonly ViewerFile[];
  /** Must stay the same function from drawing to drawing. */
  readonly load: LoadFile;
  /** The file and page that are read; the first pane follows them. */
  readonly openId: string;
  readonly page: number;
  readonly onPlace: (fileId: string, page: number) => void;
  readonly notes?: readonly ViewerNote[];
  /** Pins a note; answers what went wrong, or null. Absent where notes cannot be pinned. */
  readonly onPin?: ((place: ViewerPlace, point: PagePoint, words: string) => Promise<string | null>) | undefined;
  readonly onStrike?: ((id: string) => void) | undefined;
  /** Takes the focus when it opens. */
  readonly greedy?: boolean;
  readonly onClose: () => void;
}

/**
 * Reads papers and photos in the window: pages, zoom, turning, text search, notes pinned to pages,
 * two files side by side.
 */
export function Viewer({
  files,
  load,
  openId,
  page,
  onPlace,
  notes = [],
  onPin,
  onStrike,
  greedy = false,
  onClose,
}: ViewerProps) {
  const text = useText();
  const [beside, setBeside] = useState<ViewerPlace | null>(null);
  const compare = (): void => {
    if (beside !== null) return setBeside(null);
    const next = files[files.findIndex(({ id }) => id === openId) + 1];
    return setBeside(next === undefined ? { fileId: openId, page } : { fileId: next.id, page: 1 });
  };
  const shared = { files, load, notes, onPin, onStrike, onCompare: compare, onClose, comparing: beside !== null };
  return (
    <div className={beside === null ? 'viewer' : 'viewer is-comparing'}>
      <ViewerPane
        {...shared}
        label={text(beside === null ? 'evidence.viewer' : 'evidence.viewerLeft')}
        greedy={greedy}
        place={{ fileId: openId, page }}
        onPlace={(place) => onPlace(place.fileId, place.page)}
      />
      {beside === null ? null : (
        <ViewerPane {...shared} label={text('evidence.viewerRight')} greedy place={beside} onPlace={setBeside} />
      )}
    </div>
  );
}
