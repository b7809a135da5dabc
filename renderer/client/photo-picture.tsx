import type { ReactNode } from 'react';
import type { FileReply } from '#shared/contract/intake.ts';
import { useQuery } from './use-query.ts';

type Size = 'thumb' | 'print';

/** A kept photo; a box of its place while it is on its way, or lies on another desk. */
function Picture({ file, alt }: { readonly file: FileReply | undefined; readonly alt: string }) {
  return file === undefined ? (
    <span className="photo-waiting" {...(alt === '' ? {} : { role: 'img', 'aria-label': alt })} />
  ) : (
    <img src={`data:${file.mediaType};base64,${file.content}`} alt={alt} />
  );
}

function PhotoPicture({ id, size, alt }: { readonly id: string; readonly size: Size; readonly alt: string }) {
  return <Picture file={useQuery('photo.get', { photoId: id, size }).data} alt={alt} />;
}

function AttachmentPicture({ id, size, alt }: { readonly id: string; readonly size: Size; readonly alt: string }) {
  return <Picture file={useQuery('attachment.get', { attachmentId: id, size }).data} alt={alt} />;
}

/** Draws a photo of a parcel in a size, for whoever lays photos out. */
export const photoPicture = ({ id }: { readonly id: string }, size: Size, alt: string): ReactNode => (
  <PhotoPicture id={id} size={size} alt={alt} />
);

/** Draws a picture attached to evidence in a size, for whoever lays pictures out. */
export const attachmentPicture = ({ id }: { readonly id: string }, size: Size, alt: string): ReactNode => (
  <AttachmentPicture id={id} size={size} alt={alt} />
);
