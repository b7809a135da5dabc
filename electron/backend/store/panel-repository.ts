import type { CaseId } from '#shared/base/ids.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { Store } from './database.ts';

/** A seat that is held, as stored. */
export interface SeatRecord {
  readonly id: string;
  readonly personId: string;
  readonly assignedBy: string;
  readonly assignedAt: string;
  readonly declaredAt: string | null;
}

/** An expert's opinion as stored; star 0 advises refusal, `criteria` is the contract's list as JSON. */
export interface OpinionRecord {
  readonly id: string;
  readonly personId: string;
  readonly star: number;
  readonly text: string;
  readonly criteria: string;
  readonly givenAt: string;
  /** When others could first read it; null while nobody has. */
  readonly openedAt: string | null;
  /** Whether it was given when others of its round had been open, so that its author may have read them. */
  readonly afterOpening: 0 | 1;
}

/** Seats held on a round's panel, in the order they were given; those released are history. */
export const seatsOf = (store: Store, caseId: CaseId, round: number): readonly SeatRecord[] =>
  store.all<SeatRecord>(
    `SELECT id, person_id AS personId, assigned_by AS assignedBy, assigned_at AS assignedAt, declared_at AS declaredAt
     FROM panel_seat WHERE case_id = ? AND round = ? AND released_at IS NULL ORDER BY rowid`,
    [caseId, round],
  );

export function insertSeat(
  store: Store,
  at: { readonly caseId: CaseId; readonly round: number; readonly dueOn: PlainDate },
  seat: Omit<SeatRecord, 'declaredAt'>,
): void {
  store.run(
    'INSERT INTO panel_seat (id, case_id, round, person_id, assigned_by, assigned_at, due_on) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [seat.id, at.caseId, at.round, seat.personId, seat.assignedBy, seat.assignedAt, at.dueOn],
  );
}

/** Who released a seat, when and why. */
export interface SeatRelease {
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

export function releaseSeat(store: Store, id: string, release: SeatRelease): void {
  store.run('UPDATE panel_seat SET released_by = ?, released_at = ?, release_reason = ?, active = 0 WHERE id = ?', [
    release.by,
    release.at,
    release.reason,
    id,
  ]);
}

/** Keeps when a seat's holder declared that nothing ties them to the enterprise. */
export const keepDeclaration = (store: Store, id: string, at: string): number =>
  store.run('UPDATE panel_seat SET declared_at = ? WHERE id = ?', [at, id]);

/** Opinions on a round that count, in the order they were given. */
export const opinionsOf = (store: Store, caseId: CaseId, round: number): readonly OpinionRecord[] =>
  store.all<OpinionRecord>(
    `SELECT id, person_id AS personId, star, text, criteria, given_at AS givenAt, opened_at AS openedAt,
       after_opening AS afterOpening FROM opinion
     WHERE case_id = ? AND round = ? AND withdrawn_at IS NULL ORDER BY given_at, person_id`,
    [caseId, round],
  );

export function insertOpinion(
  store: Store,
  at: { readonly caseId: CaseId; readonly round: number },
  opinion: Omit<OpinionRecord, 'openedAt'>,
): void {
  store.run(
    `INSERT INTO opinion (id, case_id, round, person_id, star, text, criteria, given_at, after_opening)
     VALUES (:id, :caseId, :round, :personId, :star, :text, :criteria, :givenAt, :afterOpening)`,
    { ...at, ...opinion },
  );
}

/** Whether opinions of a round were open once, also where some were withdrawn since. */
export const wereOpinionsOpen = (store: Store, caseId: CaseId, round: number): boolean =>
  store.find('SELECT 1 FROM opinion WHERE case_id = ? AND round = ? AND opened_at IS NOT NULL LIMIT 1', [
    caseId,
    round,
  ]) !== undefined;

/** Keeps that the opinions that stand on a round can be read from now on. */
export const openOpinions = (store: Store, caseId: CaseId, round: number, at: string): number =>
  store.run(
    `UPDATE opinion SET opened_at = ? WHERE case_id = ? AND round = ? AND withdrawn_at IS NULL AND opened_at IS NULL`,
    [at, caseId, round],
  );

export const withdrawOpinion = (store: Store, id: string, at: string, reason: string): number =>
  store.run('UPDATE opinion SET withdrawn_at = ?, withdrawn_reason = ? WHERE id = ?', [at, reason, id]);

/** Who sits on the panel of an undecided case, and whether they have spoken. */
export const holdersOf = (
  store: Store,
  caseId: CaseId,
): readonly { readonly personId: string; readonly name: string | null; readonly given: 0 | 1 }[] =>
  store.all(
    `SELECT s.person_id AS personId, p.name, EXISTS (SELECT 1 FROM opinion o WHERE o.case_id = s.case_id AND o.round = s.round
       AND o.person_id = s.person_id AND o.withdrawn_at IS NULL) AS given
     FROM panel_seat s LEFT JOIN person p ON p.id = s.person_id
     WHERE s.case_id = ? AND s.released_at IS NULL AND s.active = 1 ORDER BY s.rowid`,
    [caseId],
  );

/** Undecided cases of an enterprise whose panel a person sits on. */
export const casesHeldBy = (store: Store, personId: string, uscc: string): readonly CaseId[] =>
  store
    .all<{ id: CaseId }>(
      `SELECT s.case_id AS id FROM panel_seat s JOIN case_file c ON c.id = s.case_id
       WHERE s.person_id = ? AND s.active = 1 AND c.uscc = ? ORDER BY s.case_id`,
      [personId, uscc],
    )
    .map(({ id }) => id);

/** How many undecided cases' panels a person sits on. */
export const countHeldBy = (store: Store, personId: string): number =>
  store.get<{ n: number }>('SELECT count(*) AS n FROM panel_seat WHERE person_id = ? AND active = 1', [personId]).n;
