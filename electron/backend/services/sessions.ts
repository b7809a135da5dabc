import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { PersonId } from '#shared/base/ids.ts';

/** Who sits at a seat. */
export interface SeatState {
  readonly personId: PersonId | null;
  readonly locked: boolean;
}

const EMPTY: SeatState = { personId: null, locked: false };
const TRIES = 5;
const WAIT_MS = 30_000;

/**
 * Who sits at which seat, in memory only: closing the program signs everybody out.
 *
 * A password that was checked at sign-in is remembered as a salted digest for as long as the seat
 * is taken, so that confirming an irreversible act does not cost another argon2 run.
 */
export class Sessions {
  #seats = new Map<string, SeatState>();
  #proofs = new Map<string, Buffer>();
  #tries = new Map<string, { count: number; untilMs: number }>();
  #salt = randomBytes(16);
  #onChange: (seat: string, state: SeatState) => void;

  constructor(onChange: (seat: string, state: SeatState) => void = () => undefined) {
    this.#onChange = onChange;
  }

  get(seat: string): SeatState {
    return this.#seats.get(seat) ?? EMPTY;
  }

  set(seat: string, state: SeatState): void {
    this.#seats.set(seat, state);
    this.#onChange(seat, state);
  }

  /** Frees a seat whose window is gone. */
  drop(seat: string): void {
    this.#seats.delete(seat);
    this.#proofs.delete(seat);
    this.#onChange(seat, EMPTY);
  }

  rememberPassword(seat: string, password: string): void {
    this.#proofs.set(seat, this.#digest(password));
  }

  /** Forgets what was remembered of a person's password at every seat, after it was changed. */
  forgetPasswords(personId: PersonId): void {
    for (const [seat, state] of this.#seats) if (state.personId === personId) this.#proofs.delete(seat);
  }

  /** Whether a password is the one this seat was signed in with. */
  confirms(seat: string, password: string): boolean {
    const proof = this.#proofs.get(seat);
    return proof !== undefined && timingSafeEqual(proof, this.#digest(password));
  }

  /** Milliseconds a login has to wait after too many wrong passwords; 0 when it may try. */
  waitMs(login: string, nowMs: number): number {
    const tries = this.#tries.get(login);
    return tries === undefined || tries.count < TRIES ? 0 : Math.max(0, tries.untilMs - nowMs);
  }

  /** Counts a try before its password is checked, so that tries side by side are counted too. */
  recordTry(login: string, nowMs: number): void {
    const count = (this.#tries.get(login)?.count ?? 0) + 1;
    this.#tries.set(login, { count, untilMs: nowMs + WAIT_MS });
  }

  /** Forgets the tries of a login whose password was right. */
  clearTries(login: string): void {
    this.#tries.delete(login);
  }

  #digest(password: string): Buffer {
    return createHash('sha256').update(this.#salt).update(password, 'utf8').digest();
  }
}
