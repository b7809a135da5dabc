import { addDays, addMonths, daysBetween, type PlainDate } from '#shared/base/plain-date.ts';
import type { Dossier, Incident } from '#shared/domain/star/dossier.ts';
import type { Standard } from '#shared/domain/star/standard.ts';
import type { Star } from '#shared/domain/star/star.ts';
import type { Answer, Verdict } from '#shared/domain/star/verdict.ts';
import { dossierDay } from './star-ladder-facts.ts';

/** A clean period on the calendar, for the stars that ask for its length. */
export interface CleanWindow {
  readonly months: number;
  readonly stars: readonly Star[];
  readonly start: PlainDate;
  readonly answer: Answer;
}

/** How an incident weighs: it counts, may still count, or never does. */
export type IncidentWeight = 'counts' | 'open' | 'ungraded' | 'none';

/** An incident on the line. */
export interface IncidentMark {
  readonly kind: Incident['kind'];
  /** Null when its day is not known: it lies in every window. */
  readonly on: PlainDate | null;
  readonly weight: IncidentWeight;
  /** Stars in whose window it lies. */
  readonly within: readonly Star[];
}

/** Everything the time line of the clean record shows. */
export interface CleanPeriod {
  /** First day of the line: the longest window's, or an earlier one that is worth seeing. */
  readonly from: PlainDate;
  readonly reviewOn: PlainDate;
  /** The day that counts, included; the line ends there. */
  readonly day: PlainDate;
  /** Shortest first. */
  readonly windows: readonly CleanWindow[];
  /** Oldest first, those without a day at the end. */
  readonly incidents: readonly IncidentMark[];
  readonly foundedOn: PlainDate | null;
  /** Stars whose unbroken period began before the enterprise did. */
  readonly young: readonly Star[];
  readonly waiver: { readonly by: string; readonly reason: string } | null;
}

/** Days left of the first window on the line, so that its start is not the edge. */
const LEAD_DAYS = 30;

/** How an incident weighs in a clean period. */
export const weightOf = ({ grade, status }: Incident): IncidentWeight => {
  if (status === 'dismissed') return 'none';
  if (status !== 'upheld') return 'open';
  if (grade === 'minor') return 'none';
  return grade === 'important' ? 'counts' : 'ungraded';
};

/**
 * Lays the clean record on a time line: the window of every star counted back from the review day
 * (readings A08, A09), the incidents, the founding. Undefined while the review day is not set.
 */
export function cleanPeriodOf(
  dossier: Dossier,
  verdict: Verdict,
  standard: Standard | undefined,
): CleanPeriod | undefined {
  const { reviewOn } = dossier.case;
  const criterion = standard?.criteria.find(({ id }) => id === 'RISK.CLEAN_RECORD');
  if (!reviewOn || criterion?.id !== 'RISK.CLEAN_RECORD') return undefined;
  const day = dossierDay(dossier);
  const perStar = verdict.criteria.find(({ id }) => id === 'RISK.CLEAN_RECORD')?.perStar ?? {};
  const windows = [...Map.groupBy(criterion.asks, ({ value }) => value)]
    .map(([months, asks]): CleanWindow => {
      const stars = asks.map(({ star }) => star);
      const answers = stars.map((star) => perStar[star] ?? 'unknown');
      const answer = answers.find((one) => one === 'not-met') ?? answers.find((one) => one === 'unknown') ?? 'met';
      return { months, stars, start: addMonths(reviewOn, -months), answer };
    })
    .toSorted((a, b) => a.months - b.months);
  const within = (on: PlainDate | null): readonly Star[] =>
    windows.flatMap(({ stars, start }) => (on === null || (on >= start && on <= day) ? stars : []));
  const incidents = (dossier.incidents ?? [])
    .map((incident): IncidentMark => {
      const on = incident.occurredOn ?? null;
      return { kind: incident.kind, on, weight: weightOf(incident), within: within(on) };
    })
    .toSorted((a, b) => (a.on ?? '9999').localeCompare(b.on ?? '9999'));
  const foundedOn = dossier.enterprise?.foundedOn ?? null;
  const young = windows.flatMap(({ stars, start }) =>
    foundedOn !== null && foundedOn > start ? stars.filter((star) => star >= criterion.unbrokenFromStar) : [],
  );
  const { by, reason } = dossier.youngEnterpriseWaiver ?? {};
  const first = windows.at(-1)?.start ?? reviewOn;
  return {
    from: addDays(first, -LEAD_DAYS),
    reviewOn,
    day,
    windows,
    incidents,
    foundedOn,
    young,
    waiver: by && reason ? { by, reason } : null,
  };
}

/** Where a day lies on the line, from 0 to 1; days before or behind it lie at its ends. */
export function shareOf({ day, from }: Pick<CleanPeriod, 'day' | 'from'>, on: PlainDate): number {
  const length = Math.max(1, daysBetween(from, day));
  return Math.min(Math.max(daysBetween(from, on) / length, 0), 1);
}
