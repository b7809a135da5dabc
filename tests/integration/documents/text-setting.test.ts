import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { breakLines } from '#electron/backend/documents/break-lines.ts';
import { fittings } from '#electron/backend/documents/fit-text.ts';
import { setLatinSigns } from '#electron/backend/documents/latin-signs.ts';
import { normaliseText } from '#electron/backend/documents/normalise-text.ts';
import { reportText } from '#electron/backend/documents/report-text.ts';
import { faceRuns } from '#electron/backend/documents/typeface.ts';
import { sampleKit } from './paper-samples.ts';

/** Every character one em, Latin and spaces half. */
const advance = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character < '\u2000' ? 0.5 : 1), 0);

describe('breakLines', () => {
  test.each([
    ['一二三四五。六', 5, ['一二三四', '五。六']],
    ['一二三四“五六”', 5, ['一二三四', '“五六”']],
    ['一二三四（五六', 5, ['一二三四', '（五六']],
    ['一二三四五）。六', 5, ['一二三四', '五）。六']],
    ['一二三——四五', 4, ['一二', '三——四', '五']],
    ['净含量 250 g', 4, ['净含量 ', '250 g']],
    ['型号 XQG100-14', 5, ['型号 ', 'XQG100-14']],
    ['ABCDEFGHIJKL', 3, ['ABCDEF', 'GHIJKL']],
    ['AB-CDE-FGHIJKL', 4, ['AB-CDE-', 'FGHIJKL']],
    ['AB-CDEFGHIJKLM', 4, ['AB-', 'CDEFGHIJ', 'KLM']],
    ['ab \ufdd2cdefg\ufdd3 h', 5, ['ab ', '\ufdd2cdefg\ufdd3 ', 'h']],
    ['it\ufdd1s a', 2.5, ['it\ufdd1s ', 'a']],
    ['看[U+1F44D]了', 5, ['看', '[U+1F44D]', '了']],
    ['一二三四 五六', 4, ['一二三四 ', '五六']],
    ['检出限1 μg/kg）', 5, ['检出限1 ', 'μg/kg）']],
    ['一二三四 <10；五', 5, ['一二三四 ', '<10；五']],
    ['一二三 n=5', 4, ['一二三 ', 'n=5']],
    ['', 4, []],
  ])('%s in %i em', (text, width, lines) => {
    expect(breakLines(text, width, advance)).toEqual(lines);
  });

  test('loses nothing, keeps to the measure, and observes kinsoku wherever a break is possible', () => {
    const character = fc.constantFrom(...'湖南省安化县茶，。（）“”、—… Ab7-/');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 60 }), fc.integer({ min: 6, max: 20 }), (characters, width) => {
        const text = characters.join('');
        const lines = breakLines(text, width, advance);
        expect(lines.join('')).toBe(text);
        for (const line of lines) expect(advance(line.trimEnd())).toBeLessThanOrEqual(width);
      }),
      { numRuns: 400 },
    );
    const word = fc.constantFrom('湖南', '安化，', '（茶）', '“黑茶”', '一、二', '好。');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 8, max: 20 }), (words, width) => {
        for (const line of breakLines(words.join(''), width, advance)) {
          expect(line).not.toMatch(/^[，。）”、]/);
          expect(line).not.toMatch(/[（“]$/);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('fittings', () => {
  const ladder = [
    { sizeMm: 5, lines: 1 },
    { sizeMm: 4, lines: 1 },
    { sizeMm: 4, lines: 2 },
    { sizeMm: 2, lines: 3 },
  ];
  const first = (text: string) => fittings(text, 40, ladder, advance).next().value;

  test('shrinks by the rule first, then wraps, then gives up; never clips', () => {
    expect(first('茶'.repeat(8))).toEqual({ sizeMm: 5, lines: ['茶'.repeat(8)] });
    expect(first('茶'.repeat(10))).toEqual({ sizeMm: 4, lines: ['茶'.repeat(10)] });
    expect(first('茶'.repeat(16))).toEqual({ sizeMm: 4, lines: ['茶'.repeat(10), '茶'.repeat(6)] });
    expect(first('茶'.repeat(60))?.sizeMm).toBe(2);
    expect(first('茶'.repeat(61))).toBeUndefined();
  });

  test('does not leave a single character on a last line', () => {
    expect(first('茶'.repeat(11))?.lines.map((line) => line.length)).toEqual([7, 4]);
  });
});

describe('setLatinSigns', () => {
  /** The stand-ins of narrow quotes as brackets that can be read here. */
  const shown = (text: string): string =>
    setLatinSigns(text).replace(/[\ufdd0-\ufdd3]/g, (mark) => '<>«»'.charAt(mark.charCodeAt(0) - 0xfdd0));

  test.each([
    ['recorded as “Production…” ;', 'recorded as «Production...» ;'],
    ['he said “so”… and', 'he said «so»... and'],
    ['生产…环境……', '生产…环境……'],
    ['recorded as “生产环境” here', 'recorded as «生产环境» here'],
    ['登记为“Production”的', '登记为“Production”的'],
    ['申报“OTOP”计划', '申报“OTOP”计划'],
    ['“Production”', '«Production»'],
    ['“生产”', '“生产”'],
    ['it’s the farmers’ own ‘plan’', 'it>s the farmers> own <plan>'],
    ['the “first ‘inner’ one” ends', 'the «first <inner> one» ends'],
    ['说‘好’', '说‘好’'],
    ['no quotes', 'no quotes'],
  ])('%s', (typed, set) => expect(shown(typed)).toBe(set));
});

describe('reportText', () => {
  test.each([
    ['资料齐全 ✔，同意三星 👍', '资料齐全 ✓，同意三星 [U+1F44D]'],
    ['✔️✅✘❌ 3✖4 ☑', '✓✓✗✗ 3×4 [U+2611]'],
    ['👍🏽', '[U+1F44D U+1F3FD]'],
    ['👨‍👩‍👧 一家', '[U+1F468 U+200D U+1F469 U+200D U+1F467] 一家'],
    ['1️⃣', '1[U+20E3]'],
    ['𠮷野家 𫠠', '𠮷野家 [U+2B820]'],
    ['\ud83d 半个', '[U+FFFD] 半个'],
    ['内部 \ufdd2', '内部 [U+FDD2]'],
    ['©™ ★ ≤ ℃ ㎡ ①', '©™ ★ ≤ ℃ ㎡ ①'],
    ['安\u200b化\ufe0f茶', '安化茶'],
  ])('%j is printed as %j', async (typed, printed) => {
    expect(reportText((await sampleKit()).faces, 'sans', typed)).toBe(printed);
  });

  test('leaves nothing that cannot be drawn, whatever was typed', async () => {
    const { faces } = await sampleKit();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (typed) => {
        expect(() => faceRuns(faces, 'sans', reportText(faces, 'sans', typed))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

describe('normaliseText', () => {
  test.each([
    ['⼀⻩⻥', '一黄鱼'],
    ['\ue863\ue816\ue864', '䶮𠂇龻'],
    ['e\u0301 \uf9b4', 'é 領'],
    ['湖南省\r\n益阳市', '湖南省益阳市'],
    ['500\u00a0g\n/  box ', '500 g / box'],
    ['安\u200b化\u202e茶\u0007\u00ad\ufe0f', '安化茶'],
    ['全　角', '全　角'],
    ['名 \u200f é', '名 é'],
    ['e\u200d\u0301', 'é'],
    ['湖南\n\u200b\n益阳', '湖南益阳'],
    ['box\u00857\ufeff', 'box 7'],
  ])('%j becomes %j', (typed, printed) => {
    expect(normaliseText(typed)).toBe(printed);
  });

  test('maps the GB 18030 private-use row as the platform decoder does', () => {
    const decoder = new TextDecoder('gb18030');
    for (let index = 0; index <= 0x4f; index++) {
      const trail = 0x50 + index + (0x50 + index >= 0x7f ? 1 : 0);
      const decoded = decoder.decode(new Uint8Array([0xfe, trail]));
      const isPrivate = /[\ue000-\uf8ff]/.test(decoded);
      const mapped = normaliseText(String.fromCodePoint(0xe815 + index));
      if (isPrivate) expect(mapped.codePointAt(0)).toBeGreaterThan(0x20000);
      else expect(mapped).toBe(normaliseText(decoded));
    }
  });

  test('is idempotent, and leaves no doubled space and nothing that draws nothing', () => {
    const odd = fc.constantFrom(
      ...' \n\t\u0085\u00a0\u200b\u200d\u200f\u202e\u00ad\ufe0f\ufeff\u0007\u0301éa1，（湖茶⼀⻩\ue863',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.array(odd, { maxLength: 12 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const printed = normaliseText(typed);
        expect(normaliseText(printed)).toBe(printed);
        expect(printed).not.toMatch(/ {2}|^ | $|\p{Cc}|\p{Default_Ignorable_Code_Point}/u);
      }),
      { numRuns: 1_000 },
    );
  });
});
