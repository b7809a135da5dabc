/** The desktop door's own scheme and origin; nothing is ever loaded from `file://`. */
export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://workstation`;

/** Whether an address is a page of ours. */
export function isOurs(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed?.protocol === `${SCHEME}:` && parsed.host === 'workstation';
}

/** Whether an address stands for bytes that a page of ours made. */
export const isOurBlob = (url: string): boolean => url.startsWith(`blob:${ORIGIN}/`);
