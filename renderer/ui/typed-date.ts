/** Completes a date typed in a hurry: `20260908`, `2026.9.8` and `2026/09/08` become `2026-09-08`; the rest stays as typed. */
export function typedDate(typed: string): string {
  const text = typed.normalize('NFKC').trim();
  const match =
    /^(\d{4})(?:[-./年]?)(\d{2})(?:[-./月]?)(\d{2})日?$/u.exec(text) ??
    /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/u.exec(text);
  if (match === null) return text;
  const [, year = '', month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
