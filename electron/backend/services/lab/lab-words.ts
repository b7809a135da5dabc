import { sentence } from '#shared/domain/codes/sentence.ts';
import type { TestPurpose } from '#shared/contract/lab.ts';
import type { ItemVerdict } from '#shared/domain/lab/item-result.ts';
import type { Comparison } from '#shared/domain/lab/limit.ts';
import type { RoundingRule } from '#shared/domain/lab/rounding.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';

/** What a test is made for. */
export const PURPOSES: Readonly<Record<TestPurpose, Bilingual>> = {
  'spot-check': sentence('寄送样品抽检', 'Spot check of a mailed sample'),
  'site-test': sentence('现场检测', 'On-site product test'),
};

/** What an item or a sample came to. */
export const VERDICTS: Readonly<Record<ItemVerdict, Bilingual>> = {
  passed: sentence('合格', 'Passed'),
  failed: sentence('不合格', 'Failed'),
  undecided: sentence('未判定', 'Undecided'),
};

/** Which value was held against the limit. */
export const COMPARED: Readonly<Record<Comparison, Bilingual>> = {
  'full-value': sentence('全数值比较', 'full value compared'),
  'rounded-value': sentence('修约值比较', 'rounded value compared'),
};

/** How far a value was rounded. */
export function roundingWords(rule: RoundingRule): Bilingual {
  switch (rule.kind) {
    case 'decimals': {
      const places = rule.places === 1 ? '1 decimal place' : `${rule.places} decimal places`;
      return sentence(`修约到 ${rule.places} 位小数`, `rounded to ${places}`);
    }
    case 'significant': {
      const digits = rule.digits === 1 ? '1 significant digit' : `${rule.digits} significant digits`;
      return sentence(`修约到 ${rule.digits} 位有效数字`, `rounded to ${digits}`);
    }
    case 'interval':
      return sentence(`修约间隔 ${rule.interval}`, `rounded to multiples of ${rule.interval}`);
  }
}
