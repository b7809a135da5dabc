import { useSession } from '#renderer/client/use-session.ts';
import { useText } from '#renderer/ui/language.tsx';
import type { ParcelView } from '#shared/contract/intake.ts';
import type { ReceiveDraft } from './receive-draft.ts';

/** What the label will say; its number and codes come with saving. */
export function LabelPreview({ parcel, draft }: { readonly parcel: ParcelView; readonly draft: ReceiveDraft }) {
  const text = useText();
  const today = useSession().data?.today ?? '';
  return (
    <figure className="label-preview">
      <div className="label-paper">
        <span className="label-bars" aria-hidden="true" />
        <div>
          <div className="dim-on-white">{text('receiving.labelNumber')}</div>
          <b>
            {parcel.productName} {draft.batch}
          </b>
          <div>
            {today} · {text(`common.${draft.storage}`)} {draft.location === '' ? '' : `· ${draft.location}`}
          </div>
        </div>
      </div>
      <figcaption className="dim small">{text('receiving.labelPreview')}</figcaption>
    </figure>
  );
}
