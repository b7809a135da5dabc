import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CaseId, DecisionId } from '#shared/base/ids.ts';
import type { InputOf, Name, OutputOf, Reply } from '#shared/contract/contract.ts';
import { DEMO_PASSWORD } from '#shared/domain/demo-people.ts';
import { decide } from '#shared/domain/star/decide.ts';
import type { Dossier } from '#shared/domain/star/dossier.ts';
import { verdictText } from '#shared/domain/star/verdict.ts';
import { createBackend } from '#electron/backend/backend.ts';
import type { Seat } from '#electron/backend/ports.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { insertDecision } from '#electron/backend/store/decision-repository.ts';
import { keepStandard } from '#electron/backend/store/standard-repository.ts';
import { openTestDesk, testFolders } from '#tests/support/desk.ts';
import { asking, dossierArbitrary, standardContent, STAR_STANDARD, standardOf } from '#tests/support/dossiers.ts';
import fc from 'fast-check';
import { ms, onFolder, percentile } from './measure.ts';

const CASES = 100_000;
const KINDS = 2_000;
/** What the issue allows, and one picture of a 60 Hz screen. */
const LIMIT_MS = 10_000;
const FRAME_MS = 1000 / 60;

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

/** A standard that asks for insurance from three stars, as a file. */
function draftFile(): string {
  const content = standardContent() as {
    criteria_set: { version: string };
    criteria: { id: string; per_star: Record<string, object> }[];
  };
  content.criteria_set.version = 'draft-1';
  const insurance = content.criteria.find(({ id }) => id === 'RISK.QUALITY_INSURANCE');
  if (insurance) insurance.per_star['3'] = { required: true, zh: '须投保', en: 'insured' };
  return JSON.stringify(content);
}

/** Decided cases as they lie in the database: random dossiers with their verdicts. */
async function fillDecided(workspace: string): Promise<readonly string[]> {
  const desk = openTestDesk({ workspace });
  await desk.ask('admin', 'demo.start', { applications: false });
  const { store } = desk.desk.room;
  keepStandard(store, STAR_STANDARD.sha256, STAR_STANDARD.version, '{}');
  const kinds = fc
    .sample(dossierArbitrary, { numRuns: KINDS * 3, seed: 20261121 })
    .map((dossier, at) => asking(dossier, ((at % 5) + 1) as 1 | 2 | 3 | 4 | 5))
    .map((dossier) => ({ dossier, verdict: decide(STAR_STANDARD, dossier) }))
    .filter(({ verdict }) => verdict.outcome !== 'undecidable')
    .slice(0, KINDS);
  const dossiers: string[] = [];
  store.transaction(() => {
    store.run("INSERT INTO enterprise VALUES ('U', '样例茶厂', null, '', '', '', '', '')");
    for (let at = 0; at < CASES; at += 1) {
      const id = `C-${String(at).padStart(7, '0')}` as CaseId;
      const kind = kinds[at % kinds.length];
      if (kind === undefined || kind.verdict.outcome === 'undecidable') throw new Error('every kind is decidable');
      const { verdict } = kind;
      const dossier = JSON.stringify({ ...kind.dossier, case: { ...kind.dossier.case, id } });
      if (at < 20_000) dossiers.push(dossier);
      store.run(
        `INSERT INTO case_file (id, application_no, uscc, product_name, category, specification, storage, requested_star,
         submitted_on, due_on, stage, source_hash, reported, created_at)
         VALUES (?, ?, 'U', '茶', '', '', 'ambient', ?, '2026-01-01', '2026-01-01', 'issued', '', '[]', '')`,
        [id, `A-${at}`, verdict.requestedStar],
      );
      insertDecision(store, {
        id: `D-${at}` as DecisionId,
        caseId: id,
        round: 1,
        outcome: kind.verdict.outcome,
        star: verdict.star,
        standardSha256: STAR_STANDARD.sha256,
        dossier,
        verdict: verdictText(verdict),
        decidedBy: 'U-tang',
        decidedAt: '2026-01-01T00:00:00Z',
        opinions: '[]',
        people: '[]',
        decidedByName: null,
        note: null,
        desk: null,
        ledgerSeq: 1,
        state: 'stands',
        appealUntil: '2026-01-31' as PlainDate,
        consentUntil: null,
      });
    }
  });
  await desk.close();
  return dossiers;
}

/** The engine alone on dossiers that are already in memory: what no trial can be faster than. */
function engineAlone(dossiers: readonly Dossier[]): number {
  const draft = standardOf(JSON.parse(draftFile()));
  const from = performance.now();
  for (const dossier of dossiers) decide(draft, dossier);
  return ((performance.now() - from) / dossiers.length) * CASES;
}

await onFolder(async (folder) => {
  const workspace = join(folder, 'workspace');
  const texts = await fillDecided(workspace);
  const folders = testFolders(workspace);
  const backend = await createBackend({ ...folders, workerEntry: entry, log: () => undefined });
  const seat = backend.seat();
  await ask(seat, 'session.sign-in', { login: 'admin', password: DEMO_PASSWORD });
  const content = Buffer.from(draftFile()).toString('base64');
  const imported = await ask(seat, 'standard.import', { fileName: 'draft.json', content });
  if (!imported.ok) throw new Error('the draft was refused');

  const trial = { running: true };
  let progress = 0;
  seat.subscribe(({ name }) => {
    if (name === 'what-if.progress') progress += 1;
  });
  const calls: number[] = [];
  const frames: number[] = [];
  const clerk = (async () => {
    while (trial.running) {
      const from = performance.now();
      await ask(seat, 'case.list', { queue: 'all', limit: 50 });
      calls.push(performance.now() - from);
    }
  })();
  let last = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    frames.push(now - last);
    last = now;
  }, 4);
  const report = await ask(seat, 'what-if.run', { runId: 'bench', sha256: imported.version.sha256 });
  trial.running = false;
  await clerk;
  clearInterval(watch);
  const alone = engineAlone(texts.map((text) => JSON.parse(text) as Dossier));
  console.log(`what-if over ${report.cases.toLocaleString('en')} decided cases, lists being read meanwhile`);
  console.log(
    `  trial ${ms(report.tookMs)} (limit ${ms(LIMIT_MS)}), ${report.moved.toLocaleString('en')} would move, ${progress} progress events`,
  );
  console.log(`  engine alone on dossiers in memory ${ms(alone)}: ${(report.tookMs / alone).toFixed(1)}× of it`);
  console.log(
    `  a list read meanwhile p50 ${ms(percentile(calls, 0.5))}, p99 ${ms(percentile(calls, 0.99))}, longest ${ms(Math.max(...calls))} over ${calls.length} reads`,
  );
  console.log(
    `  longest stall of the door's thread ${ms(Math.max(...frames))} (one picture ${ms(FRAME_MS)}; ${frames.filter((gap) => gap > FRAME_MS + 4).length} of ${frames.length} over)`,
  );
  await backend.close();
});
