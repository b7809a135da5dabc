import { useHashLocation } from 'wouter/use-hash-location';
import { useCommand } from '#renderer/client/use-command.ts';

/**
 * Signs the person out and leaves what they had open, so that the next one begins at their own
 * first desk. A session lost on the way keeps its place: the same person comes back to it.
 */
export function useSignOut(): { readonly pending: boolean; signOut(): Promise<void> } {
  const { run, pending } = useCommand('session.sign-out');
  const [, setPath] = useHashLocation();
  return {
    pending,
    signOut: async () => {
      const reply = await run({});
      if (reply.ok) setPath('/');
    },
  };
}
