import type { SampleId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';

/** What a report says of itself; an amended one names the report it replaces and why. */
export interface LabReport {
  readonly number: string;
  readonly sampleId: SampleId;
  readonly issuedOn: PlainDate;
  readonly amends: { readonly number: string; readonly reason: string } | null;
}

/** What the rule of amending reads of any report, the centre's own or an outside body's. */
export type AmendableReport = Omit<LabReport, 'sampleId'>;

export type AmendmentFailure = Failure<
  'report.number-taken' | 'report.reason-needed' | 'report.before-original' | 'report.already-amended'
>;

/**
 * Makes the report that amends another (ISO/IEC 17025:2017, 7.8.8): a new report with its own number,
 * a reference to the old one and the reason. The old one stays as it was, and can be amended once; what
 * is wrong with the new one is amended there.
 *
 * @param issued every report issued for the sample, or of the commission, so far, the original among them
 */
export function amendReport<R extends AmendableReport>(
  original: R,
  amendment: { readonly number: string; readonly issuedOn: PlainDate; readonly reason: string },
  issued: readonly AmendableReport[],
): Result<R, AmendmentFailure> {
  const { number, issuedOn } = amendment;
  const reason = amendment.reason.trim();
  if (reason === '') return fail({ code: 'report.reason-needed', field: 'reason' });
  if (number === original.number || issued.some((report) => report.number === number)) {
    return fail({ code: 'report.number-taken', field: 'number', data: { number } });
  }
  const later = issued.find((report) => report.amends?.number === original.number);
  if (later !== undefined) {
    return fail({ code: 'report.already-amended', data: { number: original.number, by: later.number } });
  }
  if (issuedOn < original.issuedOn) {
    return fail({ code: 'report.before-original', field: 'issuedOn', data: { issuedOn: original.issuedOn } });
  }
  return ok({ ...original, number, issuedOn, amends: { number: original.number, reason } });
}
