import { ok, type Result } from '#shared/base/result.ts';
import type { LabImportReport } from '#shared/contract/lab.ts';
import { sentence } from '#shared/domain/codes/sentence.ts';
import { labSentence } from '#shared/domain/lab/lab-sentences.ts';
import { gatherRows } from '#shared/domain/lab/rows-of-item.ts';
import { insertLabImport } from '#electron/backend/store/lab-repository.ts';
import type { BadRows } from '#electron/backend/services/intake/intake-fault.ts';
import type { Room, SignedInCaller } from '#electron/backend/services/room.ts';
import { closeBench, enterOne } from './enter-readings.ts';
import type { ResultsKey } from './results-form.ts';
import { Benches, findLine, type FoundLine } from './results-lines.ts';
import { columnOf, faultIn, placeOfRow, readingOf, type ResultsFault, type ResultsRow } from './results-rows.ts';

/** A bad row with what is wrong in it. */
export interface BadResult extends BadRows<ResultsKey> {
  readonly rows: readonly [ResultsRow];
}

/** What an import comes to before its bad rows are written out. */
export interface Taken {
  readonly report: Omit<LabImportReport, 'faults' | 'badRows' | 'ignoredColumns' | 'unreadSheets'>;
  readonly bad: readonly BadResult[];
}

/** The rows of a file that speak of one item of one order, in the file's order. */
interface Group extends FoundLine {
  readonly rows: [ResultsRow, ...ResultsRow[]];
}

type Outcome = Result<'saved' | 'unchanged', ReadonlyMap<ResultsRow, ResultsFault>>;
type SourceFile = { readonly fileName: string; readonly sha256: string };

/** Enters every row; runs inside one transaction. */
export function takeRows(room: Room, caller: SignedInCaller, rows: readonly ResultsRow[], file: SourceFile): Taken {
  const benches = new Benches(room, caller);
  const faults = new Map<ResultsRow, ResultsFault>();
  let unchanged = 0;
  for (const group of groupRows(benches, rows, faults)) {
    const taken = takeGroup(benches, group, file);
    if (!taken.ok) for (const [row, fault] of taken.failure) faults.set(row, fault);
    else if (taken.value === 'unchanged') unchanged += 1;
  }
  const bad = rows.flatMap((row): readonly BadResult[] => {
    const fault = faults.get(row);
    return fault === undefined ? [] : [{ rows: [row], faults: [fault] }];
  });
  const orders = [...benches.opened.values()].flatMap(({ bench, saved }) => {
    const record = closeBench(room, caller, bench, [file.sha256]);
    return record === undefined ? [] : [{ orderId: record.id, number: record.number, saved }];
  });
  const saved = orders.reduce((sum, order) => sum + order.saved, 0);
  if (saved > 0) {
    const [importedBy, importedAt] = [caller.person.id, room.now().toISOString()];
    insertLabImport(room.store, { ...file, saved, importedBy, importedAt });
  }
  return { bad, report: { saved, unchanged, bad: bad.length, orders, sha256: saved > 0 ? file.sha256 : null } };
}

/** Rows by what they speak of; one that speaks of nothing goes to the faults. */
function groupRows(
  benches: Benches,
  rows: readonly ResultsRow[],
  faults: Map<ResultsRow, ResultsFault>,
): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const found = findLine(benches, row);
    if (!found.ok) {
      faults.set(row, found.failure);
      continue;
    }
    const { itemId, place } = found.value;
    const key = JSON.stringify([place.bench.opened.record.id, itemId]);
    const there = groups.get(key);
    if (there === undefined) groups.set(key, { itemId, place, rows: [row] });
    else there.rows.push(row);
  }
  return groups.values();
}

/** Enters what the rows of one item come to, or says of each why it was not. */
function takeGroup(benches: Benches, { itemId, place, rows }: Group, file: SourceFile): Outcome {
  const line = place.bench.lines.get(itemId);
  if (line === undefined) throw new Error(`no line ${itemId}`);
  const read = rows.map((row) => readingOf(row, line.item));
  const unreadable = new Map(rows.flatMap((row, at) => (read[at]?.ok === false ? [[row, read[at].failure]] : [])));
  if (unreadable.size > 0) return { ok: false, failure: withOthers(rows, unreadable) };
  const [first, ...others] = read.flatMap((reading) => (reading.ok ? [reading.value] : []));
  if (first === undefined) throw new Error(`no reading of ${itemId}`);
  const gathered = gatherRows(line.item, [first, ...others]);
  if (!gathered.ok) {
    const { code, data } = gathered.failure;
    const message = labSentence(code, { ...data, ...placesOf(rows) });
    return { ok: false, failure: new Map(rows.map((row) => [row, faultIn(row, 'item', message)])) };
  }
  const { reading, unitPerRow } = gathered.value;
  const [{ row, sheetName }] = rows;
  const entered = enterOne(
    benches.room,
    benches.caller,
    place.bench,
    { itemId, reading: reading as never, change: null },
    { kind: 'import', ...file, ...(sheetName === null ? {} : { sheet: sheetName }), row },
  );
  if (entered.refusal !== null) {
    const { en, field, zh } = entered.refusal;
    const wrong = rowsOfField(rows, unitPerRow ? field : null);
    const fault = (of: ResultsRow) => faultIn(of, columnOf(of, unitPerRow ? 'value' : field), sentence(zh, en));
    return { ok: false, failure: withOthers(rows, new Map(wrong.map((of) => [of, fault(of)]))) };
  }
  if (entered.outcome === 'saved') place.saved += 1;
  return ok(entered.outcome === 'saved' ? 'saved' : 'unchanged');
}

/** The rows that a refused field stands in: of a set with a unit in each row the unit's, else all. */
function rowsOfField(rows: Group['rows'], field: string | null): readonly ResultsRow[] {
  const [, index] = /^values\[(\d+)\]$/.exec(field ?? '') ?? [];
  const own = index === undefined ? undefined : rows[Number(index)];
  return own === undefined ? rows : [own];
}

/** The faults of some rows of an item, and of the others that they were not saved for them. */
function withOthers(
  rows: Group['rows'],
  faults: ReadonlyMap<ResultsRow, ResultsFault>,
): ReadonlyMap<ResultsRow, ResultsFault> {
  const message = labSentence('rows.together', placesOf([...faults.keys()]));
  return new Map(rows.map((row) => [row, faults.get(row) ?? faultIn(row, 'item', message)]));
}

/** Rows named in a sentence; a file may repeat one item ten thousand times. */
const NAMED = 6;

function placesOf(rows: readonly ResultsRow[]): { readonly places: string; readonly placesEn: string } {
  const places = rows.slice(0, NAMED).map(placeOfRow);
  const [zh, en] = [places.map((place) => place.zh).join('、'), places.map((place) => place.en).join(', ')];
  return rows.length <= NAMED
    ? { places: zh, placesEn: en }
    : { places: `${zh}等 ${rows.length} 行`, placesEn: `${en} and others, ${rows.length} in all,` };
}
