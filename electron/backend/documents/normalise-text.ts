/**
 * Radicals that stand for a character, with the character (Unicode EquivalentUnifiedIdeograph).
 * NFKC maps only the Kangxi block and two of the supplement; these come out of scanned and converted papers.
 */
const SUPPLEMENT_RADICALS =
  '⺠民⺟母⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⺒巳⺓幺⺛旡⺜日⺝月⺩王⺫目⺬示⺶羊⺻聿⻁虎⻗雨⺎兀⺌小⺍小⺐尢⺈刀';

/**
 * GB 18030 characters that older programs keep as private-use code points, from U+E815 on (GBK row FE,
 * GB 18030-2022 Annex D); a dot marks a place that is mapped otherwise.
 */
const PRIVATE_USE_ROW =
  '⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻';
const PRIVATE_USE_ROW_START = 0xe815;
const PRIVATE_USE_PUNCTUATION = 'ḿǹ';
const PRIVATE_USE_PUNCTUATION_START = 0xe7c7;

const RADICALS: ReadonlyMap<string, string> = new Map(pairs(SUPPLEMENT_RADICALS));

const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ...RADICALS,
  ...sequence(PRIVATE_USE_PUNCTUATION, PRIVATE_USE_PUNCTUATION_START),
  ...sequence(PRIVATE_USE_ROW, PRIVATE_USE_ROW_START),
]);

function pairs(text: string): (readonly [string, string])[] {
  const characters = [...text];
  return characters.flatMap((from, index) => (index % 2 === 0 ? [[from, characters[index + 1] ?? from] as const] : []));
}

function sequence(text: string, start: number): (readonly [string, string])[] {
  return [...text].map((to, index) => [String.fromCodePoint(start + index), RADICALS.get(to) ?? to] as const);
}

const KANGXI_OR_SUPPLEMENT = /[\u2e80-\u2fd5\ue7c7\ue7c8\ue815-\ue864]/gu;
const LINE_BREAKS_BETWEEN_HAN =
  /(?<=[\p{sc=Han}\u3000-\u303f\uff00-\uffef])[^\S\u3000]*[\r\n\u2028\u2029\v\f]+[^\S\u3000]*(?=[\p{sc=Han}\u3000-\u303f\uff00-\uffef])/gu;
const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f]*[^\S\u3000][\s\u00a0]*/gu;
/** Controls but for white space, bidirectional marks, joiners, soft hyphens, variation selectors, tags: they draw nothing. */
const INVISIBLE = /(?!\s)\p{Cc}|[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\ufff9-\ufffb]/gu;
const NEXT_LINE = /\u0085/g;

/**
 * The form of a text that is printed, and that comes back from the text layer.
 *
 * NFC; radicals and private-use code points become their characters; line breaks close up between
 * Chinese characters and are one space elsewhere; runs of spaces are one; what draws nothing goes first,
 * so that it keeps no spaces and no letter and its accent apart.
 */
export function normaliseText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(NEXT_LINE, '\n')
    .replace(INVISIBLE, '')
    .replace(KANGXI_OR_SUPPLEMENT, (character) => REPLACEMENTS.get(character) ?? character.normalize('NFKC'))
    .normalize('NFC')
    .replace(LINE_BREAKS_BETWEEN_HAN, '')
    .replace(SPACES, ' ')
    .trim();
}

/** Nearly every text: printable ASCII, unified ideographs and common punctuation, no doubled space. */
const PLAIN = /^(?! )(?:[!-~\u3001-\u3011\u4e00-\u9fa5\uff01-\uff5e\u00b7\u2014\u201c\u201d]| (?=[^ ]))*$/u;
