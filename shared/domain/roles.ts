/** What a person is at the centre; one person may be several. */
export const ROLES = ['clerk', 'inspector', 'expert', 'decider', 'printer', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/**
 * The rights table: which roles may do what. Screens, the gate and the tests read this one.
 *
 * `anyone` needs no sign-in (signing in itself); `signed-in` needs a person but no role.
 */
export const RIGHTS = {
  'applications.import': ['clerk', 'administrator'],
  'samples.receive': ['clerk'],
  'samples.move': ['clerk', 'inspector'],
  'samples.dispose': ['clerk', 'decider', 'administrator'],
  'locations.manage': ['clerk', 'administrator'],
  'documents.check': ['clerk', 'inspector', 'expert'],
  'evidence.record': ['inspector', 'expert'],
  'bodies.manage': ['inspector', 'administrator'],
  'evidence.attach': ['clerk', 'inspector', 'expert', 'decider'],
  'lab.work': ['inspector', 'expert'],
  'lab.release': ['inspector', 'expert'],
  'test-plans.manage': ['administrator'],
  'visits.plan': ['clerk', 'inspector', 'expert'],
  /** Notes on pages of evidence; see the contract of notes. */
  'notes.pin': ['inspector', 'expert', 'decider'],
  'panels.assign': ['decider', 'administrator'],
  'panels.release': ['expert', 'decider', 'administrator'],
  'opinions.give': ['expert'],
  'cases.decide': ['decider'],
  'consents.record': ['clerk', 'decider'],
  'appeals.file': ['clerk', 'decider', 'administrator'],
  'corrections.open': ['decider', 'administrator'],
  'incidents.record': ['clerk', 'inspector', 'expert', 'decider', 'administrator'],
  'incidents.grade': ['expert', 'decider'],
  'papers.print': ['printer'],
  'labels.print': ['clerk', 'printer'],
  'platform.enrol': ['administrator'],
  'problems.settle': ['administrator', 'decider'],
  'people.manage': ['administrator'],
  'settings.manage': ['administrator'],
  'standards.manage': ['administrator'],
  read: ROLES,
} as const satisfies Record<string, readonly Role[]>;

export type Right = keyof typeof RIGHTS | 'anyone' | 'signed-in';

/** Whether somebody with these roles has a right; `null` stands for nobody signed in. */
export function hasRight(roles: readonly Role[] | null, right: Right): boolean {
  if (right === 'anyone') return true;
  if (roles === null) return false;
  if (right === 'signed-in') return true;
  const allowed: readonly Role[] = RIGHTS[right];
  return roles.some((role) => allowed.includes(role));
}

/** The desks of the window, in the order of the rail. */
export const DESKS = [
  'receiving',
  'inspection',
  'review',
  'printing',
  'surveillance',
  'insight',
  'platform',
  'settings',
] as const;
export type Desk = (typeof DESKS)[number];

const DESK_ROLES: Record<Desk, readonly Role[]> = {
  receiving: ['clerk', 'administrator'],
  inspection: ['clerk', 'inspector', 'expert'],
  review: ['clerk', 'expert', 'decider'],
  printing: ['printer'],
  surveillance: ['clerk', 'decider', 'printer', 'administrator'],
  insight: ROLES,
  platform: ROLES,
  settings: ROLES,
};

/** The desks a person sees: those one of the roles works at. */
export const desksFor = (roles: readonly Role[]): readonly Desk[] =>
  DESKS.filter((desk) => roles.some((role) => DESK_ROLES[desk].includes(role)));
