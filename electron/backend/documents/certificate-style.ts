import type { Colour } from './page-canvas.ts';

/** Stars that carry a certificate. */
export type CertificateStar = 3 | 4 | 5;

/** A4, landscape. */
export const PAGE_WIDTH_MM = 297;
export const PAGE_HEIGHT_MM = 210;

/** Inks of the certificate. */
export const INK = {
  text: [0.122, 0.165, 0.216],
  label: [0.357, 0.325, 0.259],
  note: [0.478, 0.443, 0.353],
  rule: [0.804, 0.749, 0.612],
  gold: [0.725, 0.541, 0.18],
  paleGold: [0.851, 0.745, 0.514],
  frame: [0.655, 0.478, 0.133],
  title: [0.612, 0.122, 0.094],
  seal: [0.702, 0.149, 0.118],
  number: [0.294, 0.341, 0.404],
  subtitle: [0.42, 0.353, 0.18],
  rank: [0.478, 0.353, 0.078],
  paper: [1, 0.993, 0.966],
  white: [1, 1, 1],
} as const satisfies Readonly<Record<string, Colour>>;

/** Middle of the sheet, and of the seal. */
export const CENTRE_X = PAGE_WIDTH_MM / 2;
export const SEAL = { x: 241, y: 169.4, radius: 13.6 } as const;
/** The two columns of fields: label, value and the end of the value's rule. */
export const COLUMNS = {
  left: { label: 34, value: 60, end: 150 },
  right: { label: 163, value: 189, end: 263 },
} as const;

/** What the eight fields are called, row by row: left column, right column. */
export const FIELD_LABELS = [
  [
    { zh: '产品名称', en: 'Product' },
    { zh: '信用代码', en: 'Unified code' },
  ],
  [
    { zh: '规格型号', en: 'Specification' },
    { zh: '评价标准', en: 'Standard' },
  ],
  [
    { zh: '生产企业', en: 'Enterprise' },
    { zh: '发证日期', en: 'Issued' },
  ],
  [
    { zh: '企业地址', en: 'Address' },
    { zh: '有效期至', en: 'Valid until' },
  ],
] as const;
