/** Most entries in one push. */
export const PUSH_MAX_ENTRIES = 500;

/** Most UTF-8 bytes of entry bodies in one push: 1 MiB. A longer entry travels as withheld. */
export const PUSH_MAX_BYTES = 1_048_576;

/** Most bytes of any request: a full push with every quote escaped, and its frame. */
export const REQUEST_MAX_BYTES = 2 * PUSH_MAX_BYTES + 262_144;

/** Most events on one page of a pull. */
export const PULL_PAGE_EVENTS = 500;

/** Where a page of a pull is cut, in UTF-8 bytes of bodies; a page holds at least one event. */
export const PULL_PAGE_BYTES = 4 * PUSH_MAX_BYTES;

/** Deepest nesting of JSON that is read at all. */
export const JSON_MAX_DEPTH = 32;

/** How far a desk's clock may be from the platform's before its requests are refused. */
export const CLOCK_SKEW_MS = 5 * 60_000;

/** Most applications in one upload. */
export const UPLOAD_MAX_APPLICATIONS = 200;

/** A file travels in chunks of 1 MiB, each its own signed request; the last may be shorter. */
export const BLOB_CHUNK_BYTES = 1_048_576;

/** Most bytes of one file. */
export const BLOB_MAX_BYTES = 64 * BLOB_CHUNK_BYTES;

/** Most files in one question about what is missing. */
export const BLOB_PLAN_FILES = 100;

/** Most bytes of unfinished files the platform keeps for one desk. */
export const BLOB_STAGED_BYTES = 4 * BLOB_MAX_BYTES;
