import type { Stage } from '#shared/domain/case-stage.ts';
import type { ProductCategory } from '#shared/domain/codes/vocabulary.ts';
import { Icon } from './icons.tsx';
import { useText, type TextOf } from './language.tsx';
import { StarRow } from './star-row.tsx';
import { Tag } from './tag.tsx';
import './case-head.css';

/** What the head of a case names. */
export interface CaseHeadFacts {
  readonly id: string;
  readonly productName: string;
  readonly category: string;
  readonly specification: string;
  readonly enterpriseName: string;
  readonly uscc: string;
  readonly place: string;
  readonly requestedStar: number;
  readonly stage: Stage;
}

/** The way of a case, as the line under its name shows it. */
export const CASE_STEPS = ['submitted', 'documents', 'sample', 'inspection', 'review', 'decision', 'papers'] as const;

/** Where each stage stands on the line; everything before is done. */
const AT: Readonly<Record<Stage, number>> = {
  'documents-in-review': 1,
  returned: 1,
  'awaiting-sample': 2,
  'in-inspection': 3,
  'ready-for-review': 4,
  'in-review': 5,
  proposed: 5,
  granted: 6,
  refused: 6,
  issued: 7,
};

/** A unified code in the two groups it is read aloud in: `91430923 MA4L1AB23H`. */
export const groupUscc = (code: string): string => (code.length === 18 ? `${code.slice(0, 8)} ${code.slice(8)}` : code);

/** What stands for each kind of product while it has no picture. */
const SEALS: Readonly<Partial<Record<string, string>>> = {
  tea: '茶',
  grain: '粮',
  fruit: '果',
  vegetable: '蔬',
  meat: '肉',
  aquatic: '鲜',
  dairy: '乳',
  oil: '油',
  condiment: '味',
  liquor: '酒',
  'medicine-food': '药',
  egg: '蛋',
  honey: '蜜',
  snack: '食',
  beverage: '饮',
  handicraft: '艺',
  textile: '织',
} satisfies Partial<Record<ProductCategory, string>>;

const sealOf = (category: string, name: string): string =>
  SEALS[category] ?? /\p{Script=Han}/u.exec(name)?.[0] ?? [...name][0] ?? '';

const STEP_WORDS = { done: 'case.stepDone', now: 'case.stepNow', ahead: 'case.stepAhead' } as const;

/** The head of a case: product, enterprise, place, the requested star, and how far it has come. */
export function CaseHead(facts: CaseHeadFacts) {
  const text = useText();
  return (
    <header className="case-head">
      <div className="case-seal" aria-hidden="true">
        {sealOf(facts.category, facts.productName)}
      </div>
      <div className="case-names">
        <h1>
          {facts.productName} <Tag>{facts.id}</Tag>
          <span className="dim small case-place" title={facts.place}>
            {facts.place}
          </span>
        </h1>
        <div className="dim small case-whose" title={facts.enterpriseName}>
          {facts.enterpriseName} · <span className="mono">{groupUscc(facts.uscc)}</span>
        </div>
        <CaseSteps stage={facts.stage} text={text} />
      </div>
      <div className="case-asked">
        <span className="dim small">{text('case.requested')}</span>
        <StarRow star={facts.requestedStar} size={18} />
        <span className="dim small">{facts.specification}</span>
      </div>
    </header>
  );
}

function CaseSteps({ stage, text }: { readonly stage: Stage; readonly text: TextOf }) {
  const at = AT[stage];
  const refused = stage === 'refused';
  return (
    <ol className="case-steps" aria-label={text('case.steps')}>
      {CASE_STEPS.slice(0, refused ? 6 : undefined).map((step, index) => {
        const state = index < at ? 'done' : index === at ? 'now' : 'ahead';
        return (
          <li key={step} className={`is-${state}`} {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}>
            {state === 'done' ? <Icon name={refused && step === 'decision' ? 'cross' : 'tick'} size={12} /> : null}
            {text(`case.step-${step}`)}
            <span className="unseen">{text(STEP_WORDS[state])}</span>
          </li>
        );
      })}
      {stage === 'returned' || stage === 'proposed' || refused ? (
        <li className="case-stage">
          <Tag tone={refused ? 'bad' : 'wait'}>{text(`case.stage-${stage}`)}</Tag>
        </li>
      ) : null}
    </ol>
  );
}
