import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs every bench, or those whose name holds a word given: `npm run bench -- star`.
 *
 * One after the other, each in a process of its own, so that none is measured beside another.
 */
const words = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts') && (words.length === 0 || words.some((word) => file.includes(word))))
  .sort();

if (files.length === 0) {
  console.error(`没有名为 ${words.join(' ')} 的测量 / no bench named ${words.join(' ')}`);
  process.exitCode = 2;
}

for (const file of files) {
  console.log(`\n— ${file.replace('.bench.ts', '')}`);
  const child = spawn(process.execPath, [join(import.meta.dirname, file)], { stdio: 'inherit' });
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  if (code !== 0) process.exitCode = 1;
}
