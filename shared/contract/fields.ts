import { z } from 'zod';
import type {
  AppealId,
  AttachmentId,
  CaseId,
  CertificateNumber,
  DecisionId,
  DocumentId,
  IncidentId,
  MessageId,
  ParcelId,
  PersonId,
  PhotoId,
  SampleId,
} from '#shared/base/ids.ts';
import { isPlainDate, type PlainDate } from '#shared/base/plain-date.ts';

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u;

/** Text a person typed: trimmed, no control or bidirectional override characters, at most `max` UTF-16 units. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => value.length >= min, { error: 'text.empty' })
    .refine((value) => value.length <= max, { error: 'text.too-long' })
    .refine((value) => !CONTROL.test(value) && value.isWellFormed(), { error: 'text.characters' });

/** An id of a kind: `id<CaseId>()`. */
export const id = <Id extends string>(form = /^[A-Za-z0-9-]{1,64}$/) =>
  z
    .string()
    .regex(form, { error: 'id.form' })
    .transform((value) => value as Id);

export const caseId = id<CaseId>();
export const sampleId = id<SampleId>();
export const parcelId = id<ParcelId>();
export const photoId = id<PhotoId>();
export const documentId = id<DocumentId>();
export const attachmentId = id<AttachmentId>();
export const decisionId = id<DecisionId>();
export const appealId = id<AppealId>();
export const incidentId = id<IncidentId>();
export const messageId = id<MessageId>();
/** Made from the login, so it may hold the login's dots and underscores. */
export const personId = id<PersonId>(/^[A-Za-z0-9._-]{1,64}$/);
export const certificateNumber = id<CertificateNumber>();

/** A calendar date that exists, `2026-11-21`. */
export const plainDate = z.string().refine((value): value is PlainDate => isPlainDate(value), { error: 'date.form' });

/** A positive decimal kept as text, `12.50`. */
export const decimal = z.string().regex(/^\d{1,9}(\.\d{1,6})?$/, { error: 'decimal.form' });

/** A star from one to five. */
export const star = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
export type Star = z.infer<typeof star>;

/** Where the next page of a list begins: opaque to the caller, given by the page before. */
export const cursor = z.string().max(200).nullable().default(null);

/** Page size of a list. */
export const limit = z.number().int().min(1).max(200).default(50);

/** One page of a list read by keyset; `next` is null on the last. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** File contents in base64, at most 50 MB of file. */
export const fileContent = z.base64().max(70_000_000);

/** A password or PIN: 6 to 128 characters, taken as typed. */
export const secret = z.string().min(6, { error: 'secret.short' }).max(128);
