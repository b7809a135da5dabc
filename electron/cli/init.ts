import { askPassword } from './ask-password.ts';
import { openShell } from './shell-seat.ts';
import type { Teller } from './tell.ts';

/** Makes a workspace, with its first administrator when one is named, or with the sample people. */
export async function init(
  teller: Teller,
  workspace: string,
  options: { readonly admin?: string; readonly name?: string; readonly desk: string; readonly demo: boolean },
): Promise<void> {
  const shell = await openShell(workspace, { make: true });
  try {
    const seat = shell.seat();
    if (options.demo) await seat.ask('demo.start', {});
    else if (options.admin !== undefined) {
      const password = process.env['WORKSTATION_PASSWORD'] ?? (await askPassword(options.admin));
      await seat.ask('person.create-first', {
        login: options.admin,
        name: options.name ?? options.admin,
        password,
        deskCode: options.desk,
      });
    }
    const { demo, deskCode, firstStart } = await seat.ask('session.get', {});
    teller.result({ workspace, deskCode, demo, firstStart }, [
      `工作区已就绪 / workspace ready: ${workspace}`,
      ...(firstStart
        ? ['首次打开窗口时会请您建立第一位管理员。 / The window asks for the first administrator when it opens.']
        : []),
    ]);
  } finally {
    await shell.close();
  }
}
