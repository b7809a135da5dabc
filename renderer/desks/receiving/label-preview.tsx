import { useQuery } from '#renderer/client/use-query.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { useText } from '#renderer/ui/language.tsx';
import type { ReceiveDraft } from './receive-draft.ts';

/** What the label will say; its number and codes come with saving. */
export function LabelPreview({ productName, draft }: { readonly productName: string; readonly draft: ReceiveDraft }) {
  const text = useText();
  const today = useSession().data?.today ?? '';
  const { data: settings } = useQuery('settings.get', {});
  const roll = settings?.stocks.find(({ id }) => id === settings.labels.stock);
  const size = roll === undefined ? '' : `${roll.widthMm} × ${roll.heightMm} mm`;
  const printer = settings?.labels.printer ?? null;
  return (
    <figure className="label-preview">
      <div className="label-paper">
        <span className="label-bars" aria-hidden="true" />
        <div>
          <div className="dim-on-white">{text('receiving.labelNumber')}</div>
          <b>
            {productName} {draft.batch}
          </b>
          <div>
            {today} · {text(`common.${draft.storage}`)} {draft.location === '' ? '' : `· ${draft.location}`}
          </div>
        </div>
      </div>
      <figcaption className="dim small">
        {[text('receiving.labelPreview', { size }), printer].filter((part) => part !== null).join(' · ')}
      </figcaption>
    </figure>
  );
}
