import { desksAndStream } from './0010-desks-and-stream.ts';
import { blobs } from './0020-blobs.ts';
import { consents } from './0030-consents.ts';
import { entryCursor } from './0040-entry-cursor.ts';

/** One numbered step of the schema; append-only and additive-only once released. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** Every step, in order. */
export const MIGRATIONS: readonly Migration[] = [desksAndStream, blobs, consents, entryCursor];
