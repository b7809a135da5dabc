import { keepPreviousData, useInfiniteQuery, useQuery as useTanStackQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { InputOf, Name, OutputOf } from '#shared/contract/contract.ts';
import type { Page } from '#shared/contract/fields.ts';
import type { ShownRefusal } from './refusal.ts';
import { callDoor, Refused, useWorkstation } from './workstation.tsx';

/** What a screen knows of something it asked for. */
export interface QueryState<T> {
  /** Undefined until the first answer; the newest answer even while a fresh one is fetched. */
  readonly data: T | undefined;
  /** The answer is to the input before; the one to this input is on its way. */
  readonly previous: boolean;
  /** No answer yet. */
  readonly pending: boolean;
  readonly failure: ShownRefusal | null;
  refetch(): void;
}

/** How a query behaves where the default is not right. */
export interface QueryOptions {
  /** Ask only when true. */
  readonly enabled?: boolean;
  /** Show the answer to the previous input until the new one is here. */
  readonly keepPrevious?: boolean;
}

const refusalOf = (error: unknown, language: 'zh' | 'en'): ShownRefusal | null =>
  error instanceof Refused ? error.shown(language) : null;

/** Asks the backend and keeps the answer fresh: `useQuery('case.get', { caseId })`. */
export function useQuery<N extends Name>(
  name: N,
  input: InputOf<N>,
  { enabled = true, keepPrevious = false }: QueryOptions = {},
): QueryState<OutputOf<N>> {
  const { door, language } = useWorkstation();
  const query = useTanStackQuery({
    queryKey: [name, input],
    enabled,
    queryFn: async (): Promise<OutputOf<N>> => {
      const reply = await callDoor(door, name, input);
      if (!reply.ok) throw new Refused(reply.failure);
      return reply.value;
    },
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  return {
    data: query.data as OutputOf<N> | undefined,
    previous: query.isPlaceholderData,
    pending: query.isPending && enabled,
    failure: refusalOf(query.error, language),
    refetch: () => void query.refetch(),
  };
}

/** Contract entries that answer with a page of rows. */
export type PagedName = { [N in Name]: OutputOf<N> extends Page<unknown> ? N : never }[Name];
/** The rows of a paged entry. */
export type RowOf<N extends PagedName> = OutputOf<N> extends Page<infer Row> ? Row : never;

/** A list read page by page as a person scrolls. */
export interface PagesState<Row> {
  readonly rows: readonly Row[];
  readonly pending: boolean;
  readonly failure: ShownRefusal | null;
  readonly hasMore: boolean;
  /** Fetches the next page unless one is on its way. */
  more(): void;
}

/** Reads a keyset list page by page: `useInfinite('parcel.list', { state: 'announced' })`. */
export function useInfinite<N extends PagedName>(
  name: N,
  input: Omit<InputOf<N>, 'cursor'>,
  { enabled = true }: { readonly enabled?: boolean } = {},
): PagesState<RowOf<N>> {
  const { door, language } = useWorkstation();
  const query = useInfiniteQuery({
    queryKey: [name, input, 'pages'],
    enabled,
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam }): Promise<Page<RowOf<N>>> => {
      const reply = await callDoor(door, name, { ...input, cursor: pageParam } as InputOf<N>);
      if (!reply.ok) throw new Refused(reply.failure);
      return reply.value as unknown as Page<RowOf<N>>;
    },
    getNextPageParam: (page) => page.next,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  return {
    rows,
    pending: query.isPending && enabled,
    failure: refusalOf(query.error, language),
    hasMore: query.hasNextPage,
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
  };
}
