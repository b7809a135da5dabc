import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { createDocumentPool, type DocumentPool } from '#electron/backend/documents/document-pool.ts';
import { holdsText, readPlainText } from '#tests/support/pdf-reading.ts';
import { badge, certificate, FOLDERS, INFO, paper, sampleLabel, WORKER_ENTRY } from './paper-samples.ts';

const pools: DocumentPool[] = [];
const pool = (size: number, entry = WORKER_ENTRY): DocumentPool => {
  const made = createDocumentPool({ entry, ...FOLDERS, size });
  pools.push(made);
  return made;
};
afterEach(() => Promise.all(pools.splice(0).map((each) => each.close())));

test('renders every kind of paper in workers, more jobs than workers, and answers what is missing', async () => {
  const { render, missingGlyphs } = pool(2);
  const numbers = ['A-1', 'A-2', 'A-3', 'A-4'];
  const certificates = await Promise.all(
    numbers.map((number) => render({ kind: 'certificates', certificates: [certificate({ number })], info: INFO })),
  );
  for (const [index, result] of certificates.entries())
    expect(holdsText((await readPlainText(paper(result).bytes))[0], `No. ${numbers[index]}`)).toBe(true);
  const options = { stock: 'a4-3x8-70x37', startAt: 0, offsetMm: { x: 0, y: 0 }, info: INFO };
  expect(paper(await render({ kind: 'badges', labels: [badge(1)], options })).pages).toBe(1);
  const roll = { stock: 'roll-50x30', info: INFO };
  expect(paper(await render({ kind: 'labels', labels: [sampleLabel(), sampleLabel()], options: roll })).pages).toBe(2);
  expect(await render({ kind: 'badges', labels: [], options })).toMatchObject({ ok: false });
  expect(await missingGlyphs(['茶🍵', '🍵𠮷'])).toEqual([{ character: '🍵', codePoint: 'U+1F375' }]);
});

test('a worker that dies rejects its job and is replaced; one that cannot open its kit says why', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pool-'));
  const entry = join(folder, 'dies-once.mjs');
  await writeFile(
    entry,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', ({ id, task, texts }) => {
       if (texts[0] === 'die') process.exit(3);
       if (texts[0] === 'throw') throw new Error('broken');
       parentPort.postMessage({ id, task, missing: [] });
     });`,
  );
  const { missingGlyphs } = pool(1, pathToFileURL(entry));
  const [first, second, third, fourth] = ['die', 'well', 'throw', 'again'].map((text) => missingGlyphs([text]));
  await expect(first).rejects.toThrow('stopped with code 3');
  await expect(second).resolves.toEqual([]);
  await expect(third).rejects.toThrow('the document worker failed: Error: broken');
  await expect(fourth).resolves.toEqual([]);
  await rm(folder, { recursive: true });

  const lost = createDocumentPool({ entry: WORKER_ENTRY, resources: folder, cache: FOLDERS.cache, size: 1 });
  pools.push(lost);
  await expect(lost.missingGlyphs(['茶'])).rejects.toThrow('fonts.json');
});

test('a closed pool rejects what waits and what comes', async () => {
  const closing = pool(1);
  const waiting = [1, 2].map(() => closing.missingGlyphs(['茶']));
  const settled = Promise.allSettled(waiting);
  await closing.close();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(closing.missingGlyphs(['茶'])).rejects.toThrow('closed');
});
