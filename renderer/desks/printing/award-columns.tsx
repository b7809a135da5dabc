import type { AwardRow } from '#shared/contract/papers.ts';
import type { Column } from '#renderer/ui/data-table.tsx';
import type { TextOf } from '#renderer/ui/language.tsx';
import { StarRow } from '#renderer/ui/star-row.tsx';
import { monospaced } from './print-book.tsx';

/** A star count in a table. */
export const starCell = (star: number) => <StarRow star={star} />;

/** The columns of issued awards. */
export const awardColumns = (text: TextOf): readonly Column<AwardRow>[] => [
  { key: 'number', title: text('printing.columnNumber'), render: ({ number }) => monospaced(number) },
  { key: 'star', title: text('printing.columnStar'), render: ({ star }) => starCell(star) },
  { key: 'product', title: text('printing.columnProduct'), render: ({ productName }) => productName },
  { key: 'enterprise', title: text('printing.columnEnterprise'), render: ({ enterpriseName }) => enterpriseName },
  { key: 'issued', title: text('printing.columnIssued'), render: ({ issuedOn }) => issuedOn },
  {
    key: 'prints',
    title: text('printing.columnPrints'),
    render: ({ star, certificatePrints, badgePrints }) =>
      text('printing.prints', { certificates: star < 3 ? '–' : certificatePrints, badges: badgePrints }),
  },
];
