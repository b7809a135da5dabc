const STARTS_FORMULA = /^[=+\-@\t\r]/;

/** One cell: quoted where needed; text a spreadsheet would run as a formula is made text. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = STARTS_FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV (RFC 4180) with a byte order mark, so that a spreadsheet reads the Chinese. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
