import type { TextOf } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import type { ViewerFile } from './viewer-model.ts';

/** An attached file as the list of its owner gives it. */
export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly pages: number;
  readonly takenAt: string | null;
  readonly position: { readonly latitude: number; readonly longitude: number } | null;
  readonly by: string;
  readonly at: string;
}

const degrees = (value: number, above: string, below: string): string =>
  `${Math.abs(value).toFixed(5)}° ${value < 0 ? below : above}`;

/** Puts an attached file into the words of the viewer: who kept it, and what the camera says. */
export function viewerFile(file: AttachedFile, text: TextOf, warnings: readonly string[] = []): ViewerFile {
  const { at, by, id, mediaType, name, pages, position, takenAt } = file;
  const taken = takenAt === null ? null : text('evidence.takenAt', { at: showMoment(takenAt) });
  const where =
    position === null
      ? null
      : text('evidence.takenWhere', {
          latitude: degrees(position.latitude, 'N', 'S'),
          longitude: degrees(position.longitude, 'E', 'W'),
        });
  const camera = mediaType === 'application/pdf' ? [] : [taken ?? text('evidence.takenUnknown'), where];
  const kept = text('evidence.keptBy', { by, at: showMoment(at) });
  const detail = [...camera, kept].filter((one) => one !== null);
  return { id, name, mediaType, pages, detail, ...(warnings.length === 0 ? {} : { warnings }) };
}
