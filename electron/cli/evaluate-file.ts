import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { evaluateLines, evaluateText, readStandardFile } from './evaluate.ts';
import { openNamedFile, readNamedFile } from './named-file.ts';
import { RESOURCES } from './shell-seat.ts';
import { EXIT } from './tell.ts';

/** Runs the star decision on a file of dossiers (`-` reads standard input) and prints the verdicts in the same form. */
export async function evaluateFile(
  file: string,
  options: { readonly lines: boolean; readonly standard?: string },
): Promise<number> {
  const standardPath = options.standard ?? join(RESOURCES, 'standards', 'otop-star.json');
  if (options.lines) return evaluateStream(file, standardPath);
  const content = file === '-' ? await text(process.stdin) : (await readNamedFile(file)).toString('utf8');
  const { exit, stderr, stdout } = evaluateText(content, { lines: false, standardPath });
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return exit;
}

async function evaluateStream(file: string, standardPath: string): Promise<number> {
  const standard = readStandardFile(standardPath);
  if (!standard.ok) {
    process.stderr.write(standard.failure);
    return EXIT.refused;
  }
  const input = file === '-' ? process.stdin : (await openNamedFile(file)).createReadStream({ encoding: 'utf8' });
  for await (const line of evaluateLines(createInterface({ input, crlfDelay: Infinity }), standard.value)) {
    if (!line.ok) {
      process.stderr.write(line.failure);
      return EXIT.refused;
    }
    if (!process.stdout.write(line.value)) await new Promise((resume) => process.stdout.once('drain', resume));
  }
  return EXIT.done;
}
