/** A file as the backend hands it over: contents in base64. */
export interface Base64File {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string;
}

/** A file a person chose, not read yet. */
export interface ChosenFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Its content in base64; null when it is gone, is a folder, or may not be read. */
  read(): Promise<string | null>;
}

/** The file's bytes, for a picture, a frame or saving. */
export function fileBlob(file: Base64File): Blob {
  const binary = atob(file.content);
  const bytes = Uint8Array.from(binary, (character) => character.codePointAt(0) ?? 0);
  return new Blob([bytes], { type: file.mediaType });
}

/**
 * A file as a person chose it. The browser reads and encodes it off the window's thread: five megabytes
 * cost the window a few milliseconds instead of a visible halt.
 */
export const chosenFile = (file: File): ChosenFile => ({
  name: file.name,
  size: file.size,
  read: () => readBase64(file),
});

function readBase64(file: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = String(reader.result);
      resolve(url.slice(url.indexOf(',') + 1 || url.length));
    });
    reader.addEventListener('error', () => resolve(null));
    reader.readAsDataURL(file);
  });
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
