import type { Role } from './roles.ts';

/** A sample person of the demo workspace. */
export interface DemoPerson {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** The password of every sample person; published on the sign-in screen of a demo, and only there. */
export const DEMO_PASSWORD = 'demo-2026';

/** One sample person for every role, three experts so that a panel can be complete; all invented. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { login: 'peng', name: '彭收样（样例）', roles: ['clerk'] },
  { login: 'shen', name: '沈检验（样例）', roles: ['inspector'] },
  { login: 'lu', name: '鲁评审（样例）', roles: ['expert'] },
  { login: 'qin', name: '覃评审（样例）', roles: ['expert'] },
  { login: 'tan', name: '谭评审（样例）', roles: ['expert'] },
  { login: 'tang', name: '唐评定（样例）', roles: ['decider'] },
  { login: 'he', name: '何制证（样例）', roles: ['printer'] },
  { login: 'admin', name: '管理员（样例）', roles: ['administrator'] },
];
