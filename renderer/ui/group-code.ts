/** A code in groups of four digits, for reading aloud: `SF1388 2047 7719`; a single digit left over joins the last group. */
export function groupCode(code: string): string {
  const match = /^([A-Za-z]*)(\d{8,})$/u.exec(code);
  if (match === null) return code;
  const [, letters = '', digits = ''] = match;
  return letters + digits.replace(/\d{4}(?=\d{2})/g, '$& ');
}
