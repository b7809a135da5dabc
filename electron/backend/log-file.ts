import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LIMIT_BYTES = 5 * 1024 * 1024;

/**
 * Opens the workstation's log: one JSON object a line, with the time in front.
 *
 * At its limit the file becomes `workstation.1.log` and a new one starts, so a log never holds more
 * than 10 MiB. Lines are few (refusals, slow calls, faults), so they are written at once and survive
 * a crash that follows; a full disk sends them to stderr instead of stopping the work. No line may hold personal data; that is the writer's duty.
 * @param folder where the log lies; made with the first line, so that a folder nothing happened in stays as it was
 */
export function openLog(folder: string): (line: object) => void {
  const file = join(folder, 'workstation.log');
  let size: number | undefined;
  const open = (): number => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  };
  return (line) => {
    const text = `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`;
    try {
      size ??= open();
      if (size + text.length > LIMIT_BYTES) {
        renameSync(file, join(folder, 'workstation.1.log'));
        size = 0;
      }
      appendFileSync(file, text, { mode: 0o600 });
      size += Buffer.byteLength(text);
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : 'log'}: ${text}`);
    }
  };
}
