import { fail, type Failure, type Result } from '#shared/base/result.ts';

/** What can be wrong with a code, whatever its kind. */
export type CodeFault = 'code.empty' | 'code.length' | 'code.character' | 'code.check' | 'code.shape';

/**
 * Why a code is refused.
 *
 * `data` holds what the sentence names: `expected` and `found` lengths, characters or check
 * characters, and the `position` counted from 1 in the tidied text.
 */
export type CodeFailure = Failure<CodeFault>;

/** The refusal of an empty input. */
export const emptyCode = (): Result<never, CodeFailure> => fail({ code: 'code.empty' });

/** The refusal of a wrong length; `expected` as people say it: `18`, `8, 12, 13, 14`. */
export const wrongLength = (expected: string, found: number): Result<never, CodeFailure> =>
  fail({ code: 'code.length', data: { expected, found } });

/** The refusal of a wrong check character. */
export const wrongCheck = (expected: string, found: string, position: number): Result<never, CodeFailure> =>
  fail({ code: 'code.check', data: { expected, found, position } });

/** The refusal of a character that cannot stand where it stands; positions count code points from 1. */
export const wrongCharacter = (found: string, position: number, expected: string): Result<never, CodeFailure> =>
  fail({ code: 'code.character', data: { expected, found, position } });

/**
 * The first character that `allowed` does not hold, as a refusal; undefined when all are allowed.
 *
 * @param expected how the allowed characters are named to a person
 */
export function refuseForeignCharacter(
  text: string,
  allowed: RegExp,
  expected: string,
): Result<never, CodeFailure> | undefined {
  const characters = [...text];
  const index = characters.findIndex((character) => !allowed.test(character));
  return index < 0 ? undefined : wrongCharacter(characters[index] ?? '', index + 1, expected);
}
