import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import type { InputOf, Name, OutputOf, Reply } from '#shared/contract/contract.ts';
import type { Door } from '#shared/contract/door.ts';
import { refreshOnEvents } from './refreshing.ts';
import { showRefusal, type RawRefusal, type RefusalLanguage, type ShownRefusal } from './refusal.ts';

interface Workstation {
  readonly door: Door;
  readonly language: RefusalLanguage;
}

const WorkstationContext = createContext<Workstation | null>(null);

/** A refusal thrown inside the query library, which knows only errors; screens get its sentence. */
export class Refused extends Error {
  readonly refusal: RawRefusal;

  constructor(refusal: RawRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }

  shown(language: RefusalLanguage): ShownRefusal {
    return showRefusal(this.refusal, language);
  }
}

const SESSION_LOST = ['session.needed', 'session.locked'];

/**
 * A client's cache. The backend announces what changes, so nothing is asked for again on a clock;
 * `networkMode: 'always'` because the door is on this machine and works with the cable out.
 */
export function newQueries(): QueryClient {
  const queries: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: 30_000,
        refetchOnWindowFocus: true,
        throwOnError: (error) => !(error instanceof Refused),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  queries.getQueryCache().subscribe(({ query, type }) => {
    const { error } = query.state;
    if (type !== 'updated' || query.queryKey[0] === 'session.get') return;
    if (error instanceof Refused && SESSION_LOST.includes(error.refusal.code)) {
      void queries.invalidateQueries({ queryKey: ['session.get'] });
    }
  });
  return queries;
}

/** Gives the screens below it their way to the backend and keeps what they show fresh. */
export function WorkstationProvider({
  door,
  language,
  children,
}: {
  readonly door: Door;
  readonly language: RefusalLanguage;
  readonly children: ReactNode;
}) {
  const [queries] = useState(newQueries);
  useEffect(() => refreshOnEvents(door, queries), [door, queries]);
  return (
    <WorkstationContext value={{ door, language }}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </WorkstationContext>
  );
}

/**
 * The door and language of this window.
 * @throws Error outside {@link WorkstationProvider}.
 */
export function useWorkstation(): Workstation {
  const workstation = use(WorkstationContext);
  if (workstation === null) throw new Error('no WorkstationProvider above this screen');
  return workstation;
}

/** Sends one call through the door; the reply is trusted to be of the contract's type. */
export async function callDoor<N extends Name>(door: Door, name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> {
  return (await door.call(name, input)) as Reply<OutputOf<N>>;
}
