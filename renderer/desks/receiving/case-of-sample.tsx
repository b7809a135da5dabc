import { StarRow } from '#renderer/ui/star-row.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { useText } from '#renderer/ui/language.tsx';
import type { ParcelCaseView } from '#shared/contract/intake.ts';

/** Which of a parcel's cases a sample is of; arrow keys move the choice. */
export function CaseOfSample({
  cases,
  value,
  onChange,
}: {
  readonly cases: readonly ParcelCaseView[];
  readonly value: string;
  readonly onChange: (chosen: ParcelCaseView) => void;
}) {
  const text = useText();
  return (
    <fieldset className="case-choice">
      <legend>{text('reception.ofCase')}</legend>
      {cases.map((each) => (
        <label key={each.caseId}>
          <input
            type="radio"
            name="case-of-sample"
            value={each.caseId}
            disabled={each.decided}
            checked={each.caseId === value}
            onChange={() => onChange(each)}
          />
          <b>{each.productName}</b>
          <StarRow star={each.requestedStar} size={12} />
          <span className="dim small grow">
            {each.enterpriseName} · {each.applicationNo}
          </span>
          {each.decided ? <Tag tone="plain">{text('reception.caseDecided')}</Tag> : null}
        </label>
      ))}
    </fieldset>
  );
}
