import type { CaseId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { WhatIfReport, WhatIfRow } from '#shared/contract/standards.ts';
import { decide } from '#shared/domain/star/decide.ts';
import type { Dossier } from '#shared/domain/star/dossier.ts';
import type { Standard } from '#shared/domain/star/standard.ts';
import type { Star } from '#shared/domain/star/star.ts';
import type { Verdict } from '#shared/domain/star/verdict.ts';
import {
  hasMoved,
  moveKey,
  moveReasons,
  MoveTally,
  type MoveCount,
  type Standing,
} from '#shared/domain/star/what-if.ts';
import { findCase, getEnterprise } from '#electron/backend/store/case-repository.ts';
import { findStanding } from '#electron/backend/store/decision-repository.ts';
import { countDecided, decidedAfter, type DecidedRow } from '#electron/backend/store/standard-repository.ts';
import { refuse } from '#electron/backend/services/refuse.ts';
import type { Room, Service } from '#electron/backend/services/room.ts';
import { findStandard } from './standard.ts';

/** Decisions read and tried before the thread looks up: short enough that a stop is heard at once. */
const SLICE = 500;
const PROGRESS_MS = 100;

/** Versions whose last trial is kept, the newest: what somebody looks at is not lost by another's trial. */
const KEPT = 8;

interface Move {
  readonly caseId: string;
  readonly way: Pick<MoveCount, 'from' | 'to'>;
}

/** A run of this thread. */
interface Run {
  readonly runId: string;
  readonly sha256: string;
  readonly standard: Standard;
  readonly startedMs: number;
  readonly total: number;
  readonly moves: Move[];
  done: number;
  stopped: boolean;
  report: WhatIfReport | null;
}

/** The runs of a thread: one at a time, and of each version the last that ended. */
interface Runs {
  running: Run | null;
  /** By the version's hash, oldest first. */
  readonly ended: Map<string, Run>;
}

const runsOfRooms = new WeakMap<Room, Runs>();

function runsOf(room: Room): Runs {
  const runs = runsOfRooms.get(room) ?? { running: null, ended: new Map<string, Run>() };
  runsOfRooms.set(room, runs);
  return runs;
}

/** Keeps an ended run as the last of its version, and of all versions only the newest few. */
function keepEnded({ ended }: Runs, run: Run): void {
  ended.delete(run.sha256);
  ended.set(run.sha256, run);
  const [oldest] = ended.keys();
  if (ended.size > KEPT && oldest !== undefined) ended.delete(oldest);
}

const findRun = ({ ended, running }: Runs, wanted: (run: Run) => boolean): Run | undefined =>
  running !== null && wanted(running) ? running : [...ended.values()].find(wanted);

const breathe = (): Promise<void> => new Promise((resume) => setImmediate(resume));

/**
 * Tries a version on every decided case, on the dossier each decision was made on, and holds what it
 * says against what the rules said then: what people made of that afterwards is none of the draft's doing.
 *
 * Reads only: decided cases never change. Runs in slices in a reader of its own, so that nobody waits
 * for it and a stop is heard between two slices; a newer run ends the one before. Keeps who would move for {@link whatIfRows}.
 */
export const runWhatIf: Service<'what-if.run'> = async (room, { runId, sha256 }) => {
  const loaded = findStandard(room, sha256);
  if (loaded === undefined) return refuse('standard.unknown', {}, 'sha256');
  const runs = runsOf(room);
  if (runs.running !== null) runs.running.stopped = true;
  const run: Run = {
    runId,
    sha256,
    standard: loaded.standard,
    startedMs: performance.now(),
    total: countDecided(room.store),
    moves: [],
    done: 0,
    stopped: false,
    report: null,
  };
  runs.running = run;
  try {
    run.report = await tryAll(room, run);
    keepEnded(runs, run);
    return ok(run.report);
  } finally {
    if (runs.running === run) runs.running = null;
    tellProgress(room, run);
  }
};

const tellProgress = ({ announce }: Room, { done, runId, total }: Run): void =>
  announce('what-if.progress', { runId, done, total });

async function tryAll(room: Room, run: Run): Promise<WhatIfReport> {
  const tally = new MoveTally();
  tellProgress(room, run);
  let [place, toldMs] = [0, run.startedMs];
  for (;;) {
    const slice = decidedAfter(room.store, place, SLICE);
    for (const row of slice) tryCase(run, tally, row);
    run.done += slice.length;
    place = slice.at(-1)?.place ?? place;
    if (performance.now() - toldMs > PROGRESS_MS) {
      toldMs = performance.now();
      tellProgress(room, run);
    }
    if (slice.length < SLICE || run.stopped) break;
    await breathe();
  }
  const { done, moves, runId, sha256, standard, stopped } = run;
  return {
    runId,
    sha256,
    version: standard.version,
    cases: done,
    moved: moves.length,
    stopped,
    tookMs: msSince(run),
    endedAt: room.now().toISOString(),
    counts: tally.counts(),
  };
}

const msSince = ({ startedMs }: Run): number => Math.round(performance.now() - startedMs);

function tryCase(run: Run, tally: MoveTally, { caseId, dossier, outcome, star }: DecidedRow): void {
  const verdict = decide(run.standard, JSON.parse(dossier) as Dossier);
  const from: Standing = { outcome, star: star as Star | null };
  const to: Standing = { outcome: verdict.outcome, star: verdict.star };
  const way = tally.add(from, to);
  if (hasMoved(from, to)) run.moves.push({ caseId, way });
}

/** The newest run of a version, for a window that was elsewhere meanwhile. */
export const lastWhatIf: Service<'what-if.last'> = (room, { sha256 }) => {
  const run = findRun(runsOf(room), (one) => one.sha256 === sha256);
  if (run === undefined) return ok(null);
  const { done, report, runId, total } = run;
  return ok({ runId, done, total, tookMs: report?.tookMs ?? msSince(run), report });
};

/** Stops the run of that name while it runs; it answers with what it has. */
export const stopWhatIf: Service<'what-if.stop'> = (room, { runId }) => {
  const { running } = runsOf(room);
  if (running?.runId !== runId) return ok({ stopped: false });
  running.stopped = true;
  return ok({ stopped: true });
};

/** Who would move, a page at a time, with the criteria it comes of. */
export const whatIfRows: Service<'what-if.rows'> = (room, { from, limit, move, runId }) => {
  const run = findRun(runsOf(room), (one) => one.runId === runId);
  if (run === undefined) return refuse('what-if.gone', {}, 'runId');
  const wanted = move === null ? run.moves : run.moves.filter(({ way }) => moveKey(way) === move);
  const rows = wanted.slice(from, from + limit).map((one) => rowOf(room, run.standard, one));
  return ok({ rows, next: from + limit < wanted.length ? from + limit : null });
};

function rowOf(room: Room, standard: Standard, { caseId, way }: Move): WhatIfRow {
  const record = findCase(room.store, caseId as CaseId);
  const decision = findStanding(room.store, caseId as CaseId);
  if (record === undefined || decision === undefined) throw new Error(`case ${caseId} is gone`);
  const tried = decide(standard, JSON.parse(decision.dossier) as Dossier);
  return {
    caseId: record.id,
    productName: record.productName,
    enterpriseName: getEnterprise(room.store, record.uscc).name,
    from: way.from,
    to: way.to,
    because: moveReasons(JSON.parse(decision.verdict) as Verdict, tried),
  };
}
