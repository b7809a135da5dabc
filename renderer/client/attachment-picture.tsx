import type { ReactNode } from 'react';
import { useQuery } from './use-query.ts';

function AttachmentPicture({ id, alt }: { readonly id: string; readonly alt: string }) {
  const { data } = useQuery('attachment.get', { attachmentId: id, size: 'thumb' });
  return data === undefined ? (
    <span className="photo-waiting" role="img" aria-label={alt} />
  ) : (
    <img src={`data:${data.mediaType};base64,${data.content}`} alt={alt} />
  );
}

/** Draws an attached photo small, for whoever lays files out. */
export const attachmentPicture = ({ id, name }: { readonly id: string; readonly name: string }): ReactNode => (
  <AttachmentPicture id={id} alt={name} />
);
