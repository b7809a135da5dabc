/** What a scanner adds to every code and how fast it types: a setting, because scanners are set up differently. */
export interface ScannerSettings {
  /** Texts that may stand before a code, `]C1`. */
  readonly prefixes: readonly string[];
  /** Texts that may stand after a code, before its Enter. */
  readonly suffixes: readonly string[];
  /** Mean milliseconds a character at which keys count as a scan. */
  readonly meanMs: number;
}

/** A scanner as it comes out of its box; people type at twice its pace at best. */
export const PLAIN_SCANNER: ScannerSettings = { prefixes: [], suffixes: [], meanMs: 45 };

/** What a code is, by its form alone. */
export type ScanKind = 'location' | 'sample' | 'award' | 'case' | 'link' | 'waybill' | 'other';

/** A scan with what the scanner added taken off. */
export interface ScanCode {
  readonly kind: ScanKind;
  /** The code to look for: the award's token of a link, the place of a location label, else the code itself. */
  readonly code: string;
}

const FORMS: readonly (readonly [ScanKind, RegExp])[] = [
  ['location', /^L:(.+)$/i],
  ['link', /^https?:\/\/\S+\/v\/([A-Za-z0-9_-]+)\/?$/i],
  ['sample', /^(S\d{10})$/i],
  ['award', /^(OTOP-[A-Z0-9-]{8,})$/i],
  ['case', /^([AC]-\d{4}-\d{3,})$/i],
  ['waybill', /^((?=(?:.*\d){6})[A-Za-z0-9-]{8,})$/],
];

/** Takes off what the scanner added: one prefix and one suffix, the longest that fits. */
export function stripScan(raw: string, scanner: ScannerSettings): string {
  const longest = (texts: readonly string[], fits: (text: string) => boolean): string =>
    texts.filter((text) => text !== '' && fits(text)).toSorted((a, b) => b.length - a.length)[0] ?? '';
  const before = longest(scanner.prefixes, (text) => raw.startsWith(text));
  const rest = raw.slice(before.length);
  const after = longest(scanner.suffixes, (text) => rest.endsWith(text));
  return rest.slice(0, rest.length - after.length).trim();
}

/** Reads what was scanned: which of our own codes it is, or what may be a waybill. */
export function readScan(raw: string, scanner: ScannerSettings = PLAIN_SCANNER): ScanCode {
  const text = stripScan(raw, scanner);
  for (const [kind, form] of FORMS) {
    const code = form.exec(text)?.[1];
    if (code !== undefined) return { kind, code: kind === 'link' || kind === 'location' ? code : code.toUpperCase() };
  }
  return { kind: 'other', code: text };
}
