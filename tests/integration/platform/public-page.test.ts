import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlatform, type Platform } from '#electron/platform/server.ts';
import { publicStatusReplySchema } from '#shared/platform/public-status-reply.ts';
import { startTestCluster, type TestCluster } from '#tests/support/postgres.ts';
import { silentLogger } from '#tests/support/silent-logger.ts';
import { ADMIN_TOKEN, enrolTestDesk, type Deed, type TestDesk } from '#tests/support/test-desk.ts';

let cluster: TestCluster;
let platform: Platform;
let desk: TestDesk;
let now = new Date('2026-06-01T04:00:00Z');

beforeAll(async () => {
  cluster = await startTestCluster();
  platform = await startPlatform({
    database: { url: await cluster.freshDatabase() },
    port: 0,
    adminToken: ADMIN_TOKEN,
    logger: silentLogger(),
    now: () => now,
  });
  desk = await enrolTestDesk(platform.origin, fetch, () => now);
});
afterAll(async () => {
  await platform.close();
  await cluster.stop();
});

const numberOf = (token: string): string => `OTOP-2026-3-01-${token}`;

const issue = (token: string, more: Record<string, string | number> = {}): Deed => ({
  type: 'certificate.issued',
  entity: 'certificate',
  entityId: `case-${token}`,
  payload: {
    number: numberOf(token),
    token,
    caseId: `case-${token}`,
    star: 3,
    productName: '安化<黑>茶 & "千两茶"',
    enterpriseName: '样例茶业有限公司',
    issuedOn: '2026-03-02',
    validUntil: '2029-03-01',
    ...more,
  },
});
const warn = (token: string, level: string): Deed => ({
  type: 'warning.raised',
  entity: 'warning',
  entityId: `warning-${token}-${level}`,
  payload: { number: numberOf(token), level },
});
const change = (token: string, type: string): Deed => ({
  type,
  entity: 'certificate',
  entityId: `case-${token}`,
  baseVersion: 1,
  payload: { number: numberOf(token) },
});

async function push(...deeds: readonly Deed[]): Promise<void> {
  for (const deed of deeds) desk.store.append(deed);
  const outcome = await desk.client.push(desk.store.pending(desk.store.acknowledged, 500, 1_000_000));
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  desk.store.recordPush(outcome.value);
}

const page = (token: string, accept = 'text/html,application/xhtml+xml,*/*;q=0.8'): Promise<Response> =>
  fetch(`${platform.origin}/v/${token}`, { headers: { accept } });

test.each<[string, readonly Deed[], string, string, number]>([
  ['valid001', [issue('valid001')], 'valid', '有效', 200],
  ['yellow01', [issue('yellow01'), warn('yellow01', 'yellow')], 'yellow', '黄色警示', 200],
  ['red00001', [issue('red00001'), warn('red00001', 'yellow'), warn('red00001', 'red')], 'red', '红色警示', 200],
  ['suspend1', [issue('suspend1'), change('suspend1', 'certificate.suspended')], 'suspended', '已暂停', 200],
  ['withdra1', [issue('withdra1'), change('withdra1', 'certificate.withdrawn')], 'withdrawn', '已撤销', 200],
  ['expired1', [issue('expired1', { validUntil: '2026-05-31' })], 'expired', '已过期', 200],
  ['unknown1', [], 'unknown', '查无此码', 404],
])('%s', async (token, deeds, state, words, status) => {
  if (deeds.length > 0) await push(...deeds);
  const html = await page(token);
  expect(html.status).toBe(status);
  expect(html.headers.get('cache-control')).toBe('no-store');
  expect(html.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/);
  const text = await html.text();
  expect(text).toContain(`<body class="${state}">`);
  expect(text).toContain(words);
  expect(text).not.toMatch(/<script|https?:|\son\w+=/);
  expect(text.includes('安化&lt;黑&gt;茶 &amp; &quot;千两茶&quot;')).toBe(state !== 'unknown');

  const json = await page(token, 'application/json');
  expect(json.status).toBe(status);
  const told = publicStatusReplySchema.parse(await json.json());
  expect(told.state).toBe(state);
  expect(told.mark?.number).toBe(state === 'unknown' ? undefined : numberOf(token));
  expect(JSON.stringify(told)).not.toContain('case-');
});

test('a mark that ends on a day ends at midnight in China', async () => {
  await push(issue('midnight', { validUntil: '2026-06-30' }));
  const stateAt = async (time: string): Promise<unknown> => {
    now = new Date(time);
    return ((await (await page('midnight', 'application/json')).json()) as { state: string }).state;
  };
  const before = now;
  expect(await stateAt('2026-06-30T15:59:59Z')).toBe('valid');
  expect(await stateAt('2026-06-30T16:00:00Z')).toBe('expired');
  now = before;
});

test('a status changes with the next scan, and comes back when the suspension ends', async () => {
  await push(issue('changing'));
  expect(await (await page('changing')).text()).toContain('class="valid"');
  await push(change('changing', 'certificate.suspended'));
  expect(await (await page('changing')).text()).toContain('class="suspended"');
  await push({ ...change('changing', 'certificate.restored'), baseVersion: 2 });
  expect(await (await page('changing')).text()).toContain('class="valid"');
});

test('nobody can take a number or a token that is already printed', async () => {
  await push(issue('original'));
  await push(issue('another1', { token: 'original' }), issue('another2', { number: numberOf('original') }));
  const verdicts = [...desk.store.verdicts.values()].slice(-2);
  expect(verdicts).toMatchObject([{ reason: 'number-taken' }, { reason: 'number-taken' }]);
  expect(await (await page('original')).text()).toContain(numberOf('original'));
});

test.each(['a', '..%2F..%2Fadmin', '%00', "x'%20OR%201=1--", '%E0%A4%A', 'a'.repeat(4_000)])(
  'a token nobody prints is unknown: %s',
  async (token) => {
    const answer = await page(token);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('查无此码');
  },
);
