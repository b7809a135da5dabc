import { CONTRACT, type Name } from '#shared/contract/contract.ts';
import type { TestDesk } from './desk.ts';

const QUERIES = (Object.keys(CONTRACT) as readonly Name[]).filter((name) => CONTRACT[name].kind === 'query');

/** What a case is known by, to ask about it in every way. */
export interface AskedAbout {
  readonly caseId: string;
  readonly uscc: string;
  readonly decisionIds: readonly string[];
  /** Words to search for. */
  readonly words: readonly string[];
}

/** Inputs that a query may take; those it does not take are refused at the gate and cost nothing. */
function inputsAbout({ caseId, decisionIds, uscc, words }: AskedAbout): readonly object[] {
  return [
    {},
    { caseId },
    { uscc },
    { code: caseId },
    { caseId, language: 'zh', template: 'free' },
    { queue: 'all' },
    { queue: 'review' },
    { queue: 'review-mine' },
    { state: 'all' },
    { state: 'open' },
    { owner: null, caseId },
    { caseId, source: { kind: 'hand' } },
    ...words.map((text) => ({ text })),
    ...decisionIds.map((decisionId) => ({ decisionId })),
  ];
}

/** Asks every query of the contract everything it can be asked about a case; answers what was said, by query. */
export async function askEverything(
  test: TestDesk,
  seat: string,
  about: AskedAbout,
): Promise<ReadonlyMap<Name, string>> {
  const said = new Map<Name, string>();
  for (const name of QUERIES) {
    for (const input of inputsAbout(about)) {
      if (!CONTRACT[name].input.safeParse(input).success) continue;
      const reply = await test.call(seat, name, input);
      said.set(name, `${said.get(name) ?? ''}${JSON.stringify(reply)}\n`);
    }
  }
  return said;
}
