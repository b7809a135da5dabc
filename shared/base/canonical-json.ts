/** What the canonical form can hold: text, safe integers, booleans, null, arrays and plain objects. */
export type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [key: string]: Canonical | undefined };

/**
 * Writes a value in the one form that is hashed and signed: RFC 8785 for the types we allow.
 *
 * Keys are sorted by UTF-16 code unit, absent fields are left out, numbers are safe integers only
 * (measured values travel as decimal text), so the same value always gives the same bytes.
 * @throws TypeError on a fraction, an unsafe integer or a lone surrogate.
 */
export function canonicalJson(value: Canonical): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new TypeError('text with a lone surrogate has no canonical form');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isSafeInteger(value)) throw new TypeError(`not a safe integer: ${value}`);
      return String(value);
    default:
      return isList(value) ? `[${value.map(canonicalJson).join(',')}]` : canonicalObject(value);
  }
}

const isList = (value: object): value is readonly Canonical[] => Array.isArray(value);

function canonicalObject(value: { readonly [key: string]: Canonical | undefined }): string {
  const fields: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const field = value[key];
    if (field !== undefined) fields.push(`${canonicalJson(key)}:${canonicalJson(field)}`);
  }
  return `{${fields.join(',')}}`;
}
