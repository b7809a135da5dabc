/** A ready sentence for refusing a sample: what is wrong, and what the applicant should send again. */
export interface RefusalTemplate {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly zh: string;
  readonly en: string;
}

/** The reasons for which samples are refused again and again. */
export const REFUSAL_TEMPLATES: readonly RefusalTemplate[] = [
  {
    id: 'damaged',
    name: { zh: '包装破损', en: 'Damaged' },
    zh: '样品到达时包装破损，不能用于检测。请按申报规格重新寄送同一产品，内外包装完好，加足缓冲。',
    en: 'The packaging arrived damaged, so the sample cannot be tested. Please send the same product again as specified, packed soundly and well padded.',
  },
  {
    id: 'leaking',
    name: { zh: '渗漏', en: 'Leaking' },
    zh: '样品到达时渗漏，不能用于检测。请重新寄送，瓶口密封，单独装袋。',
    en: 'The sample arrived leaking and cannot be tested. Please send it again, sealed and in a bag of its own.',
  },
  {
    id: 'lapsed',
    name: { zh: '已过保质期', en: 'Lapsed' },
    zh: '样品已过保质期。请重新寄送近期生产的同一产品，到达时剩余保质期不少于一半。',
    en: 'The sample is past its date. Please send the same product of recent production, with at least half of its shelf life left on arrival.',
  },
  {
    id: 'warm',
    name: { zh: '未按温度寄送', en: 'Not kept cold' },
    zh: '样品须冷藏或冷冻，到达时温度不符。请用冷链重新寄送，并附冰袋。',
    en: 'The sample has to be kept cold and was not on arrival. Please send it again by cold chain, with ice packs.',
  },
  {
    id: 'not-as-declared',
    name: { zh: '与申报不符', en: 'Not as declared' },
    zh: '寄来的产品与申报的名称或规格不符。请寄送申报的产品，标签完整可读。',
    en: 'The product is not the one declared by name or specification. Please send the declared product with a complete, readable label.',
  },
  {
    id: 'too-little',
    name: { zh: '数量不足', en: 'Too little' },
    zh: '样品数量不足以检测和留样。请补寄，数量按申报须知。',
    en: 'There is too little of the sample to test and retain. Please send more, in the quantity of the application notes.',
  },
];
