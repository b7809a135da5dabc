import { basename } from 'node:path';
import type { DownloadItem, Session, WebContents } from 'electron';
import { isOurBlob, isOurs, SCHEME } from './origin.ts';

/** What our page may do beyond showing itself: put text on the clipboard when a person copies a number. The camera is {@link isCamera}. */
const PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);
/** Chromium's built-in PDF viewer is an extension with this fixed id; a certificate preview needs it. */
const PDF_VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';

/**
 * Shuts a session: no permission but the listed one, no device, no network, no download but a
 * document a person saves.
 *
 * Chromium asks for a permission in two ways (check and request) and both are answered here.
 */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isAllowed = PERMISSIONS.has(permission) || isCamera(permission, kinds);
    decide(isOurs(details.requestingUrl) && isAllowed);
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const isAllowed = PERMISSIONS.has(permission) || isCamera(permission, [details?.mediaType]);
    return isOurs(origin) && isAllowed;
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isLocal(url) }));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event, item) => {
    if (isOurBlob(item.getURL())) askWhere(item);
    else event.preventDefault();
  });
}

/** Whether a page asks for the camera and nothing else: photos of what arrived; never for the microphone. */
const isCamera = (permission: string, kinds: readonly unknown[]): boolean =>
  permission === 'media' && kinds.length > 0 && kinds.every((kind) => kind === 'video');

/** Keeps a page where it is: no navigation away, no new window, no webview. */
export function lockContents(contents: WebContents): void {
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (!isOurs(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', (event) => {
    if (!isOurs(event.url) && !isOurBlob(event.url) && !event.url.startsWith(PDF_VIEWER)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

const isLocal = (url: string): boolean =>
  isOurs(url) || isOurBlob(url) || url.startsWith('data:') || url.startsWith(PDF_VIEWER);

function askWhere(item: DownloadItem): void {
  const name = basename(item.getFilename());
  item.setSaveDialogOptions({ title: '保存 Save', defaultPath: name, properties: ['showOverwriteConfirmation'] });
}

/** The scheme's rights: a secure origin with fetch, and neither a way round the CSP nor service workers. */
export const SCHEME_RIGHTS = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
} as const;
