import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { inOrder, movedBy, movedTo } from '#renderer/ui/photo-order.ts';
import { photoSender } from '#renderer/ui/send-file.ts';
import { createUploadQueue, UPLOADS_IN_FLIGHT, type UploadQueue } from '#renderer/ui/upload-queue.ts';

/** A queue whose sending a test finishes by hand; what is on its way stands in `open`. */
function handledQueue(): {
  readonly queue: UploadQueue;
  readonly open: string[];
  readonly sent: string[];
  finish(name: string, problem?: string): Promise<void>;
  pass(ms: number): void;
} {
  let now = 0;
  const finishes = new Map<string, (problem: string | null) => void>();
  const open: string[] = [];
  const sent: string[] = [];
  const queue = createUploadQueue({
    nowMs: () => now,
    send: (place, file) => {
      open.push(file.name);
      sent.push(`${place}/${file.name}`);
      return new Promise((resolve) => finishes.set(file.name, resolve));
    },
  });
  return {
    queue,
    open,
    sent,
    pass: (ms) => {
      now += ms;
    },
    finish: async (name, problem) => {
      open.splice(open.indexOf(name), 1);
      finishes.get(name)?.(problem ?? null);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const photo = (name: string, bytes = 1000): File => new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' });
const photos = (count: number, bytes = 1000): readonly File[] =>
  Array.from({ length: count }, (_, index) => photo(`${index + 1}.jpg`, bytes));

describe('photos on their way', () => {
  it('go two at a time, in the order they were given', async () => {
    const { finish, open, queue, sent } = handledQueue();
    queue.add('L1', photos(4));
    expect(open).toEqual(['1.jpg', '2.jpg']);
    await finish('2.jpg');
    expect(open).toEqual(['1.jpg', '3.jpg']);
    await finish('1.jpg');
    expect(sent).toEqual(['L1/1.jpg', 'L1/2.jpg', 'L1/3.jpg', 'L1/4.jpg']);
    expect(queue.state()).toMatchObject({ total: 4, kept: 2, left: 2, sending: ['3.jpg', '4.jpg'] });
    expect(queue.leftAt('L1')).toBe(2);
    expect(queue.leftAt('L2')).toBe(0);
  });

  it('that are refused stop no other, and stay until they are put aside or others are given', async () => {
    const { finish, queue } = handledQueue();
    queue.add('L1', photos(3));
    await finish('1.jpg', '“1.jpg”是空文件');
    await finish('2.jpg');
    await finish('3.jpg');
    expect(queue.state()).toMatchObject({ kept: 2, left: 0 });
    const [refused] = queue.state().refused;
    expect(refused).toMatchObject({ name: '1.jpg', problem: '“1.jpg”是空文件' });
    queue.dismissRefused();
    expect(queue.state()).toMatchObject({ total: 2, refused: [] });
    queue.add('L2', [photo('9.jpg')]);
    expect(queue.state()).toMatchObject({ total: 1, kept: 0, left: 1 });
    await finish('9.jpg', '“9.jpg”是空文件');
    queue.add('L2', [photo('10.jpg')]);
    expect(queue.state()).toMatchObject({ total: 1, left: 1, refused: [] });
  });

  it('that size or kind tells against are refused at once, unread', () => {
    const sent: string[] = [];
    const queue = createUploadQueue({
      nowMs: () => 0,
      check: ({ name, size }) => (size === 0 ? `${name} 是空文件` : null),
      send: (_place, { name }) => {
        sent.push(name);
        return new Promise(() => undefined);
      },
    });
    queue.add('L1', [photo('1.jpg'), photo('空.jpg', 0), photo('2.jpg'), photo('3.jpg')]);
    expect(queue.state()).toMatchObject({
      total: 4,
      left: 3,
      refused: [{ name: '空.jpg', problem: '空.jpg 是空文件' }],
    });
    expect(sent).toEqual(['1.jpg', '2.jpg']);
  });

  it('are dropped by Cancel when they wait, and finished when they are being sent', async () => {
    const { finish, open, queue } = handledQueue();
    queue.add('L1', photos(10));
    queue.cancel();
    expect(queue.state()).toMatchObject({ cancelled: 8, left: 2 });
    await finish('1.jpg');
    await finish('2.jpg');
    expect(open).toEqual([]);
    expect(queue.state()).toMatchObject({ total: 10, kept: 2, cancelled: 8, left: 0 });
  });

  it('say how long the rest takes, by their weight', async () => {
    const { finish, pass, queue } = handledQueue();
    queue.add('L1', [photo('1.jpg', 1000), photo('2.jpg', 3000), photo('3.jpg', 6000)]);
    expect(queue.state().secondsLeft).toBeNull();
    pass(2000);
    await finish('1.jpg');
    expect(queue.state().secondsLeft).toBe(18);
    pass(2000);
    await finish('2.jpg');
    expect(queue.state().secondsLeft).toBe(6);
  });

  it('never hold more than two files, whatever is given, refused or cancelled meanwhile', async () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('add' as const),
        sizes: fc.array(fc.integer({ min: 0, max: 9000 }), { maxLength: 6 }),
      }),
      fc.record({ do: fc.constantFrom('keep' as const, 'refuse' as const), at: fc.nat(5) }),
      fc.record({ do: fc.constant('cancel' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { finish, open, queue } = handledQueue();
        let given = 0;
        let largest = 0;
        for (const one of steps) {
          if (one.do === 'add') {
            queue.add(
              'L',
              one.sizes.map((bytes) => photo(`${++given}.jpg`, bytes)),
            );
            largest = Math.max(largest, ...one.sizes);
          } else if (one.do === 'cancel') queue.cancel();
          else if (open.length > 0) {
            await finish(open[one.at % open.length] ?? '', one.do === 'refuse' ? 'no' : undefined);
          }
          const { cancelled, kept, left, mostBytesHeld, refused, sending, total } = queue.state();
          expect(open.length).toBeLessThanOrEqual(UPLOADS_IN_FLIGHT);
          expect(sending.length).toBe(open.length);
          expect(mostBytesHeld).toBeLessThanOrEqual(UPLOADS_IN_FLIGHT * largest);
          expect(kept + cancelled + left + refused.length).toBe(total);
        }
        while (open.length > 0) await finish(open[0] ?? '');
        expect(queue.state().left).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});

/** A browser's reader that has read everything at once. */
class ReadAtOnce extends EventTarget {
  result = '';

  readAsDataURL(file: File): void {
    this.result = `data:image/jpeg;base64,${file.name}`;
    queueMicrotask(() => this.dispatchEvent(new Event(file.name.startsWith('gone') ? 'error' : 'load')));
  }
}

describe('photos being kept', () => {
  it('lie in the order they were given, the next one read meanwhile; one that is gone stops no other', async () => {
    vi.stubGlobal('FileReader', ReadAtOnce);
    onTestFinished(() => void vi.unstubAllGlobals());
    const kept: string[] = [];
    const finish: (() => void)[] = [];
    const { check, send } = photoSender({
      limitBytes: 5000,
      sentence: (code, { name }) => `${code} ${name}`,
      keep: (_place, name) => {
        kept.push(name);
        return new Promise((resolve) => finish.push(() => resolve(null)));
      },
    });
    expect(check?.(photo('0.jpg', 0))).toBe('photo.empty 0.jpg');
    expect(check?.(photo('big.jpg', 5001))).toBe('photo.too-large big.jpg');
    expect(check?.(new File(['x'], 'a.txt', { type: 'text/plain' }))).toBe('photo.wrong-type a.txt');
    const sent = ['1.jpg', 'gone.jpg', '3.jpg'].map((name) => send('L1', photo(name)));
    const pass = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    await pass();
    expect(kept).toEqual(['1.jpg']);
    finish.shift()?.();
    await pass();
    expect(kept).toEqual(['1.jpg', '3.jpg']);
    finish.shift()?.();
    expect(await Promise.all(sent)).toEqual([null, 'file.unreadable gone.jpg', null]);
  });
});

describe('the order of photos', () => {
  it('moves one and keeps the rest as they stand', () => {
    expect(movedBy(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(movedBy(['a', 'b', 'c'], 'c', -2)).toEqual(['c', 'a', 'b']);
    expect(movedTo(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a']);
    expect(inOrder([{ id: 'a' }, { id: 'b' }, { id: 'new' }], ['b', 'a'])).toEqual([
      { id: 'b' },
      { id: 'a' },
      { id: 'new' },
    ]);
  });

  it('never loses or doubles one, and a move at the end changes nothing', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 1 }),
        fc.nat(),
        fc.integer({ min: -9, max: 9 }),
        (order, at, step) => {
          const id = order[at % order.length] ?? '';
          const moved = movedBy(order, id, step);
          expect(moved.toSorted()).toEqual(order.toSorted());
          expect(moved.filter((one) => one !== id)).toEqual(order.filter((one) => one !== id));
          expect(movedBy(order, 'not there either', step)).toBe(
            order.includes('not there either') ? movedBy(order, 'not there either', step) : order,
          );
        },
      ),
    );
    const order = ['a', 'b'];
    expect(movedBy(order, 'b', 1)).toBe(order);
    expect(movedBy(order, 'unknown', 1)).toBe(order);
  });
});
