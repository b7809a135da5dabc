import { z } from 'zod';
import {
  applicationUploadReplySchema,
  applicationUploadSchema,
  deskListReplySchema,
  enrolmentCodeReplySchema,
  healthReplySchema,
} from './administration.ts';
import {
  blobChunkReplySchema,
  blobCommitReplySchema,
  blobPlanReplySchema,
  blobPlanRequestSchema,
  blobSchema,
} from './blob.ts';
import { consentUploadReplySchema, consentUploadSchema } from './consent.ts';
import { enrolReplySchema, enrolRequestSchema } from './enrolment.ts';
import { errorReplySchema } from './error-reply.ts';
import { publicStatusReplySchema } from './public-status-reply.ts';
import { applicationEventSchema, entryEventSchema, pullQuerySchema, pullReplySchema } from './pull.ts';
import { pushReplySchema, pushRequestSchema } from './push.ts';
import { SIGNATURE_HEADERS } from './signature.ts';

interface Endpoint {
  readonly method: 'get' | 'post' | 'put';
  readonly path: string;
  readonly summary: string;
  /** Who may call it: anyone, a desk by its signature, the administrator by the token. */
  readonly caller: 'anyone' | 'desk' | 'admin';
  /** `bytes` is raw: application/octet-stream. */
  readonly request?: z.ZodType | 'bytes';
  readonly query?: z.ZodObject;
  readonly reply: z.ZodType | 'bytes';
}

const ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/enrol',
    summary: 'Join as a desk with a one-time code; signed with the key it announces',
    caller: 'anyone',
    request: enrolRequestSchema,
    reply: enrolReplySchema,
  },
  {
    method: 'post',
    path: '/push',
    summary: "Hand over a run of the desk's ledger; a verdict per entry",
    caller: 'desk',
    request: pushRequestSchema,
    reply: pushReplySchema,
  },
  {
    method: 'get',
    path: '/pull',
    summary: "The next page of others' entries and of applications",
    caller: 'desk',
    query: pullQuerySchema,
    reply: pullReplySchema,
  },
  {
    method: 'post',
    path: '/blobs/plan',
    summary: 'Which files are held, and which chunks of the others are missing',
    caller: 'desk',
    request: blobPlanRequestSchema,
    reply: blobPlanReplySchema,
  },
  {
    method: 'put',
    path: '/blobs/{hash}/{index}',
    summary: 'Put one chunk of a file (1 MiB; the last may be shorter); the same chunk again changes nothing',
    caller: 'desk',
    request: 'bytes',
    reply: blobChunkReplySchema,
  },
  {
    method: 'post',
    path: '/blobs/commit',
    summary: 'Put the chunks together and hold the file when its hash is right',
    caller: 'desk',
    request: blobSchema,
    reply: blobCommitReplySchema,
  },
  {
    method: 'get',
    path: '/blobs/{hash}/{index}',
    summary: 'One chunk of a file that is held',
    caller: 'desk',
    reply: 'bytes',
  },
  {
    method: 'post',
    path: '/admin/enrolment-codes',
    summary: 'Make a one-time enrolment code',
    caller: 'admin',
    reply: enrolmentCodeReplySchema,
  },
  {
    method: 'post',
    path: '/admin/applications',
    summary: 'Hand over applications to all desks',
    caller: 'admin',
    request: applicationUploadSchema,
    reply: applicationUploadReplySchema,
  },
  {
    method: 'post',
    path: '/admin/consents',
    summary: 'Hand over applicants’ answers to proposed lower stars',
    caller: 'admin',
    request: consentUploadSchema,
    reply: consentUploadReplySchema,
  },
  {
    method: 'get',
    path: '/admin/desks',
    summary: 'The desks and the heads of their ledgers',
    caller: 'admin',
    reply: deskListReplySchema,
  },
  {
    method: 'get',
    path: '/v/{token}',
    summary: 'Status behind a printed QR code; a page, or JSON when asked for',
    caller: 'anyone',
    reply: publicStatusReplySchema,
  },
  {
    method: 'get',
    path: '/health',
    summary: 'Whether the platform and its database answer',
    caller: 'anyone',
    reply: healthReplySchema,
  },
];

const json = (schema: z.ZodType) => ({
  'application/json': { schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) },
});

const content = (body: z.ZodType | 'bytes'): object =>
  body === 'bytes' ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } : json(body);

function parameters(endpoint: Endpoint): readonly object[] {
  const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(endpoint.query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: z.toJSONSchema(schema, { io: 'output' }),
  }));
  const inHeader =
    endpoint.caller === 'desk'
      ? Object.values(SIGNATURE_HEADERS).map((name) => ({
          name,
          in: 'header',
          required: true,
          schema: { type: 'string' },
        }))
      : [];
  return [...inPath, ...inQuery, ...inHeader];
}

const operation = (endpoint: Endpoint): object => ({
  summary: endpoint.summary,
  ...(endpoint.caller === 'admin' && { security: [{ adminToken: [] }] }),
  parameters: parameters(endpoint),
  ...(endpoint.request && { requestBody: { required: true, content: content(endpoint.request) } }),
  responses: {
    200: { description: 'Done', content: content(endpoint.reply) },
    default: { description: 'Refused', content: json(errorReplySchema) },
  },
});

/** The wire contract as an OpenAPI 3.1 document, made from the schemas that both sides run. */
export function openApiDocument(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of ENDPOINTS) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'OTOP desk platform', version: '1' },
    paths,
    components: {
      securitySchemes: { adminToken: { type: 'http', scheme: 'bearer' } },
      schemas: {
        EntryEvent: z.toJSONSchema(entryEventSchema, { unrepresentable: 'any' }),
        ApplicationEvent: z.toJSONSchema(applicationEventSchema, { unrepresentable: 'any' }),
      },
    },
  };
}
