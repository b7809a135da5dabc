import { pdfNumber } from './page-canvas.ts';
import { packed, type PackedContent } from './pdf-file.ts';

/** A badge ready to be placed: one unit wide and high, y downwards. */
export type BadgeArtwork = PackedContent;

const ELEMENT = /<([a-zA-Z]+)\b([^>]*?)\/?>/g;
const ATTRIBUTE = /([\w-]+)="([^"]*)"/g;
const COMMANDS: Readonly<Record<string, { readonly operator: string; readonly numbers: number }>> = {
  M: { operator: 'm', numbers: 2 },
  L: { operator: 'l', numbers: 2 },
  C: { operator: 'c', numbers: 6 },
  Z: { operator: 'h', numbers: 0 },
};

/**
 * Reads a badge drawing: an SVG of `path` elements with absolute M, L, C and Z, plain fills and strokes.
 *
 * The file, not this code, is the badge: the centre's registered artwork takes its place.
 * @throws TypeError for anything else, because half a badge must never be printed.
 */
export function readBadgeSvg(svg: string): BadgeArtwork {
  const view = /viewBox="([^"]*)"/
    .exec(svg)?.[1]
    ?.split(/[\s,]+/)
    .map(Number);
  const [left = NaN, top = NaN, width = NaN, height = NaN] = view ?? [];
  if (!(width > 0 && width === height)) throw new TypeError('a badge needs a square viewBox');
  const drawn: string[] = [];
  for (const [, name, attributes = ''] of svg.matchAll(ELEMENT)) {
    if (name === 'svg' || name === 'title') continue;
    if (name !== 'path') throw new TypeError(`a badge cannot hold <${name ?? ''}>`);
    drawn.push(
      paintedPath(Object.fromEntries([...attributes.matchAll(ATTRIBUTE)].map(([, key, value]) => [key, value]))),
    );
  }
  const scale = (1 / width).toFixed(6);
  const content = `q ${scale} 0 0 ${scale} ${pdfNumber(-left / width)} ${pdfNumber(-top / height)} cm\n${drawn.join('\n')}\nQ`;
  return { bytes: packed(content), box: [0, 0, 1, 1] };
}

function paintedPath(attributes: Readonly<Record<string, string | undefined>>): string {
  const { d = '', fill = '#000000', stroke = 'none' } = attributes;
  const filled = fill !== 'none';
  const stroked = stroke !== 'none';
  return [
    filled ? `${colour(fill)} rg` : '',
    stroked ? `${colour(stroke)} RG ${pdfNumber(Number(attributes['stroke-width'] ?? 1))} w` : '',
    attributes['stroke-linecap'] === 'round' ? '1 J' : '0 J',
    pathOperators(d),
    filled && stroked ? 'B' : filled ? 'f' : stroked ? 'S' : 'n',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function colour(hex: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new TypeError(`a badge colour is #rrggbb, not ${hex}`);
  return [1, 3, 5].map((start) => pdfNumber(Number.parseInt(hex.slice(start, start + 2), 16) / 255)).join(' ');
}

function pathOperators(d: string): string {
  return [...d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)]
    .map(([whole, letter = '', rest = '']) => {
      const command = COMMANDS[letter];
      const numbers =
        rest.trim() === ''
          ? []
          : rest
              .trim()
              .split(/[\s,]+/)
              .map(Number);
      if (command === undefined || numbers.length !== command.numbers || numbers.some(Number.isNaN))
        throw new TypeError(`a badge path cannot hold "${whole.trim()}"`);
      return `${numbers.map(pdfNumber).join(' ')} ${command.operator}`.trim();
    })
    .join('\n');
}
