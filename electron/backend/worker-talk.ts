import type { Reply } from '#shared/contract/contract.ts';
import type { BackendEvent, Folders } from './ports.ts';
import type { SeatState } from './services/sessions.ts';
import type { StartRefusalCode } from './store/start-refusal.ts';

/** What the door's thread says to a worker. */
export type ToWorker =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly seat: string;
      readonly name: string;
      readonly input: unknown;
    }
  | { readonly kind: 'seat'; readonly seat: string; readonly state: SeatState }
  | { readonly kind: 'leave'; readonly seat: string }
  | { readonly kind: 'close' };

/** What a worker says to the door's thread. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'refused';
      readonly code: StartRefusalCode;
      readonly sentence: { readonly zh: string; readonly en: string };
    }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly kind: 'event'; readonly event: BackendEvent }
  | { readonly kind: 'seat'; readonly seat: string; readonly state: SeatState }
  | { readonly kind: 'log'; readonly line: object }
  | { readonly kind: 'closed' };

/** What a worker is started with. */
export interface WorkerStart {
  readonly folders: Folders;
}
