import { z } from 'zod';

interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 500 | 503;
  readonly zh: string;
  readonly en: string;
}

/** Every refusal the platform can answer with: its HTTP status and what it says in both languages. */
export const PLATFORM_ERRORS = {
  'request.not-found': { status: 404, zh: '没有这个地址。', en: 'There is nothing at this address.' },
  'request.method': { status: 405, zh: '此地址不接受该方法。', en: 'This address does not take that method.' },
  'request.content-type': {
    status: 415,
    zh: '请求正文必须是 application/json。',
    en: 'The body must be application/json.',
  },
  'request.too-large': { status: 413, zh: '请求过大。', en: 'The request is too large.' },
  'request.not-json': { status: 400, zh: '请求正文不是有效的 UTF-8 JSON。', en: 'The body is not valid UTF-8 JSON.' },
  'request.too-deep': { status: 400, zh: '请求正文嵌套过深。', en: 'The body is nested too deeply.' },
  'request.invalid': { status: 422, zh: '请求内容不符合约定。', en: 'The request does not follow the contract.' },
  'auth.missing': { status: 401, zh: '请求缺少签名。', en: 'The request is not signed.' },
  'auth.unknown-desk': { status: 401, zh: '平台没有登记这个工作台。', en: 'The platform does not know this desk.' },
  'auth.signature': { status: 401, zh: '签名不正确。', en: 'The signature does not match.' },
  'auth.clock-skew': {
    status: 401,
    zh: '工作台时钟与平台相差超过五分钟，请校准。',
    en: "The desk's clock is more than five minutes off; set it right.",
  },
  'auth.replayed': { status: 401, zh: '这个请求已经收到过。', en: 'This request was already received.' },
  'auth.admin': { status: 401, zh: '需要管理员令牌。', en: 'The administrator token is needed.' },
  'enrol.code': {
    status: 403,
    zh: '登记码不存在、已使用或已过期。',
    en: 'The enrolment code is unknown, used or expired.',
  },
  'enrol.desk-taken': {
    status: 409,
    zh: '该工作台编号已被其他工作台使用。',
    en: 'That desk code belongs to another desk.',
  },
  'enrol.full': { status: 409, zh: '工作台编号已用完。', en: 'All desk codes are in use.' },
  'push.gap': {
    status: 409,
    zh: '中间缺少记录，请从指定序号重发。',
    en: 'Entries are missing; resend from the number named.',
  },
  'push.fork': {
    status: 409,
    zh: '同一序号出现了不同的记录（磁盘曾被恢复或复制），请用新登记码重新登记。',
    en: 'The same number holds another entry (a restored or cloned disk); enrol again with a new code.',
  },
  'push.hash': { status: 422, zh: '记录的哈希与内容不符。', en: "An entry's hash does not match its content." },
  'pull.epoch': {
    status: 409,
    zh: '平台已更换数据纪元，请从头拉取。',
    en: 'The platform has begun a new epoch; pull from the beginning.',
  },
  'blob.chunk': {
    status: 422,
    zh: '分块的序号或长度不符合约定。',
    en: 'The number or length of the chunk does not follow the contract.',
  },
  'blob.quota': {
    status: 413,
    zh: '该工作台未完成的文件过多，请先完成已开始的文件。',
    en: 'Too much of this desk is unfinished; finish the files that were begun.',
  },
  'blob.incomplete': { status: 409, zh: '文件还缺分块。', en: 'Chunks of the file are missing.' },
  'blob.hash': {
    status: 422,
    zh: '文件内容与哈希不符，已丢弃，请重新发送。',
    en: 'The file does not match its hash and was dropped; send it again.',
  },
  'blob.unknown': { status: 404, zh: '平台还没有这个文件。', en: 'The platform does not hold this file yet.' },
  'server.busy': { status: 503, zh: '平台繁忙，请稍后再试。', en: 'The platform is busy; try again later.' },
  'server.database': { status: 503, zh: '平台数据库暂时不可用。', en: "The platform's database is not available." },
  'server.fault': { status: 500, zh: '平台内部错误。', en: 'The platform failed.' },
} as const satisfies Record<string, Refusal>;

/** Code of a refusal, from the closed set. */
export type PlatformErrorCode = keyof typeof PLATFORM_ERRORS;

/** Values a refusal names: the expected seq, the server's time, the path of a bad field. */
export type PlatformErrorData = Readonly<Record<string, string | number>>;

/**
 * The body of every answer that is not a success.
 *
 * The code is read as plain text, so that an older desk survives a newer platform's code.
 */
export const errorReplySchema = z.object({
  error: z.object({
    code: z.string(),
    zh: z.string(),
    en: z.string(),
    data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
});

export type ErrorReply = z.infer<typeof errorReplySchema>;

/** Builds the body of a refusal. */
export function errorReply(code: PlatformErrorCode, data?: PlatformErrorData): ErrorReply {
  const { zh, en } = PLATFORM_ERRORS[code];
  return { error: { code, zh, en, ...(data && { data: { ...data } }) } };
}
