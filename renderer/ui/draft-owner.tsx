import { createContext, use, type ReactNode } from 'react';

const OwnerContext = createContext('');

/** Whose drafts the screens below keep: what one person has typed and not sent, nobody else at this machine reads. */
export function DraftOwner({ personId, children }: { readonly personId: string; readonly children: ReactNode }) {
  return <OwnerContext value={personId}>{children}</OwnerContext>;
}

/** The key under which a draft of the person at this window is kept. */
export const useDraftKey = (key: string): string => `workstation.draft.${use(OwnerContext)}.${key}`;
