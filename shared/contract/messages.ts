import { z } from 'zod';
import type { CaseId, DocumentId, MessageId } from '#shared/base/ids.ts';
import {
  MESSAGE_LANGUAGES,
  type MessageLanguage,
  type MessageState,
  type MessageTemplate,
  type MessageWords,
} from '#shared/domain/applicant-message.ts';
import { SHOWN_FACTS, type ReviewRules } from '#shared/domain/document-checklist.ts';
import { CHAIN_LINKS, DOCUMENT_KINDS } from '#shared/domain/star/dossier.ts';
import { command, query } from './entry.ts';
import { caseId, cursor, documentId, limit, messageId, text, type Page } from './fields.ts';

/** A message to an applicant with how far it has come. */
export interface MessageView {
  readonly id: MessageId;
  readonly caseId: CaseId;
  readonly template: string;
  readonly language: MessageLanguage;
  readonly subject: string;
  readonly body: string;
  readonly by: string;
  readonly at: string;
  readonly state: MessageState;
  /** Why the platform did not take it, or why it was withdrawn. */
  readonly reason: string | null;
}

/** A paper the applicant was asked for. */
export interface WantedView {
  readonly documentId: DocumentId | null;
  readonly kind: string;
  readonly link: string | null;
  readonly what: string;
}

/** A return of a case to its applicant; open until newer papers arrive. */
export interface ReturnView {
  readonly messageId: MessageId;
  readonly wanted: readonly WantedView[];
  readonly by: string;
  readonly at: string;
  readonly resubmittedAt: string | null;
}

/** Shape of `resources/templates/document-checklists.json`. */
export const reviewRulesSchema = z.strictObject({
  clock: z.strictObject({
    workingDays: z.number().int().min(1).max(60),
    opensAtMinute: z.number().int().min(0).max(1439),
    closesAtMinute: z.number().int().min(1).max(1440),
    amberMinutes: z.number().int().min(0),
    redMinutes: z.number().int().min(0),
  }),
  reasons: z.array(z.strictObject({ id: z.string(), zh: z.string(), en: z.string() })).min(1),
  checklists: z.array(
    z.strictObject({
      kind: z.enum(DOCUMENT_KINDS),
      zh: z.string(),
      en: z.string(),
      points: z
        .array(
          z.strictObject({
            id: z.string(),
            zh: z.string(),
            en: z.string(),
            required: z.boolean(),
            shows: z.enum(SHOWN_FACTS).nullable(),
          }),
        )
        .min(1)
        .max(9),
    }),
  ),
});

const templateWords = z.strictObject({ subject: z.string().min(1), body: z.string().min(1) });

/** Shape of `resources/templates/applicant-messages.json`. */
export const messageTemplatesSchema = z.strictObject({
  templates: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.strictObject({ zh: z.string(), en: z.string() }),
        zh: templateWords,
        en: templateWords,
      }),
    )
    .min(1),
});

const language = z.enum(MESSAGE_LANGUAGES);
const words = { language, subject: text(200), body: text(4000) };

export const messagesContract = {
  /** Checklists by kind of paper, common reasons and the review's clock, as the centre set them. */
  'document.rules': query<ReviewRules>()('read', z.strictObject({})),
  /** Sends a case back for papers: tells the applicant which, and stops the review's clock until newer ones arrive. */
  'case.return': command<ReturnView>()(
    'documents.check',
    z.strictObject({
      caseId,
      wanted: z
        .array(
          z.strictObject({
            documentId: documentId.nullable().default(null),
            kind: z.enum(DOCUMENT_KINDS),
            link: z.enum(CHAIN_LINKS).nullable().default(null),
            what: text(300),
          }),
        )
        .min(1, { error: 'wanted.empty' })
        .max(50),
      ...words,
    }),
  ),
  'message.templates': query<readonly MessageTemplate[]>()('read', z.strictObject({})),
  /** A template filled from a case; what is not known yet stays in braces for the person to fill in. */
  'message.draft': query<MessageWords>()(
    'read',
    z.strictObject({
      caseId,
      template: text(40),
      language,
      values: z.record(z.string().max(40), z.string().max(4000)).default({}),
    }),
  ),
  /** Puts a message in the ledger, from where it goes up to the platform, which hands it to the applicant. */
  'message.prepare': command<MessageView>()(
    'documents.check',
    z.strictObject({ caseId, template: text(40), ...words }),
  ),
  /** Takes a message back that the platform does not have yet; a return it told of ends with it. */
  'message.withdraw': command<MessageView>()('documents.check', z.strictObject({ messageId, reason: text(300) })),
  /** Messages of a case, newest first. */
  'message.list': query<Page<MessageView>>()('read', z.strictObject({ caseId, cursor, limit })),
};
