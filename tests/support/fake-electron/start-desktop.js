/**
 * Starts the built desktop door on the stand-in where it should not open: arguments as for
 * inspect-desktop.js. Prints, as JSON, what the door did until it gave up.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { record } from 'electron';

const [out, workspace] = process.argv.slice(2);
process.argv = [process.execPath, '--workspace', workspace];
process.resourcesPath = join(out, '..');
await import(pathToFileURL(join(out, 'main', 'desktop.js')).href);
record.fireReady();
await new Promise((resolve) => {
  const look = () => (record.exits.length > 0 || record.order.includes('quit') ? resolve() : setImmediate(look));
  look();
});
process.stdout.write(JSON.stringify({ ...record, windows: record.windows.length }));
process.exit();
