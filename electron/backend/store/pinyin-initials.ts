import { customPinyin, pinyin } from 'pinyin-pro';

/** Place names whose first letters the reader gets wrong. */
const PLACES: Readonly<Record<string, string>> = {
  单县: 'shàn xiàn',
  长沙行: 'cháng shā háng',
  长子县: 'zhǎng zǐ xiàn',
  乐亭: 'lào tíng',
  乐清: 'yuè qīng',
  蚌埠: 'bèng bù',
  六安: 'lù ān',
  铅山: 'yán shān',
  尉犁: 'yù lí',
  大埔: 'dà bù',
  黄陂: 'huáng pí',
  番禺: 'pān yú',
  莘县: 'shēn xiàn',
  台州: 'tāi zhōu',
  枞阳: 'zōng yáng',
  柞水: 'zhà shuǐ',
  会稽: 'kuài jī',
  珲春: 'hún chūn',
  浚县: 'xùn xiàn',
  隰县: 'xí xiàn',
  荥阳: 'xíng yáng',
  铅笔: 'qiān bǐ',
};

customPinyin({ ...PLACES });

const initialsOf = (text: string, surname: 'off' | 'head'): string =>
  pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive', surname })
    .map((part) => part.toLowerCase())
    .join('');

/** First letters of a Chinese text, in every reading worth finding it by: as words, as a name, and character by character. */
export function pinyinInitials(text: string): readonly string[] {
  const alone = [...text].map((character) => initialsOf(character, 'off')).join('');
  return [...new Set([initialsOf(text, 'off'), initialsOf(text, 'head'), alone])];
}
