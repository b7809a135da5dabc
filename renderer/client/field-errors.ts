import { CONTRACT, type InputOf, type Name } from '#shared/contract/contract.ts';
import { showProblem, type RefusalLanguage } from './refusal.ts';

/** Sentences by field name; a field that is right is absent. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Checks an input with the contract's own schema before it is sent; the first problem of each field. */
export function fieldErrors<N extends Name>(name: N, input: InputOf<N>, language: RefusalLanguage): FieldErrors {
  const parsed = CONTRACT[name].input.safeParse(input);
  const errors: Record<string, string> = {};
  for (const issue of parsed.error?.issues ?? []) {
    const field = issue.path.join('.');
    errors[field] ??= showProblem(issue.message, language);
  }
  return errors;
}
