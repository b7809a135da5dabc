import { describe, expect, it } from 'vitest';
import { keepSynchronised } from '#electron/backend/keep-synchronised.ts';
import type { Reply } from '#shared/contract/contract.ts';

const reached: Reply = { ok: true, value: { offline: null } };
const away: Reply = { ok: true, value: { offline: 'unreachable' } };
const broken: Reply = { ok: false, failure: { code: 'internal' } };

/** A clock that stands until told: each `next` lets the planned beat happen. */
function rhythm(replies: readonly Reply[], enrolled = true) {
  const waits: number[] = [];
  let planned: (() => void) | undefined;
  let runs = 0;
  const stop = keepSynchronised({
    isEnrolled: () => enrolled,
    run: () => Promise.resolve(replies[runs++] ?? reached),
    after: (ms, work) => {
      waits.push(ms);
      planned = work;
      return () => {
        planned = undefined;
      };
    },
    random: () => 0.999,
  });
  const next = async (): Promise<void> => {
    planned?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { waits, next, stop, runs: () => runs, isPlanned: () => planned !== undefined };
}

describe('the sync rhythm', () => {
  it('beats every half minute while the platform answers', async () => {
    const { next, runs, waits } = rhythm([reached, reached]);
    await next();
    await next();
    expect(runs()).toBe(2);
    expect(waits).toEqual([30_000, 30_000, 30_000]);
  });

  it('thins out while the platform is away or the run breaks, and recovers at once', async () => {
    const { next, waits } = rhythm([...Array.from({ length: 6 }, () => away), broken, away, away, reached]);
    for (let beat = 0; beat < 10; beat += 1) await next();
    expect(waits.slice(1, 9)).toEqual(waits.slice(1, 9).toSorted((a, b) => a - b));
    expect(Math.max(...waits)).toBeGreaterThan(200_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(300_000);
    expect(waits.at(-1)).toBe(30_000);
  });

  it('asks nothing of a desk that works alone', async () => {
    const { next, runs, waits } = rhythm([], false);
    await next();
    expect(runs()).toBe(0);
    expect(waits).toEqual([30_000, 30_000]);
  });

  it('stops when told', async () => {
    const { isPlanned, stop } = rhythm([]);
    stop();
    expect(isPlanned()).toBe(false);
  });
});
