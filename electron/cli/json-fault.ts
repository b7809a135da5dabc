/** Where a text stops being JSON; lines and columns count from one. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  /** A whole value stands there already and more follows it. */
  readonly afterValue: boolean;
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR =
  /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null/y;

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

/** Reads tokens until one does not belong; the offset where it stands. */
function faultOffset(text: string): { readonly offset: number; readonly afterValue: boolean } | undefined {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = offset;
    if (!pattern.test(text)) return false;
    offset = pattern.lastIndex;
    return true;
  };
  for (;;) {
    skip(SPACE);
    const inside = open.at(-1);
    if (expected === 'comma-or-end' && inside === undefined) {
      return offset === text.length ? undefined : { offset, afterValue: true };
    }
    const char = text.charAt(offset);
    const closes = char !== '' && char === (inside === '{' ? '}' : ']') && inside !== undefined;
    if (closes && expected.endsWith('-or-end')) {
      open.pop();
      offset++;
      expected = 'comma-or-end';
    } else if (expected === 'comma-or-end' && char === ',') {
      offset++;
      expected = inside === '{' ? 'key' : 'value';
    } else if (expected === 'colon' && char === ':') {
      offset++;
      expected = 'value';
    } else if (expected.startsWith('value') && (char === '{' || char === '[')) {
      open.push(char);
      offset++;
      expected = char === '{' ? 'key-or-end' : 'value-or-end';
    } else if (expected.startsWith('value') && skip(SCALAR)) {
      expected = 'comma-or-end';
    } else if (expected.startsWith('key') && char === '"' && skip(SCALAR)) {
      expected = 'colon';
    } else {
      return { offset, afterValue: false };
    }
  }
}

/**
 * Where a text that `JSON.parse` refuses goes wrong; undefined when it is JSON after all.
 *
 * The engine's own message names no position for a stray word, so the text is read again.
 */
export function jsonFault(text: string): JsonFault | undefined {
  const fault = faultOffset(text);
  if (fault === undefined) return undefined;
  const before = text.slice(0, fault.offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, afterValue: fault.afterValue };
}
