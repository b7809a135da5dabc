import { tidyCode } from './tired-input.ts';

/** The carriers whose waybill forms are known, as short as people write them. */
export const CARRIERS = ['SF', 'YTO', 'ZTO', 'STO', 'YUNDA', 'JD', 'EMS', 'CHINA-POST', 'JT', 'DEPPON'] as const;
/** A known carrier. */
export type Carrier = (typeof CARRIERS)[number];

/** What looks odd about a waybill; a reason to look again, never to refuse. */
export type WaybillWarning =
  | 'waybill.empty'
  | 'waybill.odd-character'
  | 'waybill.odd-length'
  | 'waybill.unknown-carrier'
  | 'waybill.check-digit';

/** A waybill as read. */
export interface Waybill {
  readonly number: string;
  readonly tidied: boolean;
  /** The carrier guessed from the number's form; null when none or several fit. */
  readonly carrier: Carrier | null;
  readonly warnings: readonly WaybillWarning[];
}

/** Forms carriers print today; digits-only ranges overlap between carriers, so only the distinctive ones are named. */
const FORMS: readonly (readonly [Carrier, RegExp])[] = [
  ['SF', /^SF\d{12,15}$/],
  ['YTO', /^YT\d{13}$/],
  ['ZTO', /^(?:ZT\d{12,14}|7[3-68]\d{12})$/],
  ['STO', /^(?:STO\d{10,13}|77\d{13})$/],
  ['YUNDA', /^(?:YD\d{13}|[34][0-9]\d{13}|4[36]\d{11})$/],
  ['JD', /^JD[A-Z0-9]{10,18}$/],
  ['EMS', /^(?:E[A-Z]\d{9}CN|1[0-3]\d{11})$/],
  ['CHINA-POST', /^(?:[RCLU][A-Z]\d{9}CN|9[5-9]\d{11})$/],
  ['JT', /^JT\d{13}$/],
  ['DEPPON', /^DP[KL]\d{12}$/],
];

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** The check digit of an international postal item, UPU S10: 11 − Σ mod 11, 0 for 10 and 5 for 11. */
function s10Check(serial: string): string {
  const sum = S10_WEIGHTS.reduce((total, weight, index) => total + weight * Number(serial.charAt(index)), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return '0';
  return check === 11 ? '5' : String(check);
}

/** Reads a waybill number: tidies it, guesses the carrier and warns of what looks odd; nothing is refused. */
export function readWaybill(raw: string): Waybill {
  const { text, tidied } = tidyCode(raw);
  const warnings: WaybillWarning[] = [];
  if (text === '') return { number: text, tidied, carrier: null, warnings: ['waybill.empty'] };
  if (!/^[0-9A-Z]+$/.test(text)) warnings.push('waybill.odd-character');
  if (text.length < 8 || text.length > 24) warnings.push('waybill.odd-length');
  const fitting = FORMS.filter(([, form]) => form.test(text)).map(([carrier]) => carrier);
  const carrier = fitting.length === 1 ? (fitting[0] ?? null) : null;
  if (carrier === null) warnings.push('waybill.unknown-carrier');
  if (/^[A-Z]{2}\d{9}CN$/.test(text) && s10Check(text.slice(2, 10)) !== text.charAt(10))
    warnings.push('waybill.check-digit');
  return { number: text, tidied, carrier, warnings };
}
