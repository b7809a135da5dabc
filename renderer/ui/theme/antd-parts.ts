/**
 * The Ant Design components the window uses; their styles are extracted at build time.
 * `Empty` is drawn by `Select` when it has nothing to offer.
 */
export const ANTD_PARTS = [
  'Button',
  'Checkbox',
  'Empty',
  'Input',
  'InputNumber',
  'Progress',
  'Select',
  'Tooltip',
] as const;
