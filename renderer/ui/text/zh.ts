import type { LeafOf } from './texts-of.ts';
import { zhCases } from './zh-cases.ts';
import { zhDesks } from './zh-desks.ts';
import { zhFrame } from './zh-frame.ts';
import { zhPapers } from './zh-papers.ts';
import { zhReception } from './zh-reception.ts';
import { zhShelf } from './zh-shelf.ts';

/** Every text of the window in Chinese, by section; the English has the same keys and places. */
export const zh = { ...zhFrame, ...zhDesks, ...zhCases, ...zhPapers, ...zhReception, ...zhShelf };

/** Sections and keys of the window's texts. */
export type Zh = typeof zh;
/** Name of one text, `receiving.title`; a closed set can be written in, `common.${storage}`. */
export type TextKey = LeafOf<Zh>;
