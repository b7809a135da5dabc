import type { Page } from '@playwright/test';
import type { InputOf, Name, OutputOf, Reply } from '#shared/contract/contract.ts';

/** Asks the backend through the page's own door; what is refused throws. */
export async function askDoor<N extends Name>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const reply = (await page.evaluate(
    ([name, input]) =>
      (
        globalThis as unknown as { workstation: { call(name: string, input: unknown): Promise<Reply> } }
      ).workstation.call(name, input),
    [name, input] as const,
  )) as Reply<OutputOf<N>>;
  if (!reply.ok) throw new Error(`${name} refused: ${JSON.stringify(reply.failure)}`);
  return reply.value;
}
