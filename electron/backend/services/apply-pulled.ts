import type { KnownEvent } from '#shared/platform/pull.ts';
import { takeForeignEntry } from './foreign-entries.ts';
import { keepApplication } from './import-applications.ts';
import type { DivisionIndex } from './intake/division-index.ts';
import { applyConsentAnswer } from './review/platform-consent.ts';
import type { Taken } from './read-foreign-entry.ts';
import type { Room } from './room.ts';

/**
 * Applies one event of the platform's stream inside the sync's transaction; answers whether it did, and which case it concerns.
 *
 * One line for each kind. What is not applied is kept raw: it can be applied when its case comes, or by a later program.
 */
export function applyPulled(room: Room, event: KnownEvent, divisions: DivisionIndex): Taken {
  switch (event.kind) {
    case 'application.submitted':
      keepApplication(room, event.application, 'platform', divisions);
      return { applied: true, caseId: null };
    case 'consent.answered':
      return { applied: applyConsentAnswer(room, event.consent), caseId: null };
    case 'entry':
      return takeForeignEntry(room, event);
  }
}
