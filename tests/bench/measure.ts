import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The value below which `share` (0 to 1) of the figures lie. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (figures: readonly number[]): number => percentile(figures, 0.5);

/** Milliseconds a piece of work takes. */
export function timed(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/** Runs a bench on a folder of its own, which goes with it. */
export async function onFolder(bench: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'otop-bench-'));
  try {
    await bench(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds as people read them. */
export const ms = (figure: number): string => `${figure.toFixed(figure < 1 ? 3 : 1)} ms`;

/** Microseconds as people read them. */
export const us = (figureMs: number): string => `${(figureMs * 1_000).toFixed(0)} µs`;

/** How many times a peer's figure is ours. */
export const times = (peer: number, own: number): string => `${(peer / own).toFixed(peer / own < 10 ? 1 : 0)}×`;
