import { chosenFile } from './base64-file.ts';
import type { UploadPorts } from './upload-queue.ts';

/** What can be said of a photo before it is sent; the sentences are the contract's. */
export type PhotoFault = 'photo.empty' | 'photo.too-large' | 'photo.wrong-type' | 'file.unreadable';

/** What sending a photo needs from the desk that does it. */
export interface PhotoSender {
  readonly limitBytes: number;
  readonly sentence: (code: PhotoFault, data: Readonly<Record<string, string | number>>) => string;
  /** Keeps one photo; answers with why it was refused, null when it was kept. */
  readonly keep: (place: string, name: string, content: string) => Promise<string | null>;
}

const PICTURE = /\.(?:jpe?g|png|webp|hei[cf])$/i;

/**
 * The two sides of sending photos for an upload queue: what size and kind already tell is refused
 * without reading; whether it is a whole picture only the backend can say. The next photo is read while the
 * one before is being kept, and kept after it: photos lie in the order they were given.
 */
export function photoSender({ limitBytes, sentence, keep }: PhotoSender): Pick<UploadPorts, 'check' | 'send'> {
  const nameOf = (file: File): string => file.name || 'photo.jpg';
  let before = Promise.resolve();
  return {
    check: (file) => {
      const name = nameOf(file);
      if (file.size === 0) return sentence('photo.empty', { name });
      if (file.size > limitBytes) {
        const mb = Math.ceil(file.size / 1_000_000);
        return sentence('photo.too-large', { name, mb, limitMb: limitBytes / 1_000_000 });
      }
      const isPicture = file.type.startsWith('image/') || PICTURE.test(name);
      return isPicture ? null : sentence('photo.wrong-type', { name });
    },
    send: async (place, file) => {
      const earlier = before;
      const through = new Turn();
      before = through.over;
      try {
        const content = await chosenFile(file).read();
        await earlier;
        return content === null
          ? sentence('file.unreadable', { name: nameOf(file) })
          : await keep(place, nameOf(file), content);
      } finally {
        through.end();
      }
    },
  };
}

/** Something that others wait for. */
class Turn {
  end: () => void = () => undefined;
  readonly over = new Promise<void>((resolve) => {
    this.end = resolve;
  });
}
