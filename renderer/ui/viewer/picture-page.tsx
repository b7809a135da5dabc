import type { Size } from './open-file.ts';
import type { Rotation } from './viewer-model.ts';

/** A photo as a page of its own, turned and sized. */
export function PicturePage({
  url,
  name,
  size,
  scale,
  rotation,
}: {
  readonly url: string;
  readonly name: string;
  readonly size: Size;
  readonly scale: number;
  readonly rotation: Rotation;
}) {
  return (
    <img
      className="viewer-picture"
      src={url}
      alt={name}
      style={{
        width: size.width * scale,
        height: size.height * scale,
        transform: `translate(-50%, -50%) rotate(${rotation}deg)`,
      }}
    />
  );
}
