import { z } from 'zod';
import type { CaseId, IncidentId } from '#shared/base/ids.ts';
import { INCIDENT_SOURCES, type IncidentScope, type IncidentSource } from '#shared/domain/incident.ts';
import { command, query } from './entry.ts';
import { caseId, cursor, incidentId, limit, plainDate, text, type Page } from './fields.ts';

/** A complaint or accident; files are attached to it under the owner kind `incident`. */
export interface IncidentView {
  readonly id: IncidentId;
  /** The case it was taken in on; it counts for every case in its scope. */
  readonly caseId: CaseId;
  readonly scope: IncidentScope;
  readonly enterpriseName: string;
  readonly productName: string;
  readonly kind: 'complaint' | 'accident';
  readonly occurredOn: string;
  /** Null for what came with an application. */
  readonly receivedOn: string | null;
  readonly source: IncidentSource;
  readonly summary: string;
  readonly status: 'open' | 'upheld' | 'dismissed';
  readonly grade: 'important' | 'minor' | null;
  readonly recordedBy: string | null;
  readonly recordedAt: string | null;
  readonly gradedBy: string | null;
  readonly gradedAt: string | null;
  readonly gradeReason: string | null;
  readonly closedBy: string | null;
  readonly closedAt: string | null;
  readonly closeReason: string | null;
  /** Why the person who asks may not grade or close it: a refusal's code; null when they may. */
  readonly mayNotJudge: string | null;
}

/** One incident with the cases it counts for. */
export interface IncidentFile extends IncidentView {
  readonly cases: readonly { readonly caseId: CaseId; readonly productName: string; readonly stage: string }[];
}

export const incidentsContract = {
  /** Takes in a complaint or accident about the product of a case, or about all its enterprise makes. */
  'incident.record': command<IncidentView>()(
    'incidents.record',
    z.strictObject({
      caseId,
      scope: z.enum(['product', 'enterprise']),
      kind: z.enum(['complaint', 'accident']),
      occurredOn: plainDate,
      receivedOn: plainDate,
      source: z.enum(INCIDENT_SOURCES).exclude(['application']),
      summary: text(1000),
    }),
  ),
  /** Grades it, by somebody else than who took it in; may be graded anew with a reason until it is closed. */
  'incident.grade': command<IncidentView>()(
    'incidents.grade',
    z.strictObject({ incidentId, grade: z.enum(['important', 'minor']), reason: text(500) }),
  ),
  /** Closes it as upheld or dismissed, by somebody else than who took it in. */
  'incident.close': command<IncidentView>()(
    'incidents.grade',
    z.strictObject({ incidentId, outcome: z.enum(['upheld', 'dismissed']), reason: text(500) }),
  ),
  /** `open` waits for its outcome, `ungraded` was upheld without a grade; both keep a star from being granted. */
  'incident.list': query<Page<IncidentView>>()(
    'read',
    z.strictObject({ state: z.enum(['open', 'ungraded', 'all']).default('open'), cursor, limit }),
  ),
  'incident.get': query<IncidentFile>()('read', z.strictObject({ incidentId })),
};
