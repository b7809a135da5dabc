import { expect, test } from 'vitest';
import { errorReply, errorReplySchema, PLATFORM_ERRORS, type PlatformErrorCode } from '#shared/platform/error-reply.ts';
import { openApiDocument } from '#shared/platform/openapi.ts';
import { readMarkFact } from '#shared/platform/public-status-reply.ts';
import { readPullEvent } from '#shared/platform/pull.ts';
import { pushRequestSchema } from '#shared/platform/push.ts';

const hash = 'a'.repeat(64);
const entry = { seq: 1, prev: hash, hash, body: '{}' };

test('every refusal says what is wrong in both languages and reads back', () => {
  for (const code of Object.keys(PLATFORM_ERRORS) as PlatformErrorCode[]) {
    const reply = errorReply(code, { seq: 3 });
    expect(errorReplySchema.parse(JSON.parse(JSON.stringify(reply)))).toEqual(reply);
    expect(reply.error.zh).toMatch(/\p{Script=Han}/u);
    expect(reply.error.en).toMatch(/^[\x20-\x7E]+$/);
  }
});

test('the interface document names every endpoint with the shapes of what goes in and out', () => {
  const document = JSON.parse(JSON.stringify(openApiDocument())) as {
    paths: Record<string, Record<string, { requestBody?: object; responses: Record<string, object> }>>;
  };
  expect(Object.keys(document.paths)).toEqual([
    '/enrol',
    '/push',
    '/pull',
    '/blobs/plan',
    '/blobs/{hash}/{index}',
    '/blobs/commit',
    '/admin/enrolment-codes',
    '/admin/applications',
    '/admin/consents',
    '/admin/desks',
    '/v/{token}',
    '/health',
  ]);
  expect(document.paths['/push']?.['post']?.requestBody).toMatchObject({
    content: { 'application/json': { schema: { properties: { entries: { minItems: 1, maxItems: 500 } } } } },
  });
});

test.each([
  ['in order', [entry, { ...entry, seq: 2 }], true],
  ['with one withheld', [entry, { seq: 2, prev: hash, hash, withheld: 'http-500' }], true],
  ['none', [], false],
  ['a hole', [entry, { ...entry, seq: 3 }], false],
  ['backwards', [{ ...entry, seq: 2 }, entry], false],
  ['twice the same', [entry, entry], false],
  ['501', Array.from({ length: 501 }, (_, index) => ({ ...entry, seq: index + 1 })), false],
  ['a hash in capitals', [{ ...entry, hash: 'A'.repeat(64) }], false],
  ['a lone surrogate', [{ ...entry, body: '\ud800' }], false],
  ['a NUL', [{ ...entry, body: '\0' }], false],
  ['a field nobody knows', [{ ...entry, admin: true }], false],
])('entries of a push: %s', (_, entries, good) => {
  expect(pushRequestSchema.safeParse({ entries }).success).toBe(good);
});

test('an event of a kind from the future, or out of shape, is kept raw', () => {
  const known = { cursor: 7, kind: 'entry', desk: '02', ...entry };
  expect(readPullEvent(known)).toEqual({ known: true, event: known });
  const future = { cursor: 8, kind: 'parcel.announced', waybill: 'SF1' };
  expect(readPullEvent(future)).toEqual({ known: false, event: future });
  expect(readPullEvent({ cursor: 9, kind: 'entry' })).toEqual({ known: false, event: { cursor: 9, kind: 'entry' } });
});

const payload = {
  number: 'OTOP-2026-3-01-00001-7',
  token: 'k3J9xWq2',
  caseId: 'case-1',
  star: 3,
  productName: '安化黑茶',
  enterpriseName: '样例茶业有限公司',
  issuedOn: '2026-03-02',
  validUntil: '2029-03-01',
};

test.each([
  ['issue', 'certificate.issued', payload, true],
  ['issue with more than we read', 'badge.issued', { ...payload, printer: 'x' }, true],
  ['six stars', 'badge.issued', { ...payload, star: 6 }, false],
  ['a day that does not exist', 'certificate.issued', { ...payload, validUntil: '2029-02-30' }, false],
  ['a guessable token', 'certificate.issued', { ...payload, token: '7' }, false],
  ['a token that leaves the path', 'certificate.issued', { ...payload, token: '../admin/desks' }, false],
  ['a warning', 'warning.raised', { number: payload.number, level: 'red' }, true],
  ['a warning of no level', 'warning.raised', { number: payload.number, level: 'blue' }, false],
  ['a suspension of nothing', 'certificate.suspended', {}, false],
])('fact about a mark: %s', (_, type, value, good) => {
  expect(readMarkFact(type, value).ok).toBe(good);
});

test('any other entry is no fact about a mark, whatever it carries', () => {
  expect(readMarkFact('sample.received', payload)).toEqual({ ok: true, value: undefined });
});
