import type { TextOf } from '#renderer/ui/language.tsx';
import type { CaseView, DocumentView } from '#shared/contract/cases.ts';
import type { PointAnswers, ShownFact } from '#shared/domain/document-checklist.ts';
import { CHAIN_LINKS, DOCUMENT_KINDS } from '#shared/domain/star/dossier.ts';

/** A paper's kind with its link, in the person's language: 国标证书 · 运输. */
export function paperName({ kind, link }: Pick<DocumentView, 'kind' | 'link'>, text: TextOf): string {
  const known = DOCUMENT_KINDS.find((one) => one === kind);
  const name = known === undefined ? kind : text(`ladder.document-${known}`);
  const part = CHAIN_LINKS.find((one) => one === link);
  return part === undefined ? name : text('ladder.linked', { kind: name, link: text(`ladder.link-${part}`) });
}

/** What of the case a point is compared with; empty when the paper alone tells. */
export function shownFact(fact: ShownFact | null, view: CaseView, paper: DocumentView, text: TextOf): string {
  switch (fact) {
    case 'enterprise':
      return view.enterprise.name;
    case 'uscc':
      return view.enterprise.uscc;
    case 'product':
      return view.productName;
    case 'validity':
      return validity(paper, text);
    case 'issuer':
      return [paper.issuer, paper.number].filter(Boolean).join(' · ');
    case 'link':
      return paperName(paper, text);
    case null:
      return '';
  }
}

function validity({ validFrom, validUntil }: DocumentView, text: TextOf): string {
  if (validUntil === null)
    return validFrom === null ? text('ladder.validAlways') : text('ladder.validFrom', { from: validFrom });
  return validFrom === null
    ? text('ladder.validUntil', { until: validUntil })
    : text('ladder.validBetween', { from: validFrom, until: validUntil });
}

/** A point's answer after its digit is pressed: yes first, then no, then yes again. */
export const answered = (answers: PointAnswers, point: string): PointAnswers => ({
  ...answers,
  [point]: answers[point] === 'yes' ? 'no' : 'yes',
});

/** Papers that count, a newer one where the one stood that it replaces; the replaced ones are history. */
export function standing({ documents }: Pick<CaseView, 'documents'>): readonly DocumentView[] {
  const placeOf = (paper: DocumentView): number => {
    const older = documents.find(({ id }) => id === paper.replaces);
    return older === undefined ? documents.indexOf(paper) : placeOf(older);
  };
  return documents
    .filter(({ replacedBy }) => replacedBy === null)
    .map((paper) => ({ paper, place: placeOf(paper) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ paper }) => paper);
}

/** The next paper to check after one was checked, itself left out; the same one when none waits. */
export function nextPaper(papers: readonly DocumentView[], at: number): number {
  const waiting = papers.flatMap(({ check }, index) => (check === 'pending' && index !== at ? [index] : []));
  return waiting.find((index) => index > at) ?? waiting[0] ?? at;
}
