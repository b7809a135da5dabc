import { enCases } from './en-cases.ts';
import { enDesks } from './en-desks.ts';
import { enFrame } from './en-frame.ts';
import type { TextsOf } from './texts-of.ts';
import type { Zh } from './zh.ts';

/** Every text of the window in English. */
export const en: TextsOf<Zh> = { ...enFrame, ...enDesks, ...enCases };
