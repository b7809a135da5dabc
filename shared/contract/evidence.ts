import { z } from 'zod';
import type { Canonical } from '#shared/base/canonical-json.ts';
import type { AttachmentId, CaseId } from '#shared/base/ids.ts';
import type { CriterionId } from '#shared/domain/star/standard.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import { command, query } from './entry.ts';
import { attachmentId, caseId, fileContent, id, text } from './fields.ts';
import type { FileReply } from './intake.ts';

/** Where a recorded fact comes from; the ladder opens it from there. */
export const evidenceSource = z.discriminatedUnion('kind', [
  /** A person's own word at the desk. */
  z.strictObject({ kind: z.literal('hand') }),
  /** Came with the application and was confirmed by the person who recorded it. */
  z.strictObject({ kind: z.literal('application') }),
  z.strictObject({ kind: z.literal('lab-report'), id: id<string>() }),
  z.strictObject({ kind: z.literal('external-report'), id: id<string>() }),
  z.strictObject({ kind: z.literal('visit'), id: id<string>() }),
  z.strictObject({ kind: z.literal('draw'), id: id<string>() }),
  /** The custody book of a sample. */
  z.strictObject({ kind: z.literal('sample'), id: id<string>() }),
]);
export type EvidenceSource = z.infer<typeof evidenceSource>;

/** Text in one language, or in both. */
export type SheetText = string | Bilingual;

/** How a row of evidence stands; `plain` judges nothing. */
export type SheetState = 'holds' | 'fails' | 'pending' | 'plain';

/** One row of a sheet's table. */
export interface SheetRow {
  readonly cells: readonly SheetText[];
  readonly state: SheetState;
  /** The criterion it serves, where it serves one: the sheet opens there when it is opened for that criterion. */
  readonly about?: CriterionId;
}

/** Any piece of evidence as one page: what it is, who, when, from where; its figures; its files. */
export interface EvidenceSheet {
  readonly source: EvidenceSource;
  readonly title: SheetText;
  readonly state: SheetState;
  readonly facts: readonly (readonly [label: Bilingual, value: SheetText])[];
  readonly tables: readonly {
    readonly caption: Bilingual;
    readonly columns: readonly Bilingual[];
    readonly rows: readonly SheetRow[];
  }[];
  readonly attachments: readonly AttachmentView[];
  /** Set where this desk can print it: a laboratory's report that it released. */
  readonly paper?: true;
}

const ownerSlot = z
  .string()
  .regex(/^[A-Za-z0-9._-]{0,64}$/, { error: 'id.form' })
  .default('');

/** What a file can be attached to; the owner decides whether it may still be changed. */
export const attachmentOwner = z.strictObject({
  kind: z.enum(['document', 'lab-report', 'external-report', 'visit', 'consent', 'appeal', 'incident']),
  id: id<string>(),
  /** Place within the owner, such as a checklist line; empty for the owner itself. */
  slot: ownerSlot,
});
export type AttachmentOwner = z.infer<typeof attachmentOwner>;

/** A file attached to a piece of evidence; the original lies unchanged under its hash. */
export interface AttachmentView {
  readonly id: AttachmentId;
  readonly caseId: CaseId;
  readonly owner: AttachmentOwner;
  readonly name: string;
  readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/webp';
  /** SHA-256 of the original, lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Pages of a PDF; 1 for a picture. */
  readonly pages: number;
  /** Upright pixels of a picture; null for a PDF. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** When and where the camera says a picture was taken; null where it does not. */
  readonly takenAt: string | null;
  readonly position: { readonly latitude: number; readonly longitude: number } | null;
  /** Place in its slot's order, from 0. */
  readonly order: number;
  readonly by: string;
  readonly at: string;
  /** Who struck it out, when and why; such a file counts no more and stays readable. Null for one that counts. */
  readonly struck: { readonly by: string; readonly at: string; readonly reason: string } | null;
  /** Whether the platform has the original: `none` on a desk that works alone. */
  readonly upload: 'waiting' | 'sent' | 'none';
  /** Whether the original lies on this desk; false for another desk's file that has not come down yet. */
  readonly isHere: boolean;
}

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
const sheetText = z.union([z.string(), bilingual]);
const sheetState = z.enum(['holds', 'fails', 'pending', 'plain']);

/** A sheet as a closing deed carries it to other desks; what comes down is read with this. */
export const carriedSheet = z.object({
  source: evidenceSource,
  title: sheetText,
  state: sheetState,
  facts: z.array(z.tuple([bilingual, sheetText])).max(500),
  tables: z
    .array(
      z.object({
        caption: bilingual,
        columns: z.array(bilingual).max(50),
        rows: z
          .array(
            z.object({
              cells: z.array(sheetText).max(50),
              state: sheetState,
              about: z.string().max(64).exactOptional(),
            }),
          )
          .max(5000),
      }),
    )
    .max(50),
});

/**
 * A sheet for a deed's payload (`{ ..., sheet: sheetForOthers(sheet) }`), so that a desk that holds
 * none of the rows behind it can show it; its files travel as entries of their own.
 */
export function sheetForOthers({ source, title, state, facts, tables }: EvidenceSheet): Canonical {
  return { source, title, state, facts, tables } as unknown as Canonical;
}

const degrees = z
  .string()
  .regex(/^-?\d{1,3}\.\d{6}$/)
  .nullable()
  .default(null);

/** An attached file as its deed carries it to other desks; what comes down is read with this. */
export const carriedFile = z.object({
  ...attachmentOwner.shape,
  name: z.string().min(1).max(200),
  mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']),
  bytes: z.int().min(1),
  pages: z.int().min(1).default(1),
  width: z.int().nullable().default(null),
  height: z.int().nullable().default(null),
  takenAt: z.iso.datetime().nullable().default(null),
  latitude: degrees,
  longitude: degrees,
});

/** Most bytes of one attached file. */
export const ATTACHMENT_MAX_BYTES = 40_000_000;

export const evidenceContract = {
  /** Opens what a fact rests on as one page. */
  'evidence.open': query<EvidenceSheet>()('read', z.strictObject({ caseId, source: evidenceSource })),
  /** Keeps a file with a piece of evidence, unchanged: a PDF that opens, or a photo that can be read to its last row. */
  'attachment.keep': command<AttachmentView>()(
    'evidence.attach',
    z.strictObject({ owner: attachmentOwner, name: text(200), content: fileContent }),
  ),
  /** Puts the files of one slot in order; names every one that is not struck out, once. */
  'attachment.arrange': command<readonly AttachmentView[]>()(
    'evidence.attach',
    z.strictObject({ owner: attachmentOwner, ids: z.array(attachmentId).min(1).max(500) }),
  ),
  /** Moves a file to the end of another slot of its owner. */
  'attachment.move': command<AttachmentView>()('evidence.attach', z.strictObject({ attachmentId, slot: ownerSlot })),
  /** Strikes a file out: it counts no more, stays readable and says who and why. Never undone; keep it again instead. */
  'attachment.strike': command<AttachmentView>()(
    'evidence.attach',
    z.strictObject({ attachmentId, reason: text(300) }),
  ),
  /** Files of one owner, or of a whole case; by slot, then in their order. */
  'attachment.list': query<readonly AttachmentView[]>()(
    'read',
    z.strictObject({ owner: attachmentOwner.nullable().default(null), caseId: caseId.nullable().default(null) }),
  ),
  /** The original, or a copy of a picture without position: `thumb` 320 and `print` 1600 pixels at the longer side. */
  'attachment.get': query<FileReply>()(
    'read',
    z.strictObject({ attachmentId, size: z.enum(['thumb', 'print', 'original']) }),
  ),
};
