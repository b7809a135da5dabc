import type { Store } from '#electron/backend/store/database.ts';
import { normalised } from '#electron/backend/store/grams.ts';
import { openForWriting } from '#electron/backend/store/open-store.ts';
import { pinyinInitials } from '#electron/backend/store/pinyin-initials.ts';
import { findText, indexThing } from '#electron/backend/store/search.ts';
import { CATALOG } from '#tests/support/sample-catalog.ts';
import {
  diceFrom,
  enterpriseName,
  sampleMobile,
  sampleUscc,
  sampleWaybill,
  type Dice,
} from '#tests/support/sample-enterprises.ts';
import { median, ms, onFolder, percentile, timed, times } from './measure.ts';

const THINGS = 200_000;
const SHAPES = 400;
const PAGE = 50;
const SEED = 20_261_121;

interface Sample {
  readonly product: string;
  readonly enterprise: string;
  readonly codes: readonly string[];
}

const VARIANTS = ['', '特级', '一级', '手工', '有机', '高山', '古法', '生态', '礼盒', '散装'];

function sampleAt(serial: number, dice: Dice): Sample {
  const entry = dice.pick(CATALOG);
  const county = entry.county;
  return {
    product: `${dice.pick(VARIANTS)}${entry.name}`,
    enterprise: enterpriseName(county, entry.category, serial, dice.between(0, 3) === 0),
    codes: [
      `C-2026-${String(serial).padStart(6, '0')}`,
      sampleUscc('430923', serial % 1_000_000, false),
      sampleMobile(serial % 10_000),
      sampleWaybill(serial % 1_000_000).waybill,
    ],
  };
}

function build(store: Store): readonly Sample[] {
  const dice = diceFrom(SEED);
  const samples = Array.from({ length: THINGS }, (_, serial) => sampleAt(serial, dice));
  for (let from = 0; from < THINGS; from += 5_000) {
    store.transaction(() => {
      for (const [offset, { codes, enterprise, product }] of samples.slice(from, from + 5_000).entries()) {
        const ref = String(from + offset);
        indexThing(store, {
          kind: 'case',
          ref,
          caseId: ref,
          title: product,
          detail: enterprise,
          names: [product, enterprise],
          codes,
        });
      }
    });
  }
  store.run('ANALYZE');
  return samples;
}

/** What people type: parts of names of every length, initials, codes whole and begun, two words, misses. */
function queries(samples: readonly Sample[], dice: Dice): readonly string[] {
  const part = (text: string, length: number): string => {
    const characters = [...text];
    const start = dice.between(0, Math.max(0, characters.length - length));
    return characters.slice(start, start + length).join('');
  };
  const kinds: readonly ((sample: Sample) => string)[] = [
    (sample) => part(sample.product, 1),
    (sample) => part(sample.product, 2),
    (sample) => part(sample.product, 3),
    (sample) => part(sample.enterprise, 2),
    (sample) => part(sample.enterprise, 4),
    (sample) => part(sample.enterprise, 6),
    (sample) => part(pinyinInitials(sample.product)[0] ?? '', 3),
    (sample) => part(pinyinInitials(sample.enterprise)[0] ?? '', 4),
    (sample) => dice.pick(sample.codes),
    (sample) => dice.pick(sample.codes).slice(0, 8),
    (sample) => dice.pick(sample.codes).slice(-4),
    (sample) => `${part(sample.enterprise, 2)} ${part(sample.product, 2)}`,
    (sample) => `${part(sample.product, 2)}${part(sample.enterprise, 3)}`,
    () => `${dice.pick(['鑫', '璞', '翡', '翠'])}${dice.pick(['鑫', '璞', '翡', '翠'])}`,
  ];
  return Array.from({ length: SHAPES }, (_, at) => kinds[at % kinds.length]?.(dice.pick(samples)) ?? '');
}

const like = (store: Store, text: string): readonly unknown[] => {
  const terms = normalised(text).split(/\s+/).filter(Boolean);
  const where = terms.map(() => "body LIKE '%' || ? || '%'").join(' AND ');
  return store.all(
    `SELECT kind, ref, title, detail FROM search_text WHERE ${where} ORDER BY rowid DESC LIMIT ${PAGE}`,
    terms,
  );
};

/** Measures the one search field on 200,000 things against `LIKE '%…%'` over the same text. */
export async function run(): Promise<void> {
  await onFolder((folder) => {
    const store = openForWriting(folder);
    const from = performance.now();
    const samples = build(store);
    const perThing = (performance.now() - from) / THINGS;
    const typed = queries(samples, diceFrom(SEED + 1));
    const cold = typed.map((text) => timed(() => findText(store, text, PAGE)));
    const rounds = [1, 2, 3].map(() => typed.map((text) => timed(() => findText(store, text, PAGE))));
    const own = typed.map((_, at) => median(rounds.map((round) => round[at] ?? 0)));
    const peer = typed.map((text) => timed(() => like(store, text)));
    for (const text of typed.slice(0, 100)) {
      const [ours, theirs] = [findText(store, text, PAGE).length, like(store, text).length];
      if (ours !== theirs) throw new Error(`“${text}”: ${ours} found, LIKE finds ${theirs}`);
    }
    console.log(
      `search, ${THINGS.toLocaleString('en')} things, ${SHAPES} query shapes, first ${PAGE}; indexing ${ms(perThing)} a thing`,
    );
    for (const [name, share] of [
      ['p50', 0.5],
      ['p90', 0.9],
      ['p99', 0.99],
      ['worst', 1],
    ] as const) {
      const [ours, theirs] = [percentile(own, share), percentile(peer, share)];
      console.log(
        `  ${name.padEnd(6)} ${ms(ours).padStart(10)}   first time ${ms(percentile(cold, share)).padStart(10)}   LIKE ${ms(theirs).padStart(10)}   LIKE/ours ${times(theirs, ours)}`,
      );
    }
    const slowest = typed.map((text, at) => ({ text, took: own[at] ?? 0 })).toSorted((a, b) => b.took - a.took);
    console.log(
      `  slowest: ${slowest
        .slice(0, 5)
        .map(({ text, took }) => `“${text}” ${ms(took)}`)
        .join(', ')}`,
    );
    store.close();
  });
}

if (import.meta.main) await run();
