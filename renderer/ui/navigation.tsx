import { createContext, use } from 'react';
import type { Desk } from '#shared/domain/roles.ts';

/** Where the window is and how to go elsewhere; the frame fills it from the address. */
export interface Navigation {
  readonly desk: Desk;
  /** Id of what is open at this desk (a case, a parcel), null when nothing is. */
  readonly openId: string | null;
  /** Opens a thing at this desk; null closes it. */
  open(id: string | null): void;
  /** Goes to another desk, with something open there when an id is given. */
  go(desk: Desk, id?: string): void;
}

const NavigationContext = createContext<Navigation>({
  desk: 'settings',
  openId: null,
  open: () => undefined,
  go: () => undefined,
});

/** Provides {@link useNavigation}; only the frame uses it. */
export const NavigationProvider = NavigationContext;

/** What is open at this desk, and how to open something else. */
export const useNavigation = (): Navigation => use(NavigationContext);
