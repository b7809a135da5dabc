import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fewAtATime } from '#electron/backend/few-at-a-time.ts';

it('never runs more than said, runs all, in the order they came, whatever fails', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.boolean(), { maxLength: 30 }),
      fc.scheduler(),
      async (most, fates, scheduler) => {
        const few = fewAtATime(most);
        const started: number[] = [];
        let running = 0;
        const work = fates.map((fails, at) =>
          few(async () => {
            started.push(at);
            running += 1;
            expect(running).toBeLessThanOrEqual(most);
            await scheduler.schedule(Promise.resolve());
            running -= 1;
            if (fails) throw new Error(String(at));
            return at;
          }),
        );
        const settled = Promise.allSettled(work);
        await scheduler.waitFor(settled);
        expect((await settled).map(({ status }) => status === 'rejected')).toEqual(fates);
        expect(started).toEqual(fates.map((_, at) => at));
      },
    ),
  );
});
