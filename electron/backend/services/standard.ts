import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '#shared/base/result.ts';
import { parseStandard, standardHashText } from '#shared/contract/standard.ts';
import type { Standard } from '#shared/domain/star/standard.ts';
import type { Service } from './room.ts';

/** The standard in force with the canonical text its hash was taken of. */
export interface LoadedStandard {
  readonly standard: Standard;
  readonly text: string;
}

/**
 * Reads the shipped star standard.
 * @throws Error when the shipped file is not a standard: the installation is broken.
 */
export function loadStandard(resources: string): LoadedStandard {
  const content: unknown = JSON.parse(readFileSync(join(resources, 'standards', 'otop-star.json'), 'utf8'));
  const text = standardHashText(content);
  if (!text.ok) throw new Error(`the shipped standard has no canonical text: ${text.failure.code}`);
  const standard = parseStandard(content, createHash('sha256').update(text.value, 'utf8').digest('hex'));
  if (!standard.ok)
    throw new Error(`the shipped standard is not one: ${standard.failure.field ?? standard.failure.code}`);
  return { standard: standard.value, text: text.value };
}

export const getStandard: Service<'standard.get'> = (room) => ok(room.standard);
