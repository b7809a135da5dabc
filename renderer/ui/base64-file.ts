/** A file as the backend hands it over: contents in base64. */
export interface Base64File {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
}

/** The file's bytes, for a picture, a frame or saving. */
export function fileBlob(file: Base64File): Blob {
  const binary = atob(file.content);
  const bytes = Uint8Array.from(binary, (character) => character.codePointAt(0) ?? 0);
  return new Blob([bytes], { type: file.mediaType });
}

/** Reads a file a person chose into base64. */
export async function readBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const CHUNK = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** Saves a file through the browser's own download. */
export function saveFile(file: Base64File): void {
  saveBlob(fileBlob(file), file.name);
}

/** Saves bytes under a name through the browser's own download. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A size in the unit a person reads: `412 KB`. */
export function fileSize(file: Base64File): string {
  const bytes = Math.floor((file.content.length * 3) / 4);
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
