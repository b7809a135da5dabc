import { ok } from '#shared/base/result.ts';
import { listDue } from '#electron/backend/store/custody-repository.ts';
import { keptView } from './custody.ts';
import type { Service } from './room.ts';

/** The daily list: retained parts whose time is over, displays that ended, samples out too long, missing ones. */
export const listDueSamples: Service<'custody.due'> = (room, input) => {
  const page = listDue(room.store, room.today(), input.cursor, input.limit);
  return ok({ rows: page.rows.map((kept) => keptView(room, kept)), next: page.next });
};
