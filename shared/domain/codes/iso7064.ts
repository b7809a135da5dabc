const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * The check character of a hybrid system of ISO/IEC 7064 (GB/T 17710) with modulus M + 1, M.
 *
 * Detects every single wrong character and nearly every swap of neighbours.
 */
function hybridCheck(values: readonly number[], modulus: number): number {
  let product = modulus;
  for (const value of values) {
    const sum = (product + value) % modulus || modulus;
    product = (sum * 2) % (modulus + 1);
  }
  return (modulus + 1 - product) % modulus;
}

const valuesOf = (text: string, radix: 10 | 36): readonly number[] =>
  Array.from(text, (character) => {
    const value = ALPHANUMERIC.indexOf(character);
    if (value < 0 || value >= radix)
      throw new RangeError(`"${character}" has no value in ISO 7064 with radix ${radix}`);
    return value;
  });

/**
 * The MOD 11,10 check digit of a text of digits (ISO/IEC 7064, GB/T 17710).
 * @throws RangeError on anything but digits: callers check first.
 */
export function mod1110CheckDigit(digits: string): string {
  return String(hybridCheck(valuesOf(digits, 10), 10));
}

/**
 * The MOD 37,36 check character of a text over 0–9 A–Z (ISO/IEC 7064), used for certificate numbers.
 *
 * Chosen over MOD 1271-36, which takes two characters, and MOD 11-2, which covers digits only.
 * @throws RangeError on any other character: callers check first.
 */
export function mod3736CheckCharacter(text: string): string {
  return ALPHANUMERIC.charAt(hybridCheck(valuesOf(text, 36), 36));
}

/** Whether a text over 0–9 A–Z ends in its right MOD 37,36 check character. */
export function hasMod3736Check(text: string): boolean {
  return /^[0-9A-Z]{2,}$/.test(text) && mod3736CheckCharacter(text.slice(0, -1)) === text.slice(-1);
}
