import bwipjs from 'bwip-js/node';

/** Widths of bars and spaces in modules, a bar first. */
export type BarRun = readonly number[];

const PRINTABLE = /^[\x20-\x7e]+$/;

/** Blank modules left and right (ISO/IEC 15417, 4.5). */
export const BAR_QUIET_MODULES = 10;

/** A text as Code 128, in the shortest mix of its code sets; undefined when it holds anything but printable ASCII. */
export function code128(text: string): BarRun | undefined {
  if (!PRINTABLE.test(text)) return undefined;
  const [symbol] = bwipjs.raw({ bcid: 'code128', text, parsefnc: false });
  if (symbol === undefined || !('sbs' in symbol)) throw new Error('the encoder gave no bars');
  return symbol.sbs;
}

/** Width of a symbol without its quiet zones, in modules. */
export const barModules = (bars: BarRun): number => bars.reduce((sum, width) => sum + width, 0);

/** The bars as filled rectangles of unit height, one unit a module. */
export function barPath(bars: BarRun): string {
  const rectangles: string[] = [];
  let x = 0;
  bars.forEach((width, index) => {
    if (index % 2 === 0) rectangles.push(`${x} 0 ${width} 1 re`);
    x += width;
  });
  return `${rectangles.join('\n')}\nf`;
}
