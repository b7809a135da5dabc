import { canonicalJson } from '#shared/base/canonical-json.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import type { CaseView, FindingValue, FindingView } from '#shared/contract/cases.ts';
import type { TextOf } from '#renderer/ui/language.tsx';

/** The kinds of fact an inspector records, in the order of the ladder. */
export const FINDING_KINDS = [
  'traceability',
  'risk-control',
  'spot-check',
  'site-test',
  'lines',
  'evaluation',
  'review-date',
  'young-enterprise-waiver',
  'not-applicable',
] as const satisfies readonly FindingValue['kind'][];
export type FindingKind = FindingValue['kind'];

const outcomeWithReason = (outcome: string, reason: string | null | undefined, text: TextOf): string =>
  reason ? text('inspection.withReason', { outcome, reason }) : outcome;

/** What a finding says, in a few words. */
export function findingText(value: FindingValue, text: TextOf): string {
  switch (value.kind) {
    case 'traceability':
      return text(`ladder.trace-${value.level}`);
    case 'risk-control':
      return text(`ladder.risk-${value.level}`);
    case 'spot-check':
      return outcomeWithReason(text(`ladder.spot-${value.outcome}`), value.reason, text);
    case 'site-test':
      return text(`ladder.site-${value.outcome}`);
    case 'lines':
      return text('inspection.value-lines', {
        inspected: text(value.inspected ? 'inspection.linesInspected' : 'inspection.linesNotInspected'),
        records: text(value.recordsViewed ? 'inspection.linesRecords' : 'inspection.linesNoRecords'),
        outcome: value.outcome ? text(`ladder.outcome-${value.outcome}`) : text('inspection.noOutcome'),
      });
    case 'evaluation': {
      const mode = text(`ladder.mode-${value.mode}`);
      return value.completedOn
        ? text('inspection.value-completed', { mode, date: value.completedOn })
        : text('inspection.value-open', { mode });
    }
    case 'review-date':
      return value.on;
    case 'young-enterprise-waiver':
      return value.reason;
    case 'not-applicable':
      return text('inspection.value-not-applicable', { link: text(`ladder.link-${value.link}`), reason: value.reason });
    default:
      return assertNever(value);
  }
}

/** Facts of one kind that stand side by side are told apart by their link. */
const subjectOf = (value: FindingValue): string =>
  value.kind === 'not-applicable' ? `${value.kind} ${value.link}` : value.kind;

/** Every recorded fact, newest first, told whether a later one superseded it. */
export function findingHistory(
  findings: readonly FindingView[],
): readonly { readonly finding: FindingView; readonly superseded: boolean }[] {
  const seen = new Set<string>();
  return findings
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map((finding) => {
      const subject = subjectOf(finding.value);
      const superseded = seen.has(subject);
      seen.add(subject);
      return { finding, superseded };
    });
}

/** The facts of a kind that count now; several only where links stand side by side. */
export const currentFindings = (findings: readonly FindingView[], kind: FindingKind): readonly FindingView[] =>
  findingHistory(findings).flatMap(({ finding, superseded }) =>
    finding.kind === kind && !superseded ? [finding] : [],
  );

/** Results that came with the application and are not yet recorded as they were reported. */
export function unconfirmedReports({
  reported,
  findings,
}: Pick<CaseView, 'reported' | 'findings'>): readonly FindingValue[] {
  const recorded = new Set(findings.map(({ value }) => subjectOf(value)));
  const known = new Set(findings.map(({ value }) => canonicalJson(value)));
  return reported.filter((value) => !recorded.has(subjectOf(value)) && !known.has(canonicalJson(value)));
}
