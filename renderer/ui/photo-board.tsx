import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from './icons.tsx';
import { useText, type TextOf } from './language.tsx';
import { LargePhoto } from './photo-large.tsx';
import { movedBy } from './photo-order.ts';
import { MovePhoto, StrikePhoto } from './photo-deeds.tsx';
import { showMoment } from './show-time.ts';
import './photo-board.css';

/** A photo as a board shows it. */
export interface BoardPhoto {
  readonly id: string;
  readonly name: string;
  /** Who kept it, and when. */
  readonly by: string;
  readonly at: string;
  readonly sha256: string;
  /** As the camera says; null when it does not. */
  readonly takenAt: string | null;
  readonly position: { readonly latitude: number; readonly longitude: number } | null;
  /** What does not fit, as sentences: taken far away, on another day. */
  readonly warnings: readonly string[];
  readonly struck: { readonly by: string; readonly at: string; readonly reason: string } | null;
}

/** Draws one photo in a size. */
export type DrawPhoto = (photo: BoardPhoto, size: 'thumb' | 'print', alt: string) => ReactNode;

/** Where a photo can go. */
export interface PhotoPlace {
  readonly value: string;
  readonly label: string;
}

/** What can be done with the photos of a board; each answers with why it was refused, null when it was done. */
export interface PhotoDeeds {
  readonly places: readonly PhotoPlace[];
  readonly order: (ids: readonly string[]) => Promise<string | null>;
  readonly move: (id: string, place: string) => Promise<string | null>;
  readonly strike: (id: string, reason: string) => Promise<string | null>;
}

/** Photos of one place in their order: walked and reordered by keyboard, moved, struck out, opened large. */
export function PhotoBoard({
  photos,
  picture,
  deeds,
}: {
  readonly photos: readonly BoardPhoto[];
  readonly picture: DrawPhoto;
  /** Null where nothing may be changed any more. */
  readonly deeds: PhotoDeeds | null;
}) {
  const text = useText();
  const list = useRef<HTMLUListElement>(null);
  const [asking, setAsking] = useState<{ readonly what: 'large' | 'move' | 'strike'; readonly id: string } | null>(
    null,
  );
  const [said, setSaid] = useState('');
  const asked = photos.find(({ id }) => id === asking?.id);
  const order = photos.map(({ id }) => id);
  const moved = useRef<string | null>(null);
  const placed = order.join(' ');
  useEffect(() => {
    if (moved.current === null) return;
    const at = placed.split(' ').indexOf(moved.current);
    moved.current = null;
    list.current?.querySelectorAll<HTMLElement>('.board-tile')[at]?.focus();
  }, [list, moved, placed]);
  const focusTile = (at: number): void => list.current?.querySelectorAll<HTMLElement>('.board-tile')[at]?.focus();
  const shift = async (photo: BoardPhoto, step: number): Promise<void> => {
    const next = movedBy(order, photo.id, step);
    if (deeds === null || next === order) return;
    moved.current = photo.id;
    const problem = await deeds.order(next);
    if (problem !== null) moved.current = null;
    setSaid(problem ?? text('photo.moved', { name: photo.name, at: next.indexOf(photo.id) + 1 }));
  };
  const pressed = (event: KeyboardEvent, photo: BoardPhoto, at: number): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const command = event.ctrlKey || event.metaKey;
    if (step !== 0 && command) void shift(photo, step);
    else if (step !== 0) focusTile(at + step);
    else if (command || deeds === null) return;
    else if (event.key === 'm' || event.key === 'M') setAsking({ what: 'move', id: photo.id });
    else if (event.key === 'Delete' && photo.struck === null) setAsking({ what: 'strike', id: photo.id });
    else return;
    event.preventDefault();
  };
  const close = (): void => setAsking(null);
  return (
    <>
      <ul ref={list} className="board" aria-label={text('photo.board', { count: photos.length })}>
        {photos.map((photo, at) => (
          <li key={photo.id}>
            <button
              type="button"
              className={photo.struck === null ? 'board-tile' : 'board-tile board-struck'}
              aria-label={tileName(photo, at, photos.length, text)}
              onClick={() => setAsking({ what: 'large', id: photo.id })}
              onKeyDown={(event) => pressed(event, photo, at)}
            >
              {picture(photo, 'thumb', '')}
              <span className="board-number">{at + 1}</span>
              {photo.warnings.length === 0 ? null : (
                <span className="board-warning" title={photo.warnings.join('\n')}>
                  <Icon name="warning" size={14} />
                </span>
              )}
            </button>
            <span className="board-time small">
              {photo.takenAt === null ? text('photo.noTime') : showMoment(photo.takenAt)}
            </span>
          </li>
        ))}
      </ul>
      <span className="unseen" role="status">
        {said}
      </span>
      {photos.length === 0 || deeds === null ? null : <p className="dim small board-keys">{text('photo.boardKeys')}</p>}
      {asked !== undefined && asking?.what === 'large' ? (
        <LargePhoto
          photo={asked}
          photos={photos}
          picture={picture}
          deeds={deeds}
          onStep={(step) => setAsking({ what: 'large', id: photos[photos.indexOf(asked) + step]?.id ?? asked.id })}
          onShift={(step) => void shift(asked, step)}
          onAsk={(what) => setAsking({ what, id: asked.id })}
          onClose={close}
        />
      ) : null}
      {asked !== undefined && asking?.what === 'move' && deeds !== null ? (
        <MovePhoto photo={asked} deeds={deeds} onClose={close} />
      ) : null}
      {asked !== undefined && asking?.what === 'strike' && deeds !== null ? (
        <StrikePhoto photo={asked} deeds={deeds} onClose={close} />
      ) : null}
    </>
  );
}

function tileName(photo: BoardPhoto, index: number, count: number, text: TextOf): string {
  const taken =
    photo.takenAt === null ? text('photo.noTime') : text('photo.takenAt', { at: showMoment(photo.takenAt) });
  const name = text('photo.tile', { at: index + 1, count, name: photo.name, taken });
  const struck = photo.struck === null ? '' : text('photo.tileStruck', { reason: photo.struck.reason });
  return [name + struck, ...photo.warnings].join(' ');
}
