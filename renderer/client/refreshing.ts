import type { QueryClient } from '@tanstack/react-query';
import type { EventName, Name } from '#shared/contract/contract.ts';
import { DOOR_EVENTS, type Door } from '#shared/contract/door.ts';

/** The centre's day begins at midnight in Shanghai, UTC+8 without summer time; a moment later it has begun everywhere. */
const DAY_MS = 86_400_000;
const DAY_STARTS_MS = 16 * 3_600_000 + 1_000;

/** Events of one burst (an import announces thousands) refresh the screen once in this time. */
const GATHER_MS = 200;

/** Every deed leaves an entry in the ledger, which waits to be sent. */
const LEDGER = ['sync.status', 'outbox.list'] as const;

/**
 * What each event makes stale. `import.progress` moves a bar and nothing else; an import ends with
 * the events of what it changed.
 */
const STALE: Readonly<Record<EventName, readonly Name[]>> = {
  'case.changed': [
    'lab.list',
    'external.list',
    'external.get',
    'draw.candidates',
    'evidence.open',
    'case.list',
    'case.get',
    'desk.counts',
    'search.find',
    'award.list',
    'message.list',
    'visit.to-plan',
    'decision.get',
    'decision.preview',
    'incident.list',
    'panel.candidates',
    ...LEDGER,
  ],
  'parcel.changed': [
    'lab.list',
    'draw.candidates',
    'parcel.list',
    'parcel.get',
    'parcel.find',
    'photo.list',
    'sample.list',
    'desk.counts',
    'case.get',
    'case.list',
    'decision.preview',
    ...LEDGER,
  ],
  'custody.changed': [
    'lab.list',
    'sample.list',
    'sample.story',
    'evidence.open',
    'sample.find',
    'shelf.get',
    'location.list',
    'custody.held',
    'custody.due',
    'retention.get',
    'stocktake.list',
    'stocktake.get',
    'parcel.get',
    'desk.counts',
    ...LEDGER,
  ],
  'paper.printed': ['award.list', 'print.list', 'desk.counts', 'case.list', ...LEDGER],
  'settings.changed': ['settings.get', ...LEDGER],
  'people.changed': ['person.list', 'session.get', 'visit.candidates', 'panel.candidates', ...LEDGER],
  'sync.changed': ['sync.status', 'outbox.list', 'problem.list', 'desk.counts', 'message.list'],
  'attachment.changed': ['attachment.list', 'evidence.open', 'visit.get', 'external.get', ...LEDGER],
  'standards.changed': ['standard.list', 'standard.get', 'case.get', 'decision.preview', ...LEDGER],
  'what-if.progress': ['what-if.last'],
  'lab.changed': [
    'lab.list',
    'lab.get',
    'lab.of-case',
    'lab.report',
    'test-plan.list',
    'test-plan.get',
    'external.rules',
    'desk.counts',
    ...LEDGER,
  ],
  'visit.changed': [
    'visit.get',
    'visit.list',
    'visit.of-case',
    'visit.to-plan',
    'attachment.list',
    'evidence.open',
    'desk.counts',
    ...LEDGER,
  ],
  'bodies.changed': ['external.bodies', 'external.get', ...LEDGER],
  'draws.changed': ['draw.list', 'draw.get', 'draw.of-case', 'draw.candidates', 'desk.counts', ...LEDGER],
  'note.changed': ['note.list', ...LEDGER],
  'incident.changed': ['incident.list', 'incident.get', 'case.get', ...LEDGER],
  'import.progress': [],
  'session.changed': ['session.get'],
};

/** Entries about one thing: an event that names another thing of the kind leaves them alone. */
const SUBJECT: Readonly<Record<string, string>> = {
  'case.get': 'caseId',
  'parcel.get': 'parcelId',
  'visit.get': 'visitId',
  'lab.get': 'orderId',
  'external.get': 'caseId',
};

/** Whether an open query shows something an event may have changed. */
export function isStaleAfter(event: EventName, data: unknown, name: unknown, input: unknown): boolean {
  if (!STALE[event].some((stale) => stale === name)) return false;
  const subject = SUBJECT[String(name)] ?? '';
  const announced = fieldOf(data, subject);
  return announced === undefined || announced === fieldOf(input, subject);
}

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[field] : undefined;

/** Milliseconds until the centre's next day has begun. */
export const untilNextDay = (nowMs: number): number => DAY_MS - ((nowMs - DAY_STARTS_MS) % DAY_MS);

/** Refreshes open queries when the backend announces a change, and all of them when a new day begins, which verdicts hang on; answers with the function that stops it. */
export function refreshOnEvents(door: Door, queries: QueryClient): () => void {
  let gathered = new Map<string, readonly [EventName, unknown]>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    timer = undefined;
    const events = [...gathered.values()];
    gathered = new Map();
    void queries.invalidateQueries({
      predicate: ({ queryKey: [name, input] }) =>
        events.some(([event, data]) => isStaleAfter(event, data, name, input)),
    });
  };
  const stops = (Object.keys(STALE) as EventName[]).map((event) =>
    door.on(event, (data) => {
      gathered.set(`${event} ${JSON.stringify(data)}`, [event, data]);
      timer ??= setTimeout(flush, GATHER_MS);
    }),
  );
  const everything = (): void => void queries.invalidateQueries();
  const nextDay = (): void => {
    everything();
    midnight = setTimeout(nextDay, untilNextDay(Date.now()));
  };
  let midnight = setTimeout(nextDay, untilNextDay(Date.now()));
  const stopOnline = door.on(DOOR_EVENTS.online, everything);
  return () => {
    for (const stop of stops) stop();
    stopOnline();
    clearTimeout(timer);
    clearTimeout(midnight);
  };
}
