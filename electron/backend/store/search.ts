import type { CaseId } from '#shared/base/ids.ts';
import type { Store } from './database.ts';
import { documentGrams, normalised, queryGrams } from './grams.ts';
import { pinyinInitials } from './pinyin-initials.ts';

/** A thing the one search field can find. */
export interface Searchable {
  readonly kind: 'case' | 'parcel' | 'sample' | 'award';
  readonly ref: string;
  readonly caseId: string | null;
  readonly title: string;
  readonly detail: string;
  /** Names it is found by, any part of them or their pinyin initials. */
  readonly names: readonly string[];
  /** Codes people read or scan, which it is found by: whole, from the start, or any part. */
  readonly codes: readonly string[];
}

/** A search result as stored. */
export interface Found {
  readonly kind: Searchable['kind'];
  readonly id: string;
  readonly caseId: CaseId | null;
  readonly title: string;
  readonly detail: string;
}

/** Grams that are joined when some are rare; the text itself is checked afterwards. */
const MAX_GRAMS = 6;
/** A gram with this many things is called common: counting further costs more than it tells. */
const COMMON = 1_000;

/** Puts a thing into the index, or replaces what the index had of it. */
export function indexThing(store: Store, thing: Searchable): void {
  const body = normalised([...thing.names, ...thing.names.flatMap(pinyinInitials), ...thing.codes].join('\n'));
  const before = store.find<{ rowid: number }>('SELECT rowid FROM search_text WHERE kind = ? AND ref = ?', [
    thing.kind,
    thing.ref,
  ]);
  if (before) forget(store, before.rowid);
  const { rowid } = store.get<{ rowid: number }>(
    'INSERT INTO search_text (kind, ref, case_id, title, detail, body) VALUES (?, ?, ?, ?, ?, ?) RETURNING rowid',
    [thing.kind, thing.ref, thing.caseId, thing.title, thing.detail, body],
  );
  store.run('INSERT INTO search_gram (rowid, grams) VALUES (?, ?)', [rowid, [...documentGrams(body)].join(' ')]);
  for (const code of new Set(thing.codes.map(normalised))) {
    store.run('INSERT INTO search_code (code, text_rowid) VALUES (?, ?)', [code, rowid]);
  }
}

function forget(store: Store, rowid: number): void {
  store.run('DELETE FROM search_code WHERE text_rowid = ?', [rowid]);
  store.run('DELETE FROM search_gram WHERE rowid = ?', [rowid]);
  store.run('DELETE FROM search_text WHERE rowid = ?', [rowid]);
}

const SELECT = 'SELECT t.kind, t.ref AS id, t.case_id AS caseId, t.title, t.detail';

/**
 * Finds by any part of a name, pinyin initials or a code, newest first; words are joined by AND.
 *
 * A term that is a whole code, or the start of one, answers first.
 */
export function findText(store: Store, text: string, limit: number): readonly Found[] {
  const terms = normalised(text).split(/\s+/).filter(Boolean);
  const only = terms.length === 1 ? terms[0] : undefined;
  const byCode = only !== undefined && /^[0-9a-z]{3,}$/.test(only) ? findByCode(store, only, limit) : [];
  const once = new Map<string, Found>();
  for (const hit of [...byCode, ...findByGrams(store, terms, limit)]) {
    const key = `${hit.kind} ${hit.id}`;
    if (!once.has(key)) once.set(key, hit);
  }
  return [...once.values()].slice(0, limit);
}

/** Things with a code that begins so, the exact one first. */
const findByCode = (store: Store, code: string, limit: number): readonly Found[] =>
  store.all<Found>(
    `${SELECT} FROM search_code c JOIN search_text t ON t.rowid = c.text_rowid WHERE c.code >= ? AND c.code < ? ORDER BY c.code LIMIT ?`,
    [code, `${code}\u{10ffff}`, limit],
  );

/** How many things hold a gram, as far as it matters: the index would read the whole list of a common one. */
const countUpToCommon = (store: Store, gram: string): number =>
  store.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM search_gram WHERE search_gram MATCH ? LIMIT ${COMMON})`,
    [`"${gram}"`],
  ).n;

function findByGrams(store: Store, terms: readonly string[], limit: number): readonly Found[] {
  const grams = [...new Set(terms.flatMap((term) => [...queryGrams(term)]))];
  if (grams.length === 0) return [];
  const counted = grams.map((gram) => ({ gram, n: countUpToCommon(store, gram) }));
  if (counted.some(({ n }) => n === 0)) return [];
  const rare = counted.filter(({ n }) => n < COMMON).sort((a, b) => a.n - b.n);
  const joined = rare.length === 0 ? counted : rare.slice(0, MAX_GRAMS);
  const match = joined.map(({ gram }) => `"${gram}"`).join(' AND ');
  const verify = terms.map(() => 'instr(t.body, ?) > 0').join(' AND ');
  return store.all<Found>(
    `${SELECT} FROM search_gram g JOIN search_text t ON t.rowid = g.rowid WHERE search_gram MATCH ? AND ${verify} ORDER BY g.rowid DESC LIMIT ?`,
    [match, ...terms, limit],
  );
}
