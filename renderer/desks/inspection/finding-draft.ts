import { assertNever } from '#shared/base/assert-never.ts';
import { isPlainDate } from '#shared/base/plain-date.ts';
import type { FindingValue } from '#shared/contract/cases.ts';
import {
  CHAIN_LINKS,
  EVALUATION_MODES,
  RISK_CONTROL_LEVELS,
  TRACEABILITY_LEVELS,
} from '#shared/domain/star/dossier.ts';
import { typedDate } from '#renderer/ui/typed-date.ts';
import type { FindingKind } from './finding-words.ts';

/** What is typed into a finding's form; a kind reads only its own fields. */
export interface FindingDraft {
  readonly choice: string | null;
  readonly outcome: 'passed' | 'failed' | null;
  readonly inspected: boolean;
  readonly recordsViewed: boolean;
  readonly date: string;
  readonly reason: string;
}

const EMPTY: FindingDraft = {
  choice: null,
  outcome: null,
  inspected: false,
  recordsViewed: false,
  date: '',
  reason: '',
};

/** A form's first filling: what was last recorded or reported, else empty with today as its date. */
export function draftOf(value: FindingValue | undefined, today: string): FindingDraft {
  if (value === undefined) return { ...EMPTY, date: today };
  switch (value.kind) {
    case 'traceability':
    case 'risk-control':
      return { ...EMPTY, choice: value.level };
    case 'spot-check':
      return { ...EMPTY, choice: value.outcome, reason: value.reason ?? '' };
    case 'site-test':
      return { ...EMPTY, choice: value.outcome };
    case 'lines':
      return { ...EMPTY, inspected: value.inspected, recordsViewed: value.recordsViewed, outcome: value.outcome };
    case 'evaluation':
      return { ...EMPTY, choice: value.mode, date: value.completedOn ?? '' };
    case 'review-date':
      return { ...EMPTY, date: value.on };
    case 'young-enterprise-waiver':
      return { ...EMPTY, reason: value.reason };
    case 'not-applicable':
      return { ...EMPTY, choice: value.link, reason: value.reason };
    default:
      return assertNever(value);
  }
}

/** A field of a finding's form that still has to be filled in or is wrong. */
export type DraftGap = 'level' | 'outcome' | 'mode' | 'link' | 'reason' | 'reviewOn' | 'completedOn';

const gap = (field: DraftGap): { readonly gap: DraftGap } => ({ gap: field });

/** The finding a form amounts to, or the first field that still has to be filled in. */
export function valueOf(
  kind: FindingKind,
  draft: FindingDraft,
): { readonly value: FindingValue } | { readonly gap: DraftGap } {
  const { choice } = draft;
  const date = typedDate(draft.date);
  const reason = draft.reason.trim() === '' ? null : draft.reason.trim();
  switch (kind) {
    case 'traceability': {
      const level = TRACEABILITY_LEVELS.find((one) => one === choice);
      return level === undefined ? gap('level') : { value: { kind, level } };
    }
    case 'risk-control': {
      const level = RISK_CONTROL_LEVELS.find((one) => one === choice);
      return level === undefined ? gap('level') : { value: { kind, level } };
    }
    case 'spot-check': {
      if (choice === 'not-selected')
        return reason === null ? gap('reason') : { value: { kind, outcome: choice, reason } };
      return choice === 'passed' || choice === 'failed' ? { value: { kind, outcome: choice, reason } } : gap('outcome');
    }
    case 'site-test':
      return choice === 'passed' || choice === 'failed' ? { value: { kind, outcome: choice } } : gap('outcome');
    case 'lines':
      return {
        value: { kind, inspected: draft.inspected, recordsViewed: draft.recordsViewed, outcome: draft.outcome },
      };
    case 'evaluation': {
      const mode = EVALUATION_MODES.find((one) => one === choice);
      if (mode === undefined) return gap('mode');
      if (date === '') return { value: { kind, mode, completedOn: null } };
      return isPlainDate(date) ? { value: { kind, mode, completedOn: date } } : gap('completedOn');
    }
    case 'review-date':
      return isPlainDate(date) ? { value: { kind, on: date } } : gap('reviewOn');
    case 'young-enterprise-waiver':
      return reason === null ? gap('reason') : { value: { kind, reason } };
    case 'not-applicable': {
      const link = CHAIN_LINKS.find((one) => one === choice);
      if (link === undefined) return gap('link');
      return reason === null ? gap('reason') : { value: { kind, link, reason } };
    }
    default:
      return assertNever(kind);
  }
}
