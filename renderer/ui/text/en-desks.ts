import type { TextsOf } from './texts-of.ts';
import type { zhDesks } from './zh-desks.ts';

/** English of the desks receiving, platform, settings, surveillance and insight. */
export const enDesks: TextsOf<typeof zhDesks> = {
  receiving: {},
  platform: {},
  settings: {},
  surveillance: {},
  insight: {},
};
