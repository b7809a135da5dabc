import type { InputOf } from '#shared/contract/contract.ts';
import type { FileReply } from '#shared/contract/intake.ts';
import { useCommand } from './use-command.ts';

/** A paper that the backend makes when it is asked for. */
export interface PaperOf {
  readonly make: () => Promise<FileReply | null>;
  readonly pending: boolean;
  /** Why the last try gave none. */
  readonly problem: string | null;
}

/** Asks the backend for a report as a PDF. */
export function usePaper<N extends 'decision.report' | 'lab.report-paper'>(name: N, input: InputOf<N>): PaperOf {
  const { failure, pending, run } = useCommand(name);
  return {
    make: async () => {
      const reply = await run(input);
      return reply.ok ? reply.value : null;
    },
    pending,
    problem: failure?.text ?? null,
  };
}
