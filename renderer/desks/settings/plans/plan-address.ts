const PREFIX = 'plan:';

/** Address of a plan's version at the settings desk: `plan:tea 2026-1`. */
export const planAddress = (id: string, version: string): string => `${PREFIX}${id} ${version}`;

/** Reads which version of which plan is open; null when none is. */
export function readPlanAddress(openId: string | null): { readonly planId: string; readonly version: string } | null {
  if (openId === null || !openId.startsWith(PREFIX)) return null;
  const [planId = '', ...version] = openId.slice(PREFIX.length).split(' ');
  return { planId, version: version.join(' ') };
}
