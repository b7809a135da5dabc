import type { z } from 'zod';
import { casesContract } from './cases.ts';
import { custodyContract } from './custody.ts';
import { demoContract } from './demo.ts';
import { intakeContract } from './intake.ts';
import { messagesContract } from './messages.ts';
import { papersContract } from './papers.ts';
import { peopleContract } from './people.ts';
import { photosContract } from './photos.ts';
import { platformContract } from './platform.ts';
import { settingsContract } from './settings.ts';
import { evidenceContract } from './evidence.ts';
import { labContract } from './lab.ts';
import { testPlansContract } from './test-plans.ts';
import { externalContract } from './external.ts';
import { visitsContract } from './visits.ts';
import { drawsContract } from './draws.ts';
import { panelsContract } from './panels.ts';
import { decisionsContract } from './decisions.ts';
import { appealsContract } from './appeals.ts';
import { incidentsContract } from './incidents.ts';
import { standardsContract } from './standards.ts';
import { notesContract } from './notes.ts';
import type { FailureCode } from './failures.ts';

/** Everything the backend answers, by name: the one typed language between it and its doors. */
export const CONTRACT = {
  ...peopleContract,
  ...intakeContract,
  ...photosContract,
  ...settingsContract,
  ...casesContract,
  ...messagesContract,
  ...custodyContract,
  ...papersContract,
  ...platformContract,
  ...evidenceContract,
  ...labContract,
  ...testPlansContract,
  ...externalContract,
  ...visitsContract,
  ...drawsContract,
  ...panelsContract,
  ...decisionsContract,
  ...appealsContract,
  ...incidentsContract,
  ...standardsContract,
  ...notesContract,
  ...demoContract,
};

type Contract = typeof CONTRACT;
export type Name = keyof Contract;
/** What a caller sends, before defaults are filled in. */
export type InputOf<N extends Name> = z.input<Contract[N]['input']>;
/** What a service receives, after parsing. */
export type ParsedOf<N extends Name> = z.output<Contract[N]['input']>;
/** What a call answers. */
export type OutputOf<N extends Name> = Exclude<Contract[N]['output'], undefined>;

/** Whether a text names an entry of the contract (own keys only). */
export const isName = (name: string): name is Name => Object.hasOwn(CONTRACT, name);

/** A refusal as it reaches a caller. */
export interface Refusal {
  readonly code: FailureCode;
  readonly field?: string;
  readonly data?: Readonly<Record<string, string | number | null>>;
}

/** The reply envelope: an expected refusal is a value, never an exception. */
export type Reply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Refusal };

/** What the backend announces after a commit; clients refresh what they show. */
export interface Events {
  'case.changed': { readonly caseId: string };
  'parcel.changed': { readonly parcelId: string };
  /** Where samples are, which places there are, or how a stocktake stands. */
  'custody.changed': Record<string, never>;
  'paper.printed': { readonly kind: string; readonly count: number };
  'people.changed': Record<string, never>;
  'settings.changed': Record<string, never>;
  'sync.changed': { readonly waiting: number };
  /** Files attached to a piece of evidence. */
  /** Notes pinned to pages of evidence. */
  'note.changed': { readonly caseId: string };
  'attachment.changed': { readonly caseId: string };
  /** Versions of the standard. */
  'standards.changed': Record<string, never>;
  'what-if.progress': { readonly runId: string; readonly done: number; readonly total: number };
  /** Test orders, readings, reports or test plans; `orderId` is empty when it concerns several. */
  'lab.changed': { readonly orderId: string };
  /** A visit, its answers, photos or signatures. */
  'visit.changed': { readonly visitId: string; readonly caseId: string };
  /** Outside bodies and their accreditations. */
  'bodies.changed': Record<string, never>;
  /** Draws of spot checks and their share. */
  'draws.changed': Record<string, never>;
  /** A complaint or accident was taken in, graded or closed. */
  'incident.changed': { readonly incidentId: string };
  'import.progress': { readonly done: number; readonly total: number };
  'session.changed': Record<string, never>;
}
export type EventName = keyof Events;
