import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSigner, makeDeskKey } from '#electron/backend/sync/desk-key.ts';
import { enrol } from '#electron/backend/sync/platform-client.ts';
import { startPlatform, type Platform } from '#electron/platform/server.ts';
import { errorReplySchema } from '#shared/platform/error-reply.ts';
import { REQUEST_MAX_BYTES } from '#shared/platform/limits.ts';
import { startTestCluster, type TestCluster } from '#tests/support/postgres.ts';
import { silentLogger } from '#tests/support/silent-logger.ts';
import { ADMIN_TOKEN, enrolmentCode, enrolTestDesk, type TestDesk } from '#tests/support/test-desk.ts';

let cluster: TestCluster;
let platform: Platform;
let desk: TestDesk;
const logger = silentLogger();

beforeAll(async () => {
  cluster = await startTestCluster();
  platform = await startPlatform({
    database: { url: await cluster.freshDatabase() },
    port: 0,
    adminToken: ADMIN_TOKEN,
    logger,
  });
  desk = await enrolTestDesk(platform.origin);
});
afterAll(async () => {
  await platform.close();
  await cluster.stop();
  expect(logger.errors).toEqual([]);
});

async function refusal(answer: Response): Promise<string> {
  return `${answer.status} ${errorReplySchema.parse(await answer.json()).error.code}`;
}

const pushBody = (): string => JSON.stringify({ entries: [desk.store.append()] });

/** Sends a request whose signed headers were taken for something else. */
function send(target: string, body: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${platform.origin}${target}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

const signed = (target: string, body: string, at = new Date(), desk_ = desk.desk): Record<string, string> => ({
  ...createSigner(desk.key.privateKey, desk_)({ method: 'POST', target, body }, at),
});

test('a request is taken once: the same again is a replay', async () => {
  const body = pushBody();
  const headers = signed('/push', body);
  expect((await send('/push', body, headers)).status).toBe(200);
  expect(await refusal(await send('/push', body, headers))).toBe('401 auth.replayed');
});

test('a signature covers the body, the path with its query, the time, the nonce and the desk', async () => {
  const body = pushBody();
  const other = await enrolTestDesk(platform.origin);
  const headers = signed('/push', body);
  const later = new Date(Date.now() + 1_000).toISOString();
  for (const [target, sent, changed] of [
    ['/push', `${body} `, headers],
    ['/push?x=1', body, headers],
    ['/push', body, { ...headers, 'x-otop-time': later }],
    ['/push', body, { ...headers, 'x-otop-nonce': 'A'.repeat(24) }],
    ['/push', body, { ...headers, 'x-otop-desk': other.desk }],
    ['/push', body, { ...headers, 'x-otop-signature': 'A'.repeat(86) }],
  ] as const) {
    expect(await refusal(await send(target, sent, changed))).toBe('401 auth.signature');
  }
});

test('a clock more than five minutes off is told the right time, one within is not', async () => {
  for (const [minutes, expected] of [
    [-6, '401 auth.clock-skew'],
    [6, '401 auth.clock-skew'],
    [4, '422 request.invalid'],
  ] as const) {
    const at = new Date(Date.now() + minutes * 60_000);
    const answer = await send('/push', '{}', signed('/push', '{}', at));
    const { error } = errorReplySchema.parse(await answer.clone().json());
    expect(await refusal(answer)).toBe(expected);
    expect('serverTime' in (error.data ?? {})).toBe(minutes !== 4);
  }
});

test('who is nobody gets nowhere', async () => {
  expect(await refusal(await send('/push', '{}', {}))).toBe('401 auth.missing');
  expect(await refusal(await send('/push', '{}', signed('/push', '{}', new Date(), '77')))).toBe(
    '401 auth.unknown-desk',
  );
  expect(await refusal(await send('/push', '{}', { ...signed('/push', '{}'), 'x-otop-desk': "' OR 1=1" }))).toBe(
    '401 auth.missing',
  );
  expect(await refusal(await fetch(`${platform.origin}/pull`))).toBe('401 auth.missing');
  for (const authorization of ['', 'Bearer', 'Bearer wrong', `Basic ${ADMIN_TOKEN}`, `Bearer ${ADMIN_TOKEN}x`]) {
    for (const path of ['/admin/enrolment-codes', '/admin/applications']) {
      expect(await refusal(await send(path, '{}', { authorization }))).toBe('401 auth.admin');
    }
  }
});

test.each<[string, string | Uint8Array, string]>([
  ['no JSON', 'hello', '400 request.not-json'],
  ['nothing', '', '400 request.not-json'],
  ['too deep', `{"entries":${'['.repeat(100_000)}`, '400 request.too-deep'],
  ['another shape', '{"entries":{}}', '422 request.invalid'],
  ['a prototype', '{"__proto__":{"entries":[]}}', '422 request.invalid'],
  ['a number beyond numbers', '{"entries":[{"seq":1e999}]}', '422 request.invalid'],
  ['null', 'null', '422 request.invalid'],
])('a body that is %s is refused by name', async (_, body, expected) => {
  expect(await refusal(await desk.raw('POST', '/push', body as string))).toBe(expected);
});

test('a body that is not UTF-8, of another type, or too large is refused by name', async () => {
  const raw = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]);
  const answer = await fetch(`${platform.origin}/admin/applications`, {
    method: 'POST',
    body: raw,
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
  });
  expect(await refusal(answer)).toBe('400 request.not-json');
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ';;;']) {
    expect(await refusal(await desk.raw('POST', '/push', '{}', { 'content-type': type }))).toBe(
      '415 request.content-type',
    );
  }
  expect(await refusal(await send('/push', 'x'.repeat(REQUEST_MAX_BYTES + 1), {}))).toBe('413 request.too-large');
  const long = desk.store.append({ payload: { note: 'x'.repeat(1_100_000) } });
  expect(await refusal(await desk.raw('POST', '/push', JSON.stringify({ entries: [long] })))).toBe(
    '413 request.too-large',
  );
  desk.store.ledger.pop();
});

test('a chunked body without a length is cut off at the limit', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(0x20));
      if (sent > REQUEST_MAX_BYTES * 2) controller.close();
    },
  });
  const answer = await fetch(`${platform.origin}/push`, {
    method: 'POST',
    body: endless,
    duplex: 'half',
    headers: { 'content-type': 'application/json' },
  } as RequestInit);
  expect(await refusal(answer)).toBe('413 request.too-large');
});

test.each<[string, string]>([
  ['/pull?after=-1', '422 request.invalid'],
  ['/pull?after=x', '422 request.invalid'],
  ['/pull?after=1e30', '422 request.invalid'],
  ['/pull?limit=100000', '422 request.invalid'],
  ['/pull?sql=1', '422 request.invalid'],
  ['/pull?epoch=elsewhere&after=1', '409 pull.epoch'],
  ['/pull?after=1', '409 pull.epoch'],
])('%s', async (target, expected) => {
  expect(await refusal(await desk.raw('GET', target))).toBe(expected);
});

test('addresses and methods that are not there', async () => {
  expect(await refusal(await fetch(`${platform.origin}/`))).toBe('404 request.not-found');
  expect(await refusal(await fetch(`${platform.origin}/../../etc/passwd`))).toBe('404 request.not-found');
  expect(await refusal(await fetch(`${platform.origin}/push`))).toBe('405 request.method');
  expect(await refusal(await fetch(`${platform.origin}/v/abcdefgh`, { method: 'DELETE' }))).toBe('405 request.method');
});

const rawStatus = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(platform.origin).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
  });

test.each([
  ['no host', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['a strange host', 'GET /health HTTP/1.1\r\nHost: a b/c?d#e\r\nConnection: close\r\n\r\n'],
  ['an endless header', `GET /health HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
  ['a broken request line', 'GET\r\n\r\n'],
  ['a length that lies', 'POST /push HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n'],
  ['two lengths', 'POST /push HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
])('a raw request with %s is a client error', async (_, text) => {
  expect(await rawStatus(text)).toMatch(/^HTTP\/1\.1 4\d\d /);
});

test('a code lets in one desk: again with the same key is the same desk, with another key nobody', async () => {
  const parts = { origin: platform.origin, fetch, now: () => new Date(), timeoutMs: 60_000 };
  const code = await enrolmentCode(platform.origin);
  const key = makeDeskKey();
  const joined = await enrol(parts, key, { code, name: '样例' });
  expect(joined).toMatchObject({ kind: 'done', value: { publicUrl: platform.origin } });
  expect(await enrol(parts, key, { code, name: '样例' })).toEqual(joined);
  expect(await enrol(parts, makeDeskKey(), { code, name: '样例' })).toMatchObject({ code: 'enrol.code' });
  expect(await enrol(parts, key, { code: '0000-0000-0000', name: '样例' })).toMatchObject({ code: 'enrol.code' });
  const stolen = { ...makeDeskKey(), publicKey: key.publicKey };
  const fresh = await enrolmentCode(platform.origin);
  expect(await enrol(parts, stolen, { code: fresh, name: '样例' })).toMatchObject({ code: 'auth.signature' });
  expect(await enrol(parts, makeDeskKey(), { code: fresh, name: '样例', desk: desk.desk })).toMatchObject({
    code: 'enrol.desk-taken',
  });
  expect(await enrol(parts, makeDeskKey(), { code: fresh, name: '样例', desk: '42' })).toMatchObject({
    value: { desk: '42' },
  });
});

test('the same code used by two desks at once lets in one', async () => {
  const parts = { origin: platform.origin, fetch, now: () => new Date(), timeoutMs: 60_000 };
  const code = await enrolmentCode(platform.origin);
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, () => enrol(parts, makeDeskKey(), { code, name: '样例' })),
  );
  expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
});
