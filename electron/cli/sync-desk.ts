import { openShell } from './shell-seat.ts';
import { EXIT, type Teller } from './tell.ts';

/** Joins a platform when told to, then hands over what waits and takes in what is new. */
export async function syncDesk(
  teller: Teller,
  workspace: string,
  options: { readonly as?: string; readonly enrol?: string; readonly code?: string },
): Promise<number> {
  const shell = await openShell(workspace);
  try {
    if (options.enrol !== undefined) {
      const admin = await shell.seatFor('platform.enrol', options.as);
      await admin.ask('sync.enrol', { origin: options.enrol, code: options.code ?? '' });
    }
    const outcome = await shell.seat().ask('sync.run', {});
    teller.result(outcome, [
      `上传 pushed ${outcome.pushed}（接受 accepted ${outcome.accepted}，冲突 conflicts ${outcome.conflicts}，隔离 quarantined ${outcome.quarantined}），下载 pulled ${outcome.pulled}`,
      ...(outcome.offline === null ? [] : [`未完成 / not finished: ${outcome.offline}`]),
    ]);
    return outcome.offline === null ? EXIT.done : EXIT.refused;
  } finally {
    await shell.close();
  }
}
