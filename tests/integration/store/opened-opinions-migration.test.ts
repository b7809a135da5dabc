import { expect, it } from 'vitest';
import { MIGRATIONS } from '#electron/backend/store/migrations.ts';
import { openForWriting } from '#electron/backend/store/open-store.ts';
import { newWorkspace } from '#tests/support/workspaces.ts';

const OLD = MIGRATIONS.filter(({ version }) => version < 270);
const at = (hour: number): string => `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
const orNull = (hour: number | null): string | null => (hour === null ? null : at(hour));

it('opinions that others could read before this was kept are known as read, the others not', () => {
  const workspace = newWorkspace();
  const before = openForWriting(workspace, OLD);
  before.run("INSERT INTO enterprise VALUES ('U', '样例茶厂', null, '', '', '', '', '')");
  const seat = (caseId: string, who: string, from: number, until: number | null = null): void =>
    void before.run(
      `INSERT INTO panel_seat (id, case_id, round, person_id, assigned_by, assigned_at, released_at) VALUES (?, ?, 1, ?, 'U-t', ?, ?)`,
      [`${caseId}-${who}-${from}`, caseId, who, at(from), orNull(until)],
    );
  const opinion = (caseId: string, who: string, given: number, withdrawn: number | null = null): void =>
    void before.run(
      `INSERT INTO opinion (id, case_id, round, person_id, star, text, given_at, withdrawn_at) VALUES (?, ?, 1, ?, 3, '', ?, ?)`,
      [`${caseId}-${who}-${given}`, caseId, who, at(given), orNull(withdrawn)],
    );
  for (const [caseId, size] of [
    ['waits', 2],
    ['open', 2],
    ['fell-short', 2],
    ['released', 2],
    ['unsized', null],
  ] as const) {
    before.run(
      `INSERT INTO case_file (id, application_no, uscc, product_name, category, specification, storage, requested_star,
        submitted_on, due_on, stage, source_hash, reported, created_at)
        VALUES (?, ?, 'U', '茶', '', '', 'ambient', 3, '', '', 'in-review', '', '', '')`,
      [caseId, `A-${caseId}`],
    );
    before.run('UPDATE review_round SET panel_size = ? WHERE case_id = ?', [size, caseId]);
    seat(caseId, 'lu', 1, caseId === 'fell-short' ? 5 : null);
    opinion(caseId, 'lu', 2, caseId === 'fell-short' ? 5 : null);
  }
  for (const caseId of ['open', 'fell-short', 'released', 'unsized']) {
    seat(caseId, 'qin', 1);
    opinion(caseId, 'qin', 4);
  }
  seat('waits', 'qin', 1);
  seat('fell-short', 'tan', 6);
  opinion('fell-short', 'tan', 7);
  seat('released', 'tan', 1, 8);
  before.close();

  const store = openForWriting(workspace);
  expect(store.all('SELECT id, opened_at, after_opening FROM opinion ORDER BY id')).toEqual([
    { id: 'fell-short-lu-2', opened_at: at(4), after_opening: 0 },
    { id: 'fell-short-qin-4', opened_at: at(4), after_opening: 0 },
    { id: 'fell-short-tan-7', opened_at: at(7), after_opening: 1 },
    { id: 'open-lu-2', opened_at: at(4), after_opening: 0 },
    { id: 'open-qin-4', opened_at: at(4), after_opening: 0 },
    { id: 'released-lu-2', opened_at: at(8), after_opening: 0 },
    { id: 'released-qin-4', opened_at: at(8), after_opening: 0 },
    { id: 'unsized-lu-2', opened_at: at(4), after_opening: 0 },
    { id: 'unsized-qin-4', opened_at: at(4), after_opening: 0 },
    { id: 'waits-lu-2', opened_at: null, after_opening: 0 },
  ]);
  expect(() => store.run('UPDATE opinion SET opened_at = NULL')).toThrow(/stays known/);
  expect(() => store.run('UPDATE opinion SET after_opening = 1')).toThrow(/stays known/);
  store.close();
});
