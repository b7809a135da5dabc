import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '#shared/base/result.ts';
import { keptStandard, parseStandard, standardHashText } from '#shared/contract/standard.ts';
import type { Standard } from '#shared/domain/star/standard.ts';
import { findStandardText, hashInForce } from '#electron/backend/store/standard-repository.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Room, Service } from '#electron/backend/services/room.ts';

/** A standard with the canonical text its hash was taken of. */
export interface LoadedStandard {
  readonly standard: Standard;
  readonly text: string;
}

/** The SHA-256 that names a standard, of its canonical text. */
export const standardHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The shipped standard's readings in Chinese: the file itself has them in English and never changes. */
function readingsInChinese(standard: Standard, resources: string): Standard['readings'] {
  const file = join(resources, 'standards', 'otop-star.readings.zh.json');
  const { of, readings } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly of: string;
    readonly readings: Readonly<Record<string, string>>;
  };
  if (of !== `${standard.id} ${standard.version}`) throw new Error(`the shipped readings are those of ${of}`);
  return standard.readings.map((reading) => ({ ...reading, zh: reading.zh ?? readings[reading.id] ?? null }));
}

/**
 * Reads the shipped star standard.
 * @throws Error when the shipped file is not a standard: the installation is broken.
 */
export function loadStandard(resources: string): LoadedStandard {
  const content: unknown = JSON.parse(readFileSync(join(resources, 'standards', 'otop-star.json'), 'utf8'));
  const text = standardHashText(content);
  if (!text.ok) throw new Error(`the shipped standard has no canonical text: ${text.failure.code}`);
  const standard = parseStandard(content, standardHash(text.value));
  if (!standard.ok)
    throw new Error(`the shipped standard is not one: ${standard.failure.field ?? standard.failure.code}`);
  const readings = readingsInChinese(standard.value, resources);
  return { standard: { ...standard.value, readings }, text: text.value };
}

/** Versions read once a thread: what a hash names never changes. */
const read = new WeakMap<Room, Map<string, LoadedStandard>>();

/**
 * A version by its hash, the shipped one or a kept one; undefined when there is none.
 * @throws Error when the kept text is not what was kept: the database was altered.
 */
export function findStandard(room: Room, sha256: string): LoadedStandard | undefined {
  if (room.shipped.standard.sha256 === sha256) return room.shipped;
  const known = read.get(room) ?? new Map<string, LoadedStandard>();
  read.set(room, known);
  const found = known.get(sha256);
  if (found !== undefined) return found;
  const text = findStandardText(room.store, sha256);
  if (text === undefined) return undefined;
  if (standardHash(text) !== sha256) throw new Error(`the kept standard ${sha256} was altered`);
  const loaded = { standard: keptStandard(JSON.parse(text), sha256), text };
  known.set(sha256, loaded);
  return loaded;
}

/** The standard that decides today: the adopted version whose day came last, else the shipped one. */
export function standardInForce(room: Room): LoadedStandard {
  const sha256 = hashInForce(room.store, room.today());
  return (sha256 === undefined ? undefined : findStandard(room, sha256)) ?? room.shipped;
}

/** The standard in force, or a version by its hash. */
export const getStandard: Service<'standard.get'> = (room, { sha256 }) => {
  const found = sha256 === null ? standardInForce(room) : findStandard(room, sha256);
  return found === undefined ? refuse('standard.unknown', {}, 'sha256') : ok(found.standard);
};
