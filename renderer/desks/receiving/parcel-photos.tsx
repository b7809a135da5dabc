import { photoPicture } from '#renderer/client/photo-picture.tsx';
import { useQuery } from '#renderer/client/use-query.ts';
import { useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { PhotoRow } from '#renderer/ui/photo-row.tsx';

/** The photos of a parcel; nothing where there are none. */
export function ParcelPhotos({ parcelId }: { readonly parcelId: string }) {
  const text = useText();
  const { data: photos = [] } = useQuery('photo.list', { parcelId });
  if (photos.length === 0) return null;
  return (
    <Panel title={text('photo.photos')}>
      <PhotoRow photos={photos} picture={photoPicture} />
    </Panel>
  );
}
