import fc from 'fast-check';
import { parseDossier } from '#shared/contract/dossier.ts';
import { decide } from '#shared/domain/star/decide.ts';
import { STARS } from '#shared/domain/star/star.ts';
import { verdictText } from '#shared/domain/star/verdict.ts';
import { dossierArbitrary, fullDossier, STAR_STANDARD } from '#tests/support/dossiers.ts';
import { starPeer } from './star-peer.ts';

const SEED = 20_260_510;
const DOSSIERS = 2_000;
const TARGET_PER_SECOND = 100_000;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Median dossiers a second of several rounds, after one to warm up. */
async function rate(count: number, rounds: number, round: () => void | Promise<void>): Promise<number> {
  await round();
  const rates: number[] = [];
  for (let at = 0; at < rounds; at++) {
    const from = performance.now();
    await round();
    rates.push((count / (performance.now() - from)) * 1_000);
  }
  return median(rates);
}

const shown = (perSecond: number): string => `${Math.round(perSecond).toLocaleString('en')} dossiers/s`;

/** Measures the star engine on one core, against json-rules-engine on the same dossiers. */
export async function run(): Promise<void> {
  const random = fc.sample(dossierArbitrary, { numRuns: DOSSIERS, seed: SEED });
  const texts = random.map((dossier) => JSON.stringify(dossier));
  const parsed = texts.map((text) => {
    const dossier = parseDossier(JSON.parse(text));
    if (!dossier.ok) throw new Error(JSON.stringify(dossier.failure));
    return dossier.value;
  });
  const peer = starPeer();
  for (const dossier of parsed) {
    const { stars } = decide(STAR_STANDARD, dossier);
    const own = STARS.map((star) => stars[star]).join();
    const other = (await peer(dossier)).join();
    if (own !== other) throw new Error(`the engines disagree: ${own} and ${other} on ${JSON.stringify(dossier)}`);
  }

  let kept = 0;
  const engine = await rate(DOSSIERS * 10, 15, () => {
    for (let again = 0; again < 10; again++) {
      for (const dossier of parsed) kept += decide(STAR_STANDARD, dossier).criteria[0]?.reason.zh.length ?? 0;
    }
  });
  const full = fullDossier();
  const complete = await rate(20_000, 15, () => {
    for (let again = 0; again < 20_000; again++) kept += decide(STAR_STANDARD, full).criteria.length;
  });
  const whole = await rate(DOSSIERS, 9, () => {
    for (const text of texts) {
      const dossier = parseDossier(JSON.parse(text));
      if (dossier.ok) kept += verdictText(decide(STAR_STANDARD, dossier.value)).length;
    }
  });
  const rival = await rate(DOSSIERS, 5, async () => {
    for (const dossier of parsed) kept += (await peer(dossier)).length;
  });
  console.log(
    `star engine, ${DOSSIERS} random dossiers, one core, medians (${kept > 0 ? 'verdicts used' : 'nothing done'})`,
  );
  console.log(`  decide, sentences included       ${shown(engine)} (target ${shown(TARGET_PER_SECOND)})`);
  console.log(`  decide, a complete five-star one  ${shown(complete)}`);
  console.log(`  text to text: parse, check, decide, write  ${shown(whole)}`);
  console.log(
    `  json-rules-engine, star statuses only      ${shown(rival)}; ours is ${(engine / rival).toFixed(0)} times as fast`,
  );
}

if (import.meta.main) await run();
