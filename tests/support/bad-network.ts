/** A random number in [0, 1) from a seed (mulberry32): the same seed, the same faults. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A network that loses requests, loses answers after the work is done, sends twice, and answers 5xx or a login page. */
export function badNetwork(random: () => number): typeof fetch {
  return async (input, init) => {
    const fate = random();
    if (fate < 0.1) throw new TypeError('fetch failed');
    if (fate < 0.15) return new Response('oops', { status: 502 });
    if (fate < 0.18) return new Response('<html>sign in', { status: 200 });
    if (fate < 0.2) return new Response('{}', { status: 503, headers: { 'retry-after': '1' } });
    const answer = await fetch(input, init);
    if (fate < 0.3) throw new TypeError('terminated');
    if (fate < 0.34) return fetch(input, init);
    return answer;
  };
}
