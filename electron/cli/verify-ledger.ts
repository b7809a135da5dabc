import { openShell } from './shell-seat.ts';
import { EXIT, type Teller } from './tell.ts';

/** Checks the whole hash chain; a fault is named with its entry and ends with 2. */
export async function verifyLedger(teller: Teller, workspace: string): Promise<number> {
  const shell = await openShell(workspace);
  try {
    const report = await shell.seat().ask('ledger.verify', {});
    const { clean, entries, fault, head } = report;
    teller.result(
      report,
      clean
        ? [`账本完好：${entries} 条，末条 ${head} / the ledger is clean: ${entries} entries, head ${head}`]
        : [
            `账本有误：第 ${fault?.seq} 条（${fault?.what}） / the ledger does not hold: entry ${fault?.seq} (${fault?.what})`,
          ],
    );
    return clean ? EXIT.done : EXIT.refused;
  } finally {
    await shell.close();
  }
}
