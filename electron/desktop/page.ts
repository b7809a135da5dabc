import { readPageFile } from '#electron/backend/page-files.ts';
import { pageHeaders } from '#shared/contract/door.ts';
import { isOurs } from './origin.ts';

/**
 * Answers `app://workstation/…` with the files of the built page.
 *
 * @param folder the built page, `out/renderer`
 */
export function pageHandler(folder: string): (request: Request) => Promise<Response> {
  const headers = pageHeaders();
  return async (request) => {
    const found =
      request.method === 'GET' && isOurs(request.url)
        ? await readPageFile(folder, new URL(request.url).pathname)
        : undefined;
    if (found === undefined) return new Response(null, { status: 404, headers });
    return new Response(found.body, { headers: { ...headers, 'content-type': found.type } });
  };
}
