import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { groupCode } from '#renderer/ui/group-code.ts';
import { StarRow } from '#renderer/ui/star-row.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { ParcelView } from '#shared/contract/intake.ts';
import { wordOf } from '#shared/domain/codes/vocabulary.ts';

/** What was scanned, and which case it belongs to. */
export function ParcelHead({ parcel }: { readonly parcel: ParcelView }) {
  const text = useText();
  const { language } = useLanguage();
  const tags = {
    announced: ['good', text('receiving.match')],
    received: ['plain', text('receiving.isReceived')],
    orphan: ['wait', text('receiving.isOrphan')],
  } as const;
  const [tone, word] =
    parcel.returnedAt === null ? tags[parcel.state] : (['wait', text('reception.isReturned')] as const);
  const facts = [
    parcel.carrier === null ? null : (wordOf('carrier', parcel.carrier)?.[language] ?? parcel.carrier),
    parcel.enterpriseName,
    parcel.moreCases === 0 ? null : text('reception.moreCases', { count: parcel.moreCases + 1 }),
    parcel.applicationNo === null ? null : text('receiving.application', { number: parcel.applicationNo }),
  ].filter((fact) => fact !== null);
  return (
    <header className="scan-head">
      <span className="scan-beam" aria-hidden="true" />
      <div className="grow">
        <h1>
          {parcel.productName ?? text('receiving.noCase')}{' '}
          {parcel.requestedStar === null ? null : <StarRow star={parcel.requestedStar} size={18} />}
        </h1>
        <div className="code scan-waybill">{text('receiving.scanned', { waybill: groupCode(parcel.waybill) })}</div>
        <div className="dim small">{facts.join(' · ')}</div>
      </div>
      <Tag tone={tone}>{word}</Tag>
    </header>
  );
}
