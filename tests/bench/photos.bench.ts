import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import type { InputOf, Name, OutputOf, Reply } from '#shared/contract/contract.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { createBackend } from '#electron/backend/backend.ts';
import type { Seat } from '#electron/backend/ports.ts';
import { wholeApplication } from '#tests/support/applications.ts';
import { testFolders } from '#tests/support/desk.ts';
import { median, ms, onFolder, percentile, times } from './measure.ts';

const PHOTOS = 60;
const PHOTO_BYTES = 5_000_000;
/** What the gate itself calls slow. */
const SLOW_MS = 40;

const entry = (name: string): URL =>
  pathToFileURL(
    join(
      import.meta.dirname,
      '../../electron/backend',
      name === 'documents' ? 'documents/document-worker.ts' : `${name}-worker.ts`,
    ),
  );

async function ask<N extends Name>(seat: Seat, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const reply = (await seat.call(name, input)) as Reply<OutputOf<N>>;
  if (!reply.ok) throw new Error(`${name} refused: ${JSON.stringify(reply.failure)}`);
  return reply.value;
}

/** A 12-megapixel picture with time and place, brought to 5 MB by its grain; a comment makes each of its own hash. */
async function makePhotos(): Promise<(serial: number) => Buffer> {
  const [width, height] = [4000, 3000];
  const grain = await sharp(randomBytes((width * height) / 16), {
    raw: { width: width / 4, height: height / 4, channels: 1 },
  })
    .resize(width, height, { kernel: 'cubic' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { data, info } = grain;
  const picture = async (quality: number): Promise<Buffer> =>
    sharp(data, { raw: { width, height, channels: info.channels } })
      .withExif({ IFD2: { DateTimeOriginal: '2026:11:20 14:30:05' } })
      .jpeg({ quality })
      .toBuffer();
  let jpeg = await picture(98);
  for (let quality = 96; jpeg.length > PHOTO_BYTES && quality > 10; quality -= 4) jpeg = await picture(quality);
  const rest = PHOTO_BYTES - jpeg.length;
  const filler = Array.from({ length: Math.max(1, Math.ceil(rest / 60_000)) }, () => {
    const comment = Buffer.alloc(Math.max(8, Math.min(60_000, rest)), 0x20);
    comment.writeUInt16BE(0xfffe, 0);
    comment.writeUInt16BE(comment.length - 2, 2);
    return comment;
  });
  return (serial) => {
    filler[0]?.writeUInt32BE(serial, 4);
    return Buffer.concat([jpeg.subarray(0, 2), ...filler, jpeg.subarray(2)]);
  };
}

/** Calls one after the other until told to stop; answers how long each took. */
async function calling(work: () => Promise<unknown>, until: () => boolean): Promise<readonly number[]> {
  const figures: number[] = [];
  while (!until()) {
    const from = performance.now();
    await work();
    figures.push(performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return figures;
}

const shown = (figures: readonly number[]): string =>
  `p50 ${ms(median(figures))}, p95 ${ms(percentile(figures, 0.95))}, p99 ${ms(percentile(figures, 0.99))}, ` +
  `longest ${ms(Math.max(...figures))} (${figures.length} calls)`;

/** What the same files cost sharp and a hash alone: read through, two copies, two at a time, no program around it. */
async function sharpAlone(photo: (serial: number) => Buffer): Promise<number> {
  const from = performance.now();
  const one = async (serial: number): Promise<void> => {
    const bytes = photo(serial);
    createHash('sha256').update(bytes).digest('hex');
    const print = await sharp(bytes, { failOn: 'warning' })
      .autoOrient()
      .resize({ width: 1600, height: 1600, fit: 'inside' })
      .jpeg({ quality: 82 })
      .toBuffer();
    await sharp(print).resize({ width: 320, height: 320, fit: 'inside' }).jpeg({ quality: 76 }).toBuffer();
  };
  const lane = async (first: number): Promise<void> => {
    for (let serial = first; serial < PHOTOS; serial += 2) await one(serial);
  };
  await Promise.all([lane(0), lane(1)]);
  return performance.now() - from;
}

async function measure(folder: string): Promise<void> {
  const photo = await makePhotos();
  const backend = await createBackend({ ...testFolders(folder), workerEntry: entry, log: () => undefined });
  const [seat, other] = [backend.seat(), backend.seat()];
  await ask(seat, 'demo.start', { applications: false });
  for (const each of [seat, other]) await ask(each, 'session.sign-in', { login: 'peng', password: DEMO_PASSWORD });
  const content = Buffer.from(JSON.stringify([wholeApplication()])).toString('base64');
  await ask(seat, 'application.import', { fileName: 'one.json', content });
  const caseId = 'C-2026-90001';
  const [document] = (await ask(seat, 'case.get', { caseId })).documents;
  const owner = { kind: 'document', id: document?.id ?? '', slot: 'site' } as const;
  console.log(`${PHOTOS} photos of ${(photo(0).length / 1e6).toFixed(1)} MB through the workers`);

  const restingMb = process.memoryUsage.rss() / 1e6;
  let peakMb = restingMb;
  const sampling = setInterval(() => {
    peakMb = Math.max(peakMb, process.memoryUsage.rss() / 1e6);
  }, 10);
  const beside = async (
    work: Promise<unknown>,
  ): Promise<{ queries: readonly number[]; commands: readonly number[] }> => {
    let going = true;
    const done = work.finally(() => {
      going = false;
    });
    const declare = { uscc: '91430923MA4L16K883', reason: '配偶在该企业任职' };
    const [queries, commands] = await Promise.all([
      calling(
        () => ask(other, 'case.get', { caseId }),
        () => !going,
      ),
      calling(
        () => ask(other, 'conflict.declare', declare),
        () => !going,
      ),
    ]);
    await done;
    return { queries, commands };
  };
  const lane = async (first: number): Promise<void> => {
    for (let serial = first; serial < PHOTOS; serial += 2) {
      const input = { owner, name: `${serial}.jpg`, content: photo(serial).toString('base64') };
      await ask(seat, 'attachment.keep', input);
    }
  };
  const from = performance.now();
  const ours = await beside(Promise.all([lane(0), lane(1)]));
  const tookMs = performance.now() - from;
  clearInterval(sampling);
  const { length } = await ask(seat, 'attachment.list', { owner });
  if (length !== PHOTOS) throw new Error(`${length} of ${PHOTOS} photos were kept`);
  let peerMs = 0;
  const peer = await beside(
    sharpAlone(photo).then((figure) => {
      peerMs = figure;
    }),
  );
  await backend.close();
  const slowest = percentile([...ours.queries, ...ours.commands], 0.99);
  console.log(`  kept                    ${ms(tookMs / PHOTOS)} a photo, ${(tookMs / 1000).toFixed(1)} s in all`);
  console.log(
    `  sharp and hash alone    ${ms(peerMs / PHOTOS)} a photo: keeping takes ${times(tookMs, peerMs)} of that, with hash, flush, ledger`,
  );
  console.log(`  a query meanwhile       ${shown(ours.queries)}`);
  console.log(`    beside sharp alone    ${shown(peer.queries)}`);
  console.log(`  a command meanwhile     ${shown(ours.commands)}`);
  console.log(`    beside sharp alone    ${shown(peer.commands)}`);
  console.log(
    `  p99 of both             ${ms(slowest)}; ${slowest <= SLOW_MS ? 'within' : 'OVER'} the gate's ${SLOW_MS} ms`,
  );
  console.log(`  memory (RSS)            ${restingMb.toFixed(0)} MB before, ${peakMb.toFixed(0)} MB at most`);
}

/** Measures keeping sixty photos while others work. */
export async function run(): Promise<void> {
  await onFolder(measure);
}

if (import.meta.main) await run();
