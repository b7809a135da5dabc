import type { ReactNode } from 'react';
import { useQuery } from './use-query.ts';

/** A kept photo, as the copy of a size; a box of its place while it is on its way. */
function PhotoPicture({
  photoId,
  size,
  alt,
}: {
  readonly photoId: string;
  readonly size: 'thumb' | 'print';
  readonly alt: string;
}) {
  const { data } = useQuery('photo.get', { photoId, size });
  return data === undefined ? (
    <span className="photo-waiting" role="img" aria-label={alt} />
  ) : (
    <img src={`data:${data.mediaType};base64,${data.content}`} alt={alt} />
  );
}

/** Draws a photo in a size, for whoever lays photos out. */
export const photoPicture = ({ id }: { readonly id: string }, size: 'thumb' | 'print', alt: string): ReactNode => (
  <PhotoPicture photoId={id} size={size} alt={alt} />
);
