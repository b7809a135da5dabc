import { RIGHTS } from '#shared/domain/roles.ts';
import type { TextKey } from './text/zh.ts';
import type { TextOf } from './language.tsx';

const IMPARTIALITY: Readonly<Record<string, TextKey>> = {
  'impartiality.evaluated': 'case.mayNot-evaluated',
  'impartiality.conflict': 'case.mayNot-conflict',
  'impartiality.involved': 'case.mayNot-involved',
  'impartiality.touched': 'case.mayNot-touched',
  'impartiality.filed': 'case.mayNot-filed',
};

/** Why a person may take no part in a case, as a sentence; null when they may. */
export function impartialityText(code: string | null, text: TextOf): string | null {
  if (code === null) return null;
  const key = IMPARTIALITY[code];
  return key === undefined ? code : text(key);
}

/** Why a person with an interest in the enterprise takes no part in its case, whatever the deed; null without one. */
export const interestText = (view: { readonly mayNotDecide: string | null }, text: TextOf): string | null =>
  view.mayNotDecide === 'impartiality.conflict' ? impartialityText(view.mayNotDecide, text) : null;

/** Which roles a deed takes, as the reason a button without them gives. */
export const needsRole = (right: keyof typeof RIGHTS, text: TextOf): string =>
  text('case.needsRole', { roles: RIGHTS[right].map((role) => text(`role.${role}`)).join(text('ladder.listJoin')) });
