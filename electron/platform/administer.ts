import { readFileSync } from 'node:fs';
import { fail, ok, type Result } from '#shared/base/result.ts';
import {
  applicationUploadReplySchema,
  enrolmentCodeReplySchema,
  type ApplicationUploadReply,
  type EnrolmentCodeReply,
} from '#shared/platform/administration.ts';
import { errorReplySchema } from '#shared/platform/error-reply.ts';
import { REQUEST_MAX_BYTES, UPLOAD_MAX_APPLICATIONS } from '#shared/platform/limits.ts';
import type { Shape } from '#shared/platform/shape.ts';
import { adminTokenIn, notedOrigin } from './platform-folder.ts';

/** Why an administrator's command was refused, Chinese then English. */
export type Reason = string;

async function post<T>(folder: string, path: string, body: string, reply: Shape<T>): Promise<Result<T, Reason>> {
  const origin = notedOrigin(folder);
  if (origin === undefined) {
    return fail(`${folder} 的平台没有运行；请先启动。\nNo platform runs on ${folder}; start it first.`);
  }
  try {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${adminTokenIn(folder)}`, 'content-type': 'application/json' },
      body,
    });
    const answer: unknown = await response.json();
    if (response.ok) return ok(reply.parse(answer));
    const { error } = errorReplySchema.parse(answer);
    return fail(`${error.zh}\n${error.en}${error.data ? ` ${JSON.stringify(error.data)}` : ''}`);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fail(`平台在 ${origin} 没有应答。\nThe platform does not answer at ${origin}.`);
  }
}

/** Asks the running platform of a data folder for an enrolment code. */
export const requestEnrolmentCode = (folder: string): Promise<Result<EnrolmentCodeReply, Reason>> =>
  post(folder, '/admin/enrolment-codes', '{}', enrolmentCodeReplySchema);

function readApplications(file: string): Result<readonly unknown[], Reason> {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    const list =
      typeof content === 'object' && content !== null && 'applications' in content ? content.applications : content;
    if (Array.isArray(list)) return ok(list);
    return fail(`${file} 里没有申报列表。\n${file} holds no list of applications.`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return fail(`读不了 ${file}：${error.message}\nCannot read ${file}: ${error.message}`);
  }
}

function inBatches(applications: readonly unknown[]): readonly string[] {
  const batches: string[] = [];
  for (let start = 0; start < applications.length;) {
    let count = Math.min(UPLOAD_MAX_APPLICATIONS, applications.length - start);
    let body = JSON.stringify({ applications: applications.slice(start, start + count) });
    while (Buffer.byteLength(body) > REQUEST_MAX_BYTES && count > 1) {
      count = Math.ceil(count / 2);
      body = JSON.stringify({ applications: applications.slice(start, start + count) });
    }
    batches.push(body);
    start += count;
  }
  return batches;
}

/**
 * Hands the national platform's JSON export (a list, or an object with `applications`) to the
 * running platform of a data folder. Doing it twice changes nothing.
 */
export async function loadApplications(folder: string, file: string): Promise<Result<ApplicationUploadReply, Reason>> {
  const applications = readApplications(file);
  if (!applications.ok) return applications;
  const sum = { added: 0, replaced: 0, unchanged: 0 };
  for (const body of inBatches(applications.value)) {
    const done = await post(folder, '/admin/applications', body, applicationUploadReplySchema);
    if (!done.ok) return done;
    sum.added += done.value.added;
    sum.replaced += done.value.replaced;
    sum.unchanged += done.value.unchanged;
  }
  return ok(sum);
}
