import { hasRight, type Right } from '#shared/domain/roles.ts';
import type { SessionView } from '#shared/contract/people.ts';
import { useQuery, type QueryState } from './use-query.ts';

/** Who sits here and what this workspace is. */
export const useSession = (): QueryState<SessionView> => useQuery('session.get', {});

/** Whether the person who sits here has a right; screens hide or explain what the gate would refuse. */
export function useRight(right: Right): boolean {
  const { data } = useSession();
  return hasRight(data?.person?.roles ?? null, right);
}
