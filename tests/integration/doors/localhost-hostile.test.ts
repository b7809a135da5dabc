import { connect as connectTcp } from 'node:net';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LARGEST_MESSAGE_BYTES } from '#electron/localhost/socket.ts';
import { comeIn, connect, knock, openTestDoor, SECRET } from './localhost-fixture.ts';
import type { OpenDoor } from './localhost-fixture.ts';

let open: OpenDoor;
let cookie: string;
beforeAll(async () => {
  open = await openTestDoor();
  cookie = await comeIn(open);
});
afterAll(() => open.door.close());

const own = (): string => `http://${open.host}`;
const post = (path: string, headers: Record<string, string>, body = '{}'): ReturnType<typeof knock> =>
  knock(open.port, { method: 'POST', path, headers: { 'content-type': 'application/json', ...headers }, body });
const upgrade = (headers: Record<string, string>, path = '/door/socket'): ReturnType<typeof knock> =>
  knock(open.port, {
    path,
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      ...headers,
    },
  });

describe('who is at the door', () => {
  it.each(['evil.example', 'localhost', '127.0.0.2', '[::1]', '0.0.0.0', '127.0.0.1.', '2130706433'])(
    'refuses the rebound host %s',
    async (name) => {
      expect((await knock(open.port, { headers: { host: `${name}:${open.port}` } })).status).toBe(421);
    },
  );

  it('refuses our address on another port, and without one', async () => {
    expect((await knock(open.port, { headers: { host: '127.0.0.1:1' } })).status).toBe(421);
    expect((await knock(open.port, { headers: { host: '127.0.0.1' } })).status).toBe(421);
  });

  it('refuses an absolute target that names another host', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connectTcp(open.port, '127.0.0.1');
      socket.on('data', (data) => resolve(String(data).split('\r\n')[0] ?? ''));
      socket.end(`GET http://evil.example/ HTTP/1.1\r\nHost: ${open.host}\r\nConnection: close\r\n\r\n`);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
  });

  it.each(['http://evil.example', 'null', 'http://127.0.0.1', 'https://127.0.0.1', 'http://localhost'])(
    'refuses the origin %s',
    async (origin) => {
      expect((await knock(open.port, { headers: { origin } })).status).toBe(403);
      expect((await post('/door/session', { origin, 'x-workstation': '1' })).status).toBe(403);
    },
  );

  it.each(['cross-site', 'same-site'])('refuses %s fetches, whatever they ask for', async (site) => {
    const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' };
    expect((await knock(open.port, { path: '/assets/app.js', headers })).status).toBe(403);
    const framed = { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' };
    expect((await knock(open.port, { headers: framed })).status).toBe(403);
  });

  it('lets a person arrive at the start page from elsewhere, and only there', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await knock(open.port, { headers })).status).toBe(200);
    expect((await knock(open.port, { path: '/door/session', headers })).status).toBe(403);
    expect((await knock(open.port, { method: 'POST', headers })).status).toBe(403);
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'TRACE'])('refuses the method %s', async (method) => {
    expect((await knock(open.port, { method })).status).toBe(405);
  });

  it('puts the page’s headers on every answer, refusals too', async () => {
    const answers = [
      await knock(open.port, {}),
      await knock(open.port, { path: '/nothing.js' }),
      await knock(open.port, { headers: { host: 'evil.example' } }),
      await post('/door/session', { origin: own(), 'x-workstation': '1' }),
      await upgrade({ origin: own() }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 421, 401, 403]);
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*require-trusted-types-for 'script'/);
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });
});

describe('the page’s files', () => {
  it('serves the page with the bridge in it, and its assets', async () => {
    const page = await knock(open.port, {});
    expect(page.body).toContain('<script type="module" src="./bridge.js"></script>');
    expect(await knock(open.port, { path: '/assets/app.js' })).toMatchObject({ status: 200, body: 'export {};' });
  });

  it.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/%2e%2e%2fsecret.json',
    '/assets/../../secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/assets/..%5c..%5csecret.json',
    '/..\\secret.json',
    '/%252e%252e%252fsecret.json',
    '/../renderer-secret.json',
    '/assets/%00app.js',
    '/assets/app.js%00.json',
    '//secret.json',
    '/.built.json',
    '/%2ebuilt.json',
    '/notes.txt',
    '/assets',
    '/assets/',
    '/%ff.js',
    '/C:/secret.json',
    `/${'a'.repeat(5000)}.js`,
  ])('answers %s with nothing', async (path) => {
    const answer = await knock(open.port, { path });
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('secret');
  });
});

describe('the start link', () => {
  const ours = (): Record<string, string> => ({ origin: own(), 'x-workstation': '1' });
  const ticket = (): string => new URL(open.door.startUrl()).hash.slice('#ticket='.length);
  const spend = (value: unknown): ReturnType<typeof knock> =>
    post('/door/session', ours(), JSON.stringify({ ticket: value }));

  it('lets one browser in, once', async () => {
    const mine = ticket();
    const first = await spend(mine);
    expect(first.status).toBe(204);
    expect(first.headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^otop_${open.port}=[\\w-]+\\.[\\w-]+; HttpOnly; SameSite=Strict; Path=/$`),
    );
    expect((await spend(mine)).status).toBe(401);
  });

  it('is worthless after two minutes', async () => {
    const mine = ticket();
    open.clock.pass(120_000);
    expect((await spend(mine)).status).toBe(401);
  });

  it.each([[''], ['x'], [null], [1], [{}], [['a']], ['__proto__']])('turns away the ticket %j', async (value) => {
    expect((await spend(value)).status).toBe(401);
  });

  it('turns away what no page of ours sends', async () => {
    const body = JSON.stringify({ ticket: ticket() });
    expect((await post('/door/session', { origin: own() }, body)).status).toBe(403);
    expect((await post('/door/session', { 'x-workstation': '1' }, body)).status).toBe(403);
    expect((await post('/door/session', ours(), 'not json')).status).toBe(401);
    expect((await post('/door/session', ours(), 'null')).status).toBe(401);
    expect((await post('/door/session', ours(), JSON.stringify({ ticket: 'x'.repeat(2000) }))).status).toBe(413);
    expect((await post('/door/session', ours(), body)).status).toBe(204);
  });

  it('is given to a second start that knows the secret, and to nobody else', async () => {
    const good = await post('/door/open', { 'x-instance-secret': SECRET });
    expect(JSON.parse(good.body)).toEqual({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#ticket=/) });
    for (const secret of ['', 'wrong', `${SECRET}x`])
      expect((await post('/door/open', { 'x-instance-secret': secret })).status).toBe(403);
    expect((await post('/door/open', { 'x-instance-secret': SECRET, origin: 'http://evil.example' })).status).toBe(403);
  });
});

describe('the WebSocket', () => {
  it('opens for our page with its cookie', async () => {
    expect((await upgrade({ origin: own(), cookie })).status).toBe(101);
  });

  it.each([
    ['without a cookie', () => ({ origin: own() })],
    ['with a made-up cookie', () => ({ origin: own(), cookie: `otop_${open.port}=abc.def` })],
    ['with an empty signature', () => ({ origin: own(), cookie: `${cookie.split('.')[0] ?? ''}.` })],
    ['with a signature cut short', () => ({ origin: own(), cookie: cookie.slice(0, -1) })],
    ['with another id under our signature', () => ({ origin: own(), cookie: cookie.replace('=', '=x') })],
    ['with the cookie of another port', () => ({ origin: own(), cookie: cookie.replace(/^otop_\d+/, 'otop_1') })],
    ['without an origin', () => ({ cookie })],
    ['from a foreign origin', () => ({ origin: 'http://evil.example', cookie })],
    ['from another port of this machine', () => ({ origin: 'http://127.0.0.1:1', cookie })],
    ['from a cross-site page', () => ({ origin: own(), cookie, 'sec-fetch-site': 'cross-site' })],
  ])('stays shut %s', async (_name, headers) => {
    expect((await upgrade(headers())).status).toBe(403);
  });

  it('stays shut for a rebound host and at any other address', async () => {
    expect((await upgrade({ origin: own(), cookie, host: `evil.example:${open.port}` })).status).toBe(421);
    expect((await upgrade({ origin: own(), cookie }, '/')).status).toBe(403);
    expect((await upgrade({ origin: own(), cookie }, '/door/socket?x')).status).toBe(403);
  });

  it.each([
    ['a binary message', Buffer.from('{"id":1,"name":"echo"}'), 1003],
    ['malformed JSON', '{"id":1,', 1007],
    ['nothing', '', 1007],
    ['null', 'null', 1008],
    ['a list', '[1,2]', 1008],
    ['no id', '{"name":"echo"}', 1008],
    ['an id that is no number', '{"id":"1","name":"echo"}', 1008],
    ['a name that is no text', '{"id":1,"name":{"toString":"x"}}', 1008],
    ['a name without end', JSON.stringify({ id: 1, name: 'x'.repeat(101) }), 1008],
  ])('closes on %s', async (_name, message, code) => {
    const page = await connect(open, cookie);
    page.socket.send(message);
    expect(await page.closed).toBe(code);
  });

  it('closes on a message over 64 MiB and takes one just under it', async () => {
    const page = await connect(open, cookie);
    const frame = JSON.stringify({ id: 1, name: 'echo', input: '' }).length;
    const text = 'x'.repeat(LARGEST_MESSAGE_BYTES - frame);
    expect(await page.call('echo', text)).toEqual({ ok: true, value: text });
    page.socket.on('error', () => undefined);
    page.socket.send(`${' '.repeat(LARGEST_MESSAGE_BYTES)}{}`);
    expect(await page.closed).toBe(1009);
  });

  it.each(['nothing.such', '__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])(
    'passes the unknown name “%s” to the gate, which refuses it',
    async (name) => {
      const page = await connect(open, cookie);
      expect(await page.call(name, {})).toEqual({ ok: false, failure: { code: 'call.unknown' } });
      page.socket.close();
    },
  );

  it('takes __proto__ in an input as mere data', async () => {
    const page = await connect(open, cookie);
    page.socket.send('{"id":7,"name":"echo","input":{"__proto__":{"admin":true}}}');
    const reply = await new Promise((resolve) => page.socket.once('message', (data) => resolve(String(data))));
    expect(reply).toBe('{"id":7,"reply":{"ok":true,"value":{"__proto__":{"admin":true}}}}');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    page.socket.close();
  });

  it('answers a fault behind the gate as one, without its text, and stays open', async () => {
    const page = await connect(open, cookie);
    expect(await page.call('crash', {})).toEqual({ ok: false, failure: { code: 'door.fault' } });
    expect(await page.call('echo', 1)).toEqual({ ok: true, value: 1 });
    expect(JSON.stringify(open.log)).toContain('worker gone');
    page.socket.close();
  });

  it('never lets two browsers share a seat', async () => {
    const [mine, other] = [await connect(open, cookie), await connect(open, await comeIn(open))];
    await mine.call('session.sign-in', 'li');
    expect(await other.call('session.view', {})).toEqual({ ok: true, value: null });
    for (const page of [mine, other]) page.socket.close();
    expect(WebSocket.OPEN).toBe(1);
  });
});
