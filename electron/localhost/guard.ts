import type { IncomingHttpHeaders } from 'node:http';

/** What the guard looks at in a request. */
export interface Knock {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** Why a request is turned away: the status and one word for the log. */
export interface Refused {
  readonly status: 400 | 403 | 405 | 421;
  readonly why: string;
}

/**
 * Turns away every request that a page of ours did not make.
 *
 * `Host` must be our loopback address to the letter, which ends DNS rebinding; `Origin`, where the
 * browser sends one, must be ours; fetch metadata must say same-origin or none. The one exception is
 * a person arriving at the start page from elsewhere (the start file, a link): a top-level navigation
 * to `/`, which shows nothing that is secret.
 */
export function refusalOf(knock: Knock, host: string): Refused | undefined {
  const { method, url, headers } = knock;
  if (headers.host !== host) return { status: 421, why: 'host' };
  if (!url.startsWith('/')) return { status: 400, why: 'target' };
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return { status: 405, why: 'method' };
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return { status: 403, why: 'origin' };
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return undefined;
  const arrives =
    method === 'GET' &&
    url === '/' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document';
  return arrives ? undefined : { status: 403, why: 'cross-site' };
}

/** Like {@link refusalOf}, for a WebSocket: its `Origin` is not optional. */
export function socketRefusalOf(knock: Knock, host: string): Refused | undefined {
  const refused = refusalOf(knock, host);
  if (refused) return refused;
  return knock.method === 'GET' && knock.headers.origin === `http://${host}`
    ? undefined
    : { status: 403, why: 'origin' };
}
