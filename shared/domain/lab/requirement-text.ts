import { sentence } from '#shared/domain/codes/sentence.ts';
import { limitText } from './limit.ts';
import type { TestItem } from './test-item.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';

/** What an item asks for, in words: its limit, its sampling plan, its wording. */
export function requirementText(item: TestItem): Bilingual {
  switch (item.kind) {
    case 'numeric': {
      const text = `${limitText(item.limit)} ${item.unit}`;
      return sentence(text, text);
    }
    case 'not-detected':
      return sentence(
        `不得检出（检出限 ${item.detectionLimit} ${item.unit}）`,
        `not to be detected (detection limit ${item.detectionLimit} ${item.unit})`,
      );
    case 'microbiological': {
      const { c, m, M, n, unit } = item;
      const text = `n=${n}, c=${c}, m=${m}${M === null ? '' : `, M=${M}`} ${unit}`;
      return sentence(text, text);
    }
    case 'wording':
      return item.wording;
    case 'net-content':
      return sentence(`按 ${item.rules}`, `by ${item.rules}`);
  }
}
