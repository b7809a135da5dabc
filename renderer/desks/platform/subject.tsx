const LONGEST = 24;

/** What an entry is about; a machine's long id is cut in the middle and whole on hover. */
export function Subject({ id }: { readonly id: string }) {
  return <code title={id}>{id.length <= LONGEST ? id : `${id.slice(0, 8)}…${id.slice(-6)}`}</code>;
}
