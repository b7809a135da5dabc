import { CONTRACT, isName } from '#shared/contract/contract.ts';
import { jsonFault } from './json-fault.ts';
import { openShell, rightOf } from './shell-seat.ts';
import { Refused, type Teller } from './tell.ts';

/** Calls any entry of the contract, as a window would; prints the value as JSON. */
export async function callEntry(
  teller: Teller,
  workspace: string,
  name: string,
  inputText: string | undefined,
  options: { readonly as?: string },
): Promise<void> {
  if (!isName(name)) {
    throw new Refused('input.unknown-name', {
      zh: `没有名为“${name}”的操作。可用的有：${Object.keys(CONTRACT).join('、')}`,
      en: `There is no entry named "${name}". There are: ${Object.keys(CONTRACT).join(', ')}`,
    });
  }
  const input = parseInput(inputText ?? '{}');
  const shell = await openShell(workspace);
  try {
    const seat = await shell.seatFor(rightOf(name), options.as);
    teller.value(await seat.askAny(name, input));
  } finally {
    await shell.close();
  }
}

function parseInput(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const column = jsonFault(text)?.column ?? 1;
    throw new Refused('input.not-json', {
      zh: `参数不是 JSON（第 ${column} 列）。例：'{"caseId":"C-2026-00001"}'`,
      en: `The input is not JSON (column ${column}). Example: '{"caseId":"C-2026-00001"}'`,
    });
  }
}
