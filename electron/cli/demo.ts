import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseView } from '#shared/contract/cases.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '#shared/domain/demo-people.ts';
import { driveCases, settleProposals, viewCases, type AskAs } from '#electron/backend/services/demo-job.ts';
import { writeVerdicts } from './demo-output.ts';
import { startDemoPlatform } from './demo-platform.ts';
import { allAwards, printCertificates, saveFile } from './print-papers.ts';
import { openShell, RESOURCES, type Shell, type ShellSeat } from './shell-seat.ts';
import { Refused, type Teller } from './tell.ts';

const FIRST_CERTIFICATE_STAR = 3;

/**
 * Makes a demo workspace and drives the whole job through this door: 240 sample applications to
 * decisions, papers and a platform that holds them. Killed at any point, it goes on from there.
 */
export async function runDemo(teller: Teller, folder: string): Promise<void> {
  const startedMs = performance.now();
  const out = join(folder, 'out');
  const shell = await openShell(folder, { make: true });
  try {
    const visitor = shell.seat();
    await fillWorkspace(teller, visitor);
    const ask = await seatEverybody(shell);
    const files: string[] = [];
    await withPlatform(teller, ask, join(folder, 'platform'), async () => {
      await driveCases(ask, RESOURCES, (done, total) => {
        if (done % 40 === 0) teller.progress(`案卷 cases ${done}/${total}`);
      });
      await synchronise(teller, visitor);
      await settleProposals(ask);
      await synchronise(teller, visitor);
      await issue(teller, ask);
      files.push(...(await print(teller, ask, out)));
      await synchronise(teller, visitor);
    });
    const views = await viewCases(ask);
    files.push(...(await writeVerdicts(out, views)));
    const { clean, entries } = await visitor.ask('ledger.verify', {});
    if (!clean) throw new Refused('ledger.fault', { zh: '账本校验未通过。', en: 'The ledger does not hold.' });
    summarise(teller, { folder, out, views, files, entries, seconds: (performance.now() - startedMs) / 1000 });
  } finally {
    await shell.close();
  }
}

/** Signs every sample person in, each at a seat of their own. */
async function seatEverybody(shell: Shell): Promise<AskAs> {
  const seats = new Map<string, ShellSeat>();
  for (const { login } of DEMO_PEOPLE) {
    const seat = shell.seat();
    await seat.ask('session.sign-in', { login, password: DEMO_PASSWORD });
    seats.set(login, seat);
  }
  return (login, name, input) => {
    const seat = seats.get(login);
    if (seat === undefined) throw new Error(`no sample person ${login}`);
    return seat.ask(name, input);
  };
}

const printer = (ask: AskAs): Pick<ShellSeat, 'ask'> => ({ ask: (name, input) => ask('he', name, input) });

async function fillWorkspace(teller: Teller, visitor: ShellSeat): Promise<void> {
  const session = await visitor.ask('session.get', {});
  if (!session.firstStart && !session.demo) {
    throw new Refused('workspace.not-empty', {
      zh: '这个文件夹里已有正式工作区，演示数据只能装入空文件夹。',
      en: 'This folder holds a real workspace; the demo goes into an empty folder only.',
    });
  }
  teller.progress('装入 240 份样例申报 / importing 240 sample applications');
  if (session.firstStart) await visitor.ask('demo.start', { applications: true });
}

/** Runs the platform beside the work and joins it once; its address stays the same over restarts. */
async function withPlatform(teller: Teller, ask: AskAs, folder: string, work: () => Promise<void>): Promise<void> {
  const before = await ask('admin', 'sync.status', {});
  teller.progress('启动平台（PostgreSQL）/ starting the platform (PostgreSQL)');
  const port = before.origin === null ? 0 : Number(new URL(before.origin).port);
  const platform = await startDemoPlatform(folder, port);
  try {
    if (!before.enrolled) await ask('admin', 'sync.enrol', { origin: platform.origin, code: platform.code });
    await work();
  } finally {
    await platform.stop();
  }
}

async function synchronise(teller: Teller, seat: ShellSeat): Promise<void> {
  const { accepted, conflicts, offline, pushed, quarantined } = await seat.ask('sync.run', {});
  teller.progress(`同步 synced ${pushed}（接受 accepted ${accepted}）`);
  if (offline !== null || conflicts + quarantined > 0) {
    throw new Refused('sync.incomplete', {
      zh: `同步未完成：${offline ?? `${conflicts} 条冲突，${quarantined} 条隔离`}。再次运行即可继续。`,
      en: `The sync did not finish: ${offline ?? `${conflicts} conflicts, ${quarantined} quarantined`}. Run it again to go on.`,
    });
  }
}

async function issue(teller: Teller, ask: AskAs): Promise<void> {
  for (;;) {
    const { rows } = await ask('he', 'case.list', { queue: 'grantable', limit: 200 });
    if (rows.length === 0) return;
    await ask('he', 'award.issue', { caseIds: rows.map((row) => row.id), password: DEMO_PASSWORD });
    teller.progress(`发证 issued ${rows.length}`);
  }
}

/** Prints what was not printed yet; a file lost in a kill is printed again with that reason. */
async function print(teller: Teller, ask: AskAs, out: string): Promise<readonly string[]> {
  const awards = await allAwards(printer(ask));
  const certified = awards.filter((award) => award.star >= FIRST_CERTIFICATE_STAR);
  const numbers = certified.map((award) => award.number);
  const missing = numbers.some((number) => !existsSync(join(out, 'certificates', `${number}.pdf`)));
  const files: string[] = [];
  if (missing) {
    teller.progress(`打印证书 printing ${numbers.length} certificates`);
    const reason = certified.some((award) => award.certificatePrints > 0) ? '演示中断后补打' : null;
    files.push(...(await printCertificates(printer(ask), numbers, reason, out)));
  }
  if (!existsSync(join(out, 'badge-sheets.pdf'))) {
    teller.progress(`打印标识 printing ${awards.length} badges`);
    const reason = awards.some((award) => award.badgePrints > 0) ? '演示中断后补打' : null;
    const sheets = await ask('he', 'paper.print-badges', { numbers: awards.map((award) => award.number), reason });
    files.push(await saveFile(out, sheets));
  }
  return files;
}

interface Summary {
  readonly folder: string;
  readonly out: string;
  readonly views: readonly CaseView[];
  readonly files: readonly string[];
  readonly entries: number;
  readonly seconds: number;
}

function summarise(teller: Teller, summary: Summary): void {
  const { entries, files, folder, out, seconds, views } = summary;
  const outcomes = Object.groupBy(views, (view) => view.verdict.outcome);
  const counts = Object.fromEntries(Object.entries(outcomes).map(([outcome, list]) => [outcome, list?.length ?? 0]));
  const issued = views.filter((view) => view.award !== null).length;
  const told = Object.entries(counts).map(([outcome, n]) => `${outcome} ${n}`);
  teller.result(
    { folder, out, cases: views.length, outcomes: counts, issued, files: files.length, ledgerEntries: entries },
    [
      '',
      `完成 / done: ${views.length} 个案卷 cases（${told.join('，')}），发证 issued ${issued}，用时 ${seconds.toFixed(1)} s`,
      `账本 ledger: ${entries} 条，校验通过 / entries, verified`,
      `结果 results: ${out}`,
      '  certificates/NUMBER.pdf  certificates.pdf  badge-sheets.pdf  verdicts.json  verdicts.xlsx',
      `打开工作区 / open the workspace: npm start -- --workspace ${folder}`,
      '  登录 sign in: tang（评定 decider）、lu（专家 expert）、peng（收样 clerk）、he（制证 printer）… 密码 password: demo-2026',
      `查看平台 / see the platform: npm run platform -- --data ${join(folder, 'platform')}`,
    ],
  );
}
