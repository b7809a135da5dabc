import { Hono, type Context } from 'hono';
import { ok, type Result } from '#shared/base/result.ts';
import { applicationUploadSchema, type DeskListReply } from '#shared/platform/administration.ts';
import { consentUploadSchema } from '#shared/platform/consent.ts';
import { enrolRequestSchema, type EnrolReply } from '#shared/platform/enrolment.ts';
import { errorReply, PLATFORM_ERRORS } from '#shared/platform/error-reply.ts';
import { PUSH_MAX_BYTES } from '#shared/platform/limits.ts';
import { openApiDocument } from '#shared/platform/openapi.ts';
import type { PublicStatusReply } from '#shared/platform/public-status-reply.ts';
import { pullQuerySchema } from '#shared/platform/pull.ts';
import { pushRequestSchema, type PushRequest } from '#shared/platform/push.ts';
import type { Shape } from '#shared/platform/shape.ts';
import { acceptPush } from './accept-push.ts';
import { addApplications } from './applications-down.ts';
import { addBlobRoutes } from './blob-routes.ts';
import { addConsents } from './consents-down.ts';
import { isDatabaseTrouble, type Database } from './database.ts';
import { listDesks } from './list-desks.ts';
import { enrolDesk, makeEnrolmentCode } from './enrol-desk.ts';
import { pageOfEvents } from './page-of-events.ts';
import type { PlatformLogger } from './platform-logger.ts';
import { PUBLIC_PAGE_HEADERS, publicPage } from './public-page.ts';
import { publicStatusOf } from './public-status-of.ts';
import { checkShape, readBody, readJson, type RawBody } from './read-request.ts';
import { refuse, type Refusal } from './refusal.ts';
import { authenticateDesk, checkSignature, isAdministrator } from './signed-request.ts';

/** What the platform's answers rest on. */
export interface AppParts {
  readonly database: Database;
  readonly epoch: string;
  readonly publicUrl: () => string;
  readonly adminToken: string;
  readonly now: () => Date;
  readonly logger: PlatformLogger;
}

const BUSY_PUSHES = 32;
const RETRY_AFTER_S: Readonly<Record<string, string>> = { 'server.busy': '1', 'server.database': '5' };

function answer(context: Context, { code, data }: Refusal): Response {
  const retry = RETRY_AFTER_S[code];
  if (retry) context.header('retry-after', retry);
  if (code === 'request.too-large') context.header('connection', 'close');
  return context.json(errorReply(code, data), PLATFORM_ERRORS[code].status);
}

const reply = <T extends object>(context: Context, result: Result<T, Refusal>): Response =>
  result.ok ? context.json(result.value) : answer(context, result.failure);

const textBytes = (request: PushRequest): number =>
  request.entries.reduce((sum, entry) => sum + ('body' in entry ? Buffer.byteLength(entry.body) : 0), 0);

const wantsJson = (accept: string): boolean => accept.includes('application/json') && !accept.includes('text/html');

interface Signed {
  readonly desk: string;
  readonly body: RawBody;
}

/** The platform's endpoints over its database; no socket, so that tests can call it straight. */
export function createApp(parts: AppParts): Hono {
  const { database, epoch, now, adminToken } = parts;
  const app = new Hono({ strict: false });
  let pushes = 0;

  const signed = async (request: Request): Promise<Result<Signed, Refusal>> => {
    const body = await readBody(request);
    if (!body.ok) return body;
    const desk = await authenticateDesk(database, { request, bodyHash: body.value.hash, now: now() });
    return desk.ok ? ok({ desk: desk.value, body: body.value }) : desk;
  };

  const asAdministrator = async <T>(request: Request, schema: Shape<T>): Promise<Result<T, Refusal>> => {
    if (!isAdministrator(request.headers, adminToken)) return refuse('auth.admin');
    const body = await readBody(request);
    return body.ok ? readJson(request, body.value, schema) : body;
  };

  const push = async (request: Request) => {
    const from = await signed(request);
    if (!from.ok) return from;
    const sent = readJson(request, from.value.body, pushRequestSchema);
    if (!sent.ok) return sent;
    if (textBytes(sent.value) > PUSH_MAX_BYTES) return refuse('request.too-large', { maxBytes: PUSH_MAX_BYTES });
    return acceptPush(database, from.value.desk, sent.value.entries);
  };

  app.use('*', async (context, next) => {
    await next();
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'no-referrer');
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
  });

  app.post('/enrol', async (context) => {
    const request = context.req.raw;
    const body = await readBody(request);
    if (!body.ok) return answer(context, body.failure);
    const wish = readJson(request, body.value, enrolRequestSchema);
    if (!wish.ok) return answer(context, wish.failure);
    const held = checkSignature(wish.value.publicKey, { request, bodyHash: body.value.hash, now: now() });
    if (!held.ok) return answer(context, held.failure);
    const desk = await enrolDesk(database, wish.value, now());
    if (!desk.ok) return answer(context, desk.failure);
    parts.logger.info('desk enrolled', { desk: desk.value });
    return context.json({ desk: desk.value, epoch, publicUrl: parts.publicUrl() } satisfies EnrolReply);
  });

  app.post('/push', async (context) => {
    if (pushes >= BUSY_PUSHES) return answer(context, { code: 'server.busy' });
    pushes += 1;
    try {
      return reply(context, await push(context.req.raw));
    } finally {
      pushes -= 1;
    }
  });

  app.get('/pull', async (context) => {
    const from = await signed(context.req.raw);
    if (!from.ok) return answer(context, from.failure);
    const query = checkShape(pullQuerySchema, context.req.query());
    if (!query.ok) return answer(context, query.failure);
    return reply(context, await pageOfEvents(database, epoch, from.value.desk, query.value));
  });

  addBlobRoutes(app, { database, signed, answer });

  app.post('/admin/enrolment-codes', async (context) => {
    if (!isAdministrator(context.req.raw.headers, adminToken)) return answer(context, { code: 'auth.admin' });
    return context.json(await makeEnrolmentCode(database, now()));
  });

  app.post('/admin/applications', async (context) => {
    const upload = await asAdministrator(context.req.raw, applicationUploadSchema);
    if (!upload.ok) return answer(context, upload.failure);
    return context.json(await addApplications(database, upload.value));
  });

  app.post('/admin/consents', async (context) => {
    const upload = await asAdministrator(context.req.raw, consentUploadSchema);
    if (!upload.ok) return answer(context, upload.failure);
    return context.json(await addConsents(database, upload.value));
  });

  app.get('/admin/desks', async (context) => {
    if (!isAdministrator(context.req.raw.headers, adminToken)) return answer(context, { code: 'auth.admin' });
    return context.json({ desks: [...(await listDesks(database))] } satisfies DeskListReply);
  });

  app.get('/v/:token', async (context) => {
    const at = now();
    const status = await publicStatusOf(database, context.req.param('token'), at);
    for (const [name, value] of Object.entries(PUBLIC_PAGE_HEADERS)) context.header(name, value);
    context.header('vary', 'Accept');
    const code = status.state === 'unknown' ? 404 : 200;
    if (!wantsJson(context.req.header('accept') ?? '')) return context.html(publicPage(status, at), code);
    const { state, warning, mark } = status;
    const facts = mark && {
      number: mark.number,
      star: mark.star,
      productName: mark.productName,
      enterpriseName: mark.enterpriseName,
      issuedOn: mark.issuedOn,
      validUntil: mark.validUntil,
    };
    const told: PublicStatusReply = {
      state,
      ...(warning && { warning }),
      ...(facts && { mark: facts }),
      checkedAt: at.toISOString(),
    };
    return context.json(told, code);
  });

  app.get('/health', async (context) => {
    await database.query('SELECT 1');
    return context.json({ ok: true, epoch });
  });

  const document = openApiDocument();
  app.get('/openapi.json', (context) => context.json(document));

  const paths = new Set(app.routes.map(({ path }) => path));
  app.notFound((context) => {
    const known = paths.has(context.req.path) || /^\/(?:v|blobs)\//.test(context.req.path);
    return answer(context, { code: known ? 'request.method' : 'request.not-found' });
  });
  app.onError((error, context) => {
    if (isDatabaseTrouble(error)) {
      parts.logger.error('database trouble', error);
      return answer(context, { code: 'server.database' });
    }
    parts.logger.error(`${context.req.method} ${context.req.path} failed`, error);
    return answer(context, { code: 'server.fault' });
  });
  return app;
}
