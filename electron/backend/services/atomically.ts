import type { Answer, Room } from './room.ts';

/** Carries a refusal out of a transaction so that everything before it is undone. */
class Undone extends Error {
  readonly answer: Answer<never>;

  constructor(answer: Answer<never>) {
    super('undone');
    this.answer = answer;
  }
}

/** Runs a deed as one transaction: all of it, or, when it is refused, nothing of it. */
export function atomically<T>(room: Room, deed: () => Answer<T>): Answer<T> {
  try {
    return room.store.transaction((): Answer<T> => {
      const answer = deed();
      if (!answer.ok) throw new Undone(answer);
      return answer;
    });
  } catch (error) {
    if (error instanceof Undone) return error.answer;
    throw error;
  }
}
