import type { StorageClass } from '#shared/domain/sample-life.ts';
import type { Store } from './database.ts';

/** A place as stored; its kind and what it stands in follow from the code. */
export interface LocationRecord {
  readonly code: string;
  readonly name: string;
  readonly storage: StorageClass | null;
  readonly retired: boolean;
}

interface Stored {
  readonly code: string;
  readonly name: string;
  readonly storage: StorageClass | null;
  readonly retired: number;
}

const SELECT = 'SELECT code, name, storage, retired FROM location';
const record = (row: Stored): LocationRecord => ({ ...row, retired: row.retired === 1 });

export const findLocation = (store: Store, code: string): LocationRecord | undefined => {
  const row = store.find<Stored>(`${SELECT} WHERE code = ?`, [code]);
  return row && record(row);
};

/** All places, retired ones too, by code. */
export const allLocations = (store: Store): readonly LocationRecord[] =>
  store.all<Stored>(`${SELECT} ORDER BY code`).map(record);

/** Whether any place was ever set up; a desk without places takes any code. */
export const hasLocations = (store: Store): boolean => store.find('SELECT 1 FROM location LIMIT 1') !== undefined;

/** Adds places, or takes them into use again; a name or class given replaces the one before. Answers how many changed. */
export const putLocations = (
  store: Store,
  codes: readonly string[],
  { name, storage }: Pick<LocationRecord, 'name' | 'storage'>,
): number =>
  store.run(
    `INSERT INTO location (code, name, storage) SELECT value, ?, ? FROM json_each(?) WHERE true
     ON CONFLICT (code) DO UPDATE SET retired = 0, name = CASE excluded.name WHEN '' THEN name ELSE excluded.name END,
       storage = coalesce(excluded.storage, storage)`,
    [name, storage, JSON.stringify(codes)],
  );

/** `A-02-` to `A-02.`: everything that stands in a place, by the index. */
const below = (code: string): readonly [string, string] => [`${code}-`, `${code}.`];

/** Takes a place and all that stands in it out of use; answers how many. */
export const retireLocations = (store: Store, code: string): number =>
  store.run('UPDATE location SET retired = 1 WHERE retired = 0 AND (code = ? OR (code >= ? AND code < ?))', [
    code,
    ...below(code),
  ]);

/** How many samples lie at each place that has any. */
export const samplesByLocation = (store: Store): ReadonlyMap<string, number> =>
  new Map(
    store
      .all<{ location: string; n: number }>(
        "SELECT location, count(*) AS n FROM sample WHERE location > '' GROUP BY location",
      )
      .map((row) => [row.location, row.n]),
  );

/** Ids of the samples in a place and below it, by barcode within each place. */
export const sampleIdsWithin = (store: Store, code: string): readonly string[] =>
  store
    .all<{ id: string }>(
      'SELECT id, location, barcode FROM sample WHERE location = ? UNION ALL SELECT id, location, barcode FROM sample WHERE location >= ? AND location < ? ORDER BY location, barcode',
      [code, ...below(code)],
    )
    .map(({ id }) => id);
