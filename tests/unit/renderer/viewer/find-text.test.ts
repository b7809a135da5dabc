import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findText } from '#renderer/ui/viewer/find-text.ts';

/** What a match covers, piece by piece. */
const covered = (pieces: readonly string[], wanted: string): readonly string[] =>
  findText(pieces, wanted).map(({ end, start }) =>
    pieces
      .slice(start.piece, end.piece + 1)
      .map((piece, index, all) =>
        piece.slice(index === 0 ? start.offset : 0, index === all.length - 1 ? end.offset : piece.length),
      )
      .join('|'),
  );

describe('finding a text in a page', () => {
  it('passes over blanks that papers set between signs, and over the borders of pieces', () => {
    expect(covered(['安 化 千', '两 茶'], '千两茶')).toEqual(['千|两 茶']);
    expect(covered(['reg-', 'ulation'], 'reg-ulation')).toEqual(['reg-|ulation']);
  });

  it('does not mind width or case', () => {
    expect(covered(['ＧＢ ２７６２－2022'], 'gb 2762-2022')).toEqual(['ＧＢ ２７６２－2022']);
    expect(covered(['Lead (Pb)'], 'PB')).toEqual(['Pb']);
  });

  it('finds each place once, one behind the other', () => {
    expect(covered(['铅铅铅铅'], '铅铅')).toEqual(['铅铅', '铅铅']);
    expect(findText(['没有'], '铅')).toEqual([]);
    expect(findText(['铅'], '  ')).toEqual([]);
  });

  it('keeps its place behind signs that unfold to several and behind rare ones', () => {
    expect(covered(['㎎ 铅', '𠮷铅'], '铅')).toEqual(['铅', '铅']);
    expect(covered(['a𠮷b'], '𠮷')).toEqual(['𠮷']);
  });

  it('covers a text cut out of a page, wherever the page is broken', () => {
    const signs = fc.stringMatching(/^[a-z茶铅0-9]{1,12}$/);
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (pieces, from, length) => {
        const all = pieces.join('');
        const wanted = all.slice(from % all.length, (from % all.length) + 1 + (length % 8));
        const found = covered(pieces, wanted).map((match) => match.replaceAll('|', ''));
        expect(found).not.toEqual([]);
        expect(new Set(found)).toEqual(new Set([wanted]));
      }),
    );
  });
});
