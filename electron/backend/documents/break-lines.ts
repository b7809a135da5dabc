import { NARROW_CLOSING, NARROW_OPENING } from './latin-signs.ts';

/** Must not begin a line (行首禁则). */
const NEVER_FIRST = new Set(NARROW_CLOSING + '，。、；：？！）〉》」』】〕〗〞”’…—～·・％‰℃°,.;:?!)]}%=');
/** Must not end a line (行尾禁则). */
const NEVER_LAST = new Set(NARROW_OPENING + '（〈《「『【〔〖〝“‘([{￥¥$№#<>≤≥±=');
/** Latin words, numbers with their units and codes stay whole; so do a double dash and a double ellipsis. */
const UNITS =
  /[\p{sc=Latin}\p{sc=Greek}\p{Nd}µ](?:[\p{sc=Latin}\p{sc=Greek}\p{Nd}µ./+\-@_%'’\ufdd1]*[\p{sc=Latin}\p{sc=Greek}\p{Nd}%])?|——|……| +|[\s\S]/gu;
const SPACES = /^ +$/;
/** The last place of a word where it may be cut for a reader to find on: behind a hyphen, a stroke or an underscore. */
const LAST_JOINT = /[-/_](?=[^-/_]*$)/;

/**
 * Breaks a text into lines no wider than `width` (both in em), with kinsoku.
 *
 * A character that may not begin a line pulls the one before it down; an opening bracket goes with what
 * it opens. Spaces at a break stay at the end of their line, outside the measure, so that the text layer
 * keeps them. A word longer than a line is cut, at a hyphen or a stroke where it has one. Only a lone character wider than the line may exceed it.
 */
export function breakLines(text: string, width: number, advance: (text: string) => number): readonly string[] {
  const units = (text.match(UNITS) ?? []).flatMap((unit) => pieces(unit, width, advance));
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  for (const unit of units) {
    const unitWidth = advance(unit);
    if (line.length > 0 && !SPACES.test(unit) && used + unitWidth > width) {
      const carried = carriedOver(line, unit);
      lines.push(line.slice(0, line.length - carried).join(''));
      line = line.slice(line.length - carried);
      used = advance(line.join(''));
      if (line.length > 0 && used + unitWidth > width) {
        lines.push(line.join(''));
        line = [];
        used = 0;
      }
    }
    line.push(unit);
    used += unitWidth;
  }
  if (line.length > 0) lines.push(line.join(''));
  return lines;
}

/** How many units at the end of a full line go down with the next one; never the whole line. */
function carriedOver(line: readonly string[], next: string): number {
  const mayBreakBefore = (index: number): boolean => {
    const after = index === line.length ? next : (line[index] ?? '');
    const before = line[index - 1] ?? '';
    return !(NEVER_FIRST.has(firstOf(after)) || NEVER_LAST.has(lastOf(before)));
  };
  for (let index = line.length; index > 0; index--) if (mayBreakBefore(index)) return line.length - index;
  return 0;
}

const firstOf = (unit: string): string => [...unit][0] ?? '';
const lastOf = (unit: string): string => [...unit].at(-1) ?? '';

/** A word that is wider than a whole line is cut at its last joint there, or where the line ends. */
function pieces(unit: string, width: number, advance: (text: string) => number): readonly string[] {
  if (SPACES.test(unit) || advance(unit) <= width) return [unit];
  const parts: string[] = [];
  let part = '';
  for (const character of unit) {
    if (part !== '' && advance(part + character) > width) {
      const end = part.search(LAST_JOINT) + 1 || part.length;
      parts.push(part.slice(0, end));
      part = part.slice(end);
    }
    part += character;
  }
  return [...parts, part];
}
