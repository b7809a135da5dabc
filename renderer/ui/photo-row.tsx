import { useState, type ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { useText } from './language.tsx';
import { showMoment } from './show-time.ts';
import './photo-row.css';

/** A photo as a row shows it. */
export interface ShownPhoto {
  readonly id: string;
  readonly name: string;
  readonly by: string;
  readonly at: string;
}

/** Photos side by side; one opens large. `picture` draws one in a size. */
export function PhotoRow({
  photos,
  picture,
}: {
  readonly photos: readonly ShownPhoto[];
  readonly picture: (photo: ShownPhoto, size: 'thumb' | 'print', alt: string) => ReactNode;
}) {
  const text = useText();
  const [open, setOpen] = useState<ShownPhoto | null>(null);
  const alt = (photo: ShownPhoto): string =>
    text('photo.alt', { name: photo.name, by: photo.by, at: showMoment(photo.at) });
  return (
    <>
      <ul className="photo-row" aria-label={text('photo.photos')}>
        {photos.map((photo) => (
          <li key={photo.id}>
            <button type="button" aria-label={text('photo.open', { name: photo.name })} onClick={() => setOpen(photo)}>
              {picture(photo, 'thumb', alt(photo))}
            </button>
          </li>
        ))}
      </ul>
      {open === null ? null : (
        <Dialog title={open.name} size="large" onClose={() => setOpen(null)}>
          <div className="photo-large">{picture(open, 'print', alt(open))}</div>
          <p className="dim small">
            {open.by} · {showMoment(open.at)}
          </p>
        </Dialog>
      )}
    </>
  );
}
