import { addDays, daysBetween, type PlainDate } from '#shared/base/plain-date.ts';

/** An appeal that came to nothing, or is still open today: meanwhile the applicant could not answer the proposal it went against. */
export interface ConsentStop {
  readonly receivedOn: PlainDate;
  readonly endedOn: PlainDate;
}

/**
 * The last day to consent to a proposal: its time stands while an appeal against it is open, and what was left goes on
 * from the day after the dismissal.
 *
 * The day the appeal was received has not been used up (Civil Code, art. 201: a day that something begins on is not
 * counted), so a proposal appealed against on its last day has one day left. An appeal that came after gives nothing back.
 */
export const consentDay = (until: PlainDate, stops: readonly ConsentStop[]): PlainDate =>
  stops
    .toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1))
    .reduce(
      (day, { endedOn, receivedOn }) =>
        receivedOn <= day ? addDays(day, Math.max(0, daysBetween(receivedOn, endedOn)) + 1) : day,
      until,
    );
