import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../../../', import.meta.url);
const sources = [
  'shared/base/decimal.ts',
  'shared/base/plain-characters.ts',
  'shared/base/tidy-decimal.ts',
  ...readdirSync(new URL('shared/domain/lab/', root)).map((file) => `shared/domain/lab/${file}`),
];

it.each(sources)('%s turns no measured value into binary floating point', (path) => {
  const source = readFileSync(new URL(path, root), 'utf8');
  expect(source.match(/\bNumber\(|\bparseFloat\b|\bparseInt\b|\.toFixed\(|\.toPrecision\(|Math\.round\(/g)).toBeNull();
});
