import { DESKS, type Desk } from '#shared/domain/roles.ts';

/** Where the window is: a desk, and what is open there. */
export interface DeskAddress {
  readonly desk: Desk;
  readonly openId: string | null;
}

const isDesk = (name: string): name is Desk => DESKS.some((desk) => desk === name);

/** Reads `/receiving/ID`; a desk the person does not have, or nonsense, leads to the first they have. */
export function readAddress(path: string, desks: readonly Desk[]): DeskAddress | null {
  const [, name = '', id] = path.split('/');
  const [first] = desks;
  if (first === undefined) return null;
  if (!isDesk(name) || !desks.includes(name)) return { desk: first, openId: null };
  return { desk: name, openId: id === undefined || id === '' ? null : decode(id) };
}

/** Writes `/receiving/ID`. */
export const writeAddress = (desk: Desk, openId: string | null): string =>
  openId === null ? `/${desk}` : `/${desk}/${encodeURIComponent(openId)}`;

function decode(id: string): string | null {
  try {
    return decodeURIComponent(id);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}
