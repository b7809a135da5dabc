import { readBase64 } from './base64-file.ts';
import type { UploadPorts } from './upload-queue.ts';

/** What can be said of a photo before it is sent; the sentences are the contract's. */
export type PhotoFault = 'photo.empty' | 'photo.too-large' | 'photo.wrong-type' | 'photo.unreadable';

/** What sending a photo needs from the desk that does it. */
export interface PhotoSender {
  readonly limitBytes: number;
  readonly sentence: (code: PhotoFault, data: Readonly<Record<string, string | number>>) => string;
  /** Keeps one photo; answers with why it was refused, null when it was kept. */
  readonly keep: (place: string, name: string, content: string) => Promise<string | null>;
}

const PICTURE = /\.(?:jpe?g|png|webp|hei[cf])$/i;

/**
 * Reads and sends photos for an upload queue.
 *
 * What its size and kind already tell is refused without reading it; whether it is a whole picture
 * only the backend can say.
 */
export const photoSender =
  ({ limitBytes, sentence, keep }: PhotoSender): UploadPorts['send'] =>
  async (place, file) => {
    const name = file.name || 'photo.jpg';
    if (file.size === 0) return sentence('photo.empty', { name });
    if (file.size > limitBytes) {
      return sentence('photo.too-large', {
        name,
        mb: Math.ceil(file.size / 1_000_000),
        limitMb: limitBytes / 1_000_000,
      });
    }
    if (!file.type.startsWith('image/') && !PICTURE.test(name)) return sentence('photo.wrong-type', { name });
    let content;
    try {
      content = await readBase64(file);
    } catch (error) {
      if (error instanceof DOMException) return sentence('photo.unreadable', { name });
      throw error;
    }
    return keep(place, name, content);
  };
