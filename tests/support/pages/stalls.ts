import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** How long a window did not answer, and how much it held. */
export interface WindowLoad {
  /** The longest stretch between two frames, ms. */
  readonly longestGapMs: number;
  /** The longest task on the window's thread, ms. */
  readonly longestTaskMs: number;
  readonly tasksOver100Ms: number;
  /** Most of the script's own memory seen, MB. */
  readonly mostHeapMb: number;
}

/** Watches a page from now on; the answer tells what was seen and stops watching. */
export async function watchLoad(page: Page): Promise<() => Promise<WindowLoad>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  let mostHeap = 0;
  const done = new AbortController();
  const sampled = (async () => {
    while (!done.signal.aborted) {
      const { metrics } = await session.send('Performance.getMetrics');
      mostHeap = Math.max(mostHeap, metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    }
  })();
  await page.evaluate(() => {
    const seen = { gap: 0, task: 0, over: 0, last: performance.now(), on: true };
    Reflect.set(window, 'seenLoad', seen);
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        seen.task = Math.max(seen.task, duration);
        if (duration > 100) seen.over += 1;
      }
    });
    tasks.observe({ type: 'longtask' });
    const frame = (now: number): void => {
      seen.gap = Math.max(seen.gap, now - seen.last);
      seen.last = now;
      if (seen.on) requestAnimationFrame(frame);
      else tasks.disconnect();
    };
    requestAnimationFrame(frame);
  });
  return async () => {
    done.abort();
    await sampled;
    const seen = await page.evaluate(() => {
      const found = Reflect.get(window, 'seenLoad') as { gap: number; task: number; over: number; on: boolean };
      found.on = false;
      return { gap: found.gap, task: found.task, over: found.over };
    });
    await session.detach();
    return {
      longestGapMs: Math.round(seen.gap),
      longestTaskMs: Math.round(seen.task),
      tasksOver100Ms: seen.over,
      mostHeapMb: Math.round(mostHeap / 1_000_000),
    };
  };
}

/** Most memory in MB the programs on a workspace have held since they began; null where the system does not tell. */
export function mostMemoryMb(workspace: string): number | null {
  if (!existsSync('/proc/self/status')) return null;
  const peaks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(workspace)) return [];
        const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        return peak === undefined ? [] : [Number(peak) / 1000];
      } catch (error) {
        if (error instanceof Error && 'code' in error) return [];
        throw error;
      }
    });
  return Math.round(Math.max(0, ...peaks));
}

/** Drops files onto the window in one go, as a file manager does. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'carried-files';
    input.hidden = true;
    document.body.append(input);
  });
  await page.locator('#carried-files').setInputFiles([...paths]);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#carried-files');
    const carried = new DataTransfer();
    for (const file of input?.files ?? []) carried.items.add(file);
    input?.remove();
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }));
  });
}
