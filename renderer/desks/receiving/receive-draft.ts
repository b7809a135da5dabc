import type { InputOf } from '#shared/contract/contract.ts';
import type { ParcelView } from '#shared/contract/intake.ts';
import type { Condition, StorageClass } from '#shared/domain/sample-life.ts';

/** A reception as it is typed: text until it is sent. */
export interface ReceiveDraft {
  readonly batch: string;
  readonly quantity: string;
  readonly unit: string;
  readonly producedOn: string;
  readonly shelfLifeDays: string;
  readonly storage: StorageClass;
  readonly condition: Condition;
  readonly location: string;
}

/** What the form begins with: what the applicant announced, or blank. */
export function draftOf({ expected }: ParcelView): ReceiveDraft {
  return {
    batch: expected?.batch ?? '',
    quantity: expected?.quantity ?? '1',
    unit: expected?.unit ?? '',
    producedOn: expected?.producedOn ?? '',
    shelfLifeDays: String(expected?.shelfLifeDays ?? ''),
    storage: expected?.storage ?? 'ambient',
    condition: 'intact',
    location: '',
  };
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

/** The contract's input; a shelf life that is no number is sent as one, so that its field is named. */
export function receiveInput(
  parcel: ParcelView,
  draft: ReceiveDraft,
  refusal: string | null,
): InputOf<'sample.receive'> {
  const days = orNull(draft.shelfLifeDays);
  return {
    parcelId: parcel.id,
    batch: draft.batch,
    producedOn: orNull(draft.producedOn),
    shelfLifeDays: days === null ? null : Number(days),
    quantity: draft.quantity.trim(),
    unit: draft.unit,
    storage: draft.storage,
    condition: draft.condition,
    location: orNull(draft.location),
    refusal,
  };
}
