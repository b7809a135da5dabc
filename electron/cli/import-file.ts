import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readNamedFile } from './named-file.ts';
import { openShell } from './shell-seat.ts';
import type { Teller } from './tell.ts';

/** Imports applications; bad rows are written beside the file with the reason beside each cell. */
export async function importFile(
  teller: Teller,
  workspace: string,
  file: string,
  options: { readonly as?: string; readonly badRows?: string },
): Promise<void> {
  const content = (await readNamedFile(file)).toString('base64');
  const shell = await openShell(workspace);
  try {
    const seat = await shell.seatFor('applications.import', options.as);
    seat.subscribe((event) => {
      if (event.name !== 'import.progress') return;
      const { done, total } = event.data as { readonly done: number; readonly total: number };
      teller.progress(`导入 import ${done}/${total}`);
    });
    const { badRows, ...report } = await seat.ask('application.import', { fileName: basename(file), content });
    const path = badRows === null ? null : (options.badRows ?? join(dirname(file), badRows.name));
    if (badRows !== null && path !== null) await writeFile(path, Buffer.from(badRows.content, 'base64'));
    teller.result({ ...report, badRows: path }, [
      `新增 added ${report.added}，未变 unchanged ${report.unchanged}，补件 resubmitted ${report.resubmitted}，内容不同 differing ${report.differing}，有误 bad ${report.bad}`,
      ...(path === null ? [] : [`有误的行及原因 / bad rows with reasons: ${path}`]),
    ]);
  } finally {
    await shell.close();
  }
}
