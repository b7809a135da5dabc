import type { InputOf } from '#shared/contract/contract.ts';
import { isPlainDate, type PlainDate } from '#shared/base/plain-date.ts';
import type { ParcelCaseView, ParcelView, SampleView } from '#shared/contract/intake.ts';
import { readLocationCode } from '#shared/domain/location.ts';
import type { Condition, StorageClass } from '#shared/domain/sample-life.ts';
import { shelfLifeOn, type ShelfLife } from '#shared/domain/shelf-life.ts';

/** A reception as it is typed: text until it is sent. */
export interface ReceiveDraft {
  /** Empty until one of several cases is chosen. */
  readonly caseId: string;
  readonly batch: string;
  readonly quantity: string;
  readonly unit: string;
  readonly producedOn: string;
  readonly shelfLifeDays: string;
  readonly storage: StorageClass;
  readonly condition: Condition;
  readonly location: string;
  readonly lapsedReason: string;
}

/** What the applicant announced of one case, as the form has it. */
export const announcedOf = (
  expected: ParcelCaseView | undefined,
): Omit<ReceiveDraft, 'condition' | 'location' | 'lapsedReason'> => ({
  caseId: expected?.caseId ?? '',
  batch: expected?.batch ?? '',
  quantity: expected?.quantity ?? '1',
  unit: expected?.unit ?? '',
  producedOn: expected?.producedOn ?? '',
  shelfLifeDays: String(expected?.shelfLifeDays ?? ''),
  storage: expected?.storage ?? 'ambient',
});

/** The case a sample is surely of: the only one that still takes samples and has none from this parcel. */
export function surelyOf({ cases, samples }: Pick<ParcelView, 'cases' | 'samples'>): ParcelCaseView | undefined {
  const open = cases.filter(({ decided }) => !decided);
  const empty = open.filter(({ caseId }) => !samples.some((sample) => sample.caseId === caseId));
  return open.length === 1 ? open[0] : empty.length === 1 ? empty[0] : undefined;
}

/** What the form begins with: what was announced; for another sample of the case, what stays the same. */
export function draftOf(parcel: ParcelView, before: SampleView | null): ReceiveDraft {
  const sure = surelyOf(parcel);
  const fresh = { condition: 'intact', location: '', lapsedReason: '' } as const;
  if (before === null || (sure !== undefined && sure.caseId !== before.caseId))
    return { ...announcedOf(sure), ...fresh };
  return {
    ...fresh,
    caseId: sure?.caseId ?? '',
    batch: '',
    quantity: before.quantity,
    unit: before.unit,
    producedOn: before.producedOn ?? '',
    shelfLifeDays: String(before.shelfLifeDays ?? ''),
    storage: before.storage,
    location: before.location,
  };
}

const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

/** How long the sample stays good as typed; unknown while a date is not whole. */
export function typedShelfLife(draft: ReceiveDraft, today: string, testDueOn: string): ShelfLife {
  const day = (typed: string): PlainDate | null => (isPlainDate(typed) ? typed : null);
  const days = Number(draft.shelfLifeDays);
  const isDays = Number.isInteger(days) && days >= 1 && days <= 36_500;
  const on = day(today);
  if (on === null) return { kind: 'unknown' };
  return shelfLifeOn(on, {
    producedOn: day(draft.producedOn),
    shelfLifeDays: isDays ? days : null,
    testDueOn: day(testDueOn),
  });
}

/** The contract's input; a shelf life that is no number is sent as one, so that its field is named. */
export function receiveInput(
  parcel: Pick<ParcelView, 'id'>,
  draft: ReceiveDraft,
  refusal: string | null,
  photoIds: readonly string[] = [],
): InputOf<'sample.receive'> {
  const days = orNull(draft.shelfLifeDays);
  const location = orNull(draft.location);
  return {
    parcelId: parcel.id,
    caseId: orNull(draft.caseId),
    batch: draft.batch,
    producedOn: orNull(draft.producedOn),
    shelfLifeDays: days === null ? null : Number(days),
    quantity: draft.quantity.trim(),
    unit: draft.unit,
    storage: draft.storage,
    condition: draft.condition,
    location: location === null ? null : readLocationCode(location),
    lapsedReason: orNull(draft.lapsedReason),
    photoIds: [...photoIds],
    refusal,
  };
}
