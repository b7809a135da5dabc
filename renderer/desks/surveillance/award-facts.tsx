import { useText } from '#renderer/ui/language.tsx';
import { Facts, Panel } from '#renderer/ui/panel.tsx';
import { StarRow } from '#renderer/ui/star-row.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { AwardRow } from '#shared/contract/papers.ts';
import { checkState } from './check-state.ts';

const TONES = { expired: 'bad', late: 'bad', due: 'wait', fine: 'good' } as const;
const WORDS = { expired: 'isExpired', late: 'isLate', due: 'isDue', fine: 'isFine' } as const;

/** One granted star: its number, its dates and what was printed for it. */
export function AwardFacts({ award, today }: { readonly award: AwardRow; readonly today: string }) {
  const text = useText();
  const state = checkState(award, today);
  return (
    <>
      <header className="stack">
        <h1>
          {award.productName} <StarRow star={award.star} size={18} />
        </h1>
        <div className="dim">{award.enterpriseName}</div>
      </header>
      <Panel
        title={text('surveillance.facts')}
        extra={<Tag tone={TONES[state]}>{text(`surveillance.${WORDS[state]}`)}</Tag>}
      >
        <Facts
          rows={[
            [
              text('surveillance.number'),
              <b key="number" className="mono">
                {award.number}
              </b>,
            ],
            [text('surveillance.checkDueOn'), award.checkDueOn],
            [text('surveillance.issuedOn'), award.issuedOn],
            [text('surveillance.validUntil'), award.validUntil],
            [text('surveillance.certificates'), text('surveillance.prints', { count: award.certificatePrints })],
            [text('surveillance.badges'), text('surveillance.prints', { count: award.badgePrints })],
            [
              text('surveillance.verifyUrl'),
              <span key="url" className="mono">
                {award.verifyUrl}
              </span>,
            ],
          ]}
        />
      </Panel>
    </>
  );
}
