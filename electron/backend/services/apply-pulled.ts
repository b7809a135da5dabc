import type { KnownEvent } from '#shared/platform/pull.ts';
import { keepApplication } from './import-applications.ts';
import type { DivisionIndex } from './intake/division-index.ts';
import { applyConsentAnswer } from './review/platform-consent.ts';
import { applyDecisionEntry } from './review/foreign-decisions.ts';
import type { Room } from './room.ts';

/**
 * Applies one event of the platform's stream inside the sync's transaction; answers whether it did.
 *
 * One line for each kind. What is not applied is kept raw and can be applied by a later program.
 */
export function applyPulled(room: Room, event: KnownEvent, divisions: DivisionIndex): boolean {
  switch (event.kind) {
    case 'application.submitted':
      keepApplication(room, event.application, 'platform', divisions);
      return true;
    case 'consent.answered':
      return applyConsentAnswer(room, event.consent);
    case 'entry':
      return applyDecisionEntry(room, event);
  }
}
