import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseId, MessageId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { messageTemplatesSchema, type MessageView } from '#shared/contract/messages.ts';
import {
  fillMessage,
  judgeMessage,
  messageState,
  type MessageLanguage,
  type MessageTemplate,
  type MessageWords,
} from '#shared/domain/applicant-message.ts';
import { findCase, getEnterprise } from '#electron/backend/store/case-repository.ts';
import {
  endReturn,
  findMessage,
  findReturnOfMessage,
  insertMessage,
  listMessages as readMessages,
  markWithdrawn,
  type MessageRecord,
} from '#electron/backend/store/message-repository.ts';
import { findOutbox } from '#electron/backend/store/outbox-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { atomically } from './atomically.ts';
import { recordCaseDeed, recordDeed } from './record-deed.ts';
import { refuse } from './refuse.ts';
import type { Answer, Room, Service, SignedInCaller } from './room.ts';

const templatesOf = new WeakMap<Room, readonly MessageTemplate[]>();

/**
 * The centre's message templates, read once from the shipped file.
 * @throws Error when the file is not right: the installation is broken.
 */
export function messageTemplates(room: Room): readonly MessageTemplate[] {
  const known = templatesOf.get(room);
  if (known) return known;
  const file = join(room.folders.resources, 'templates', 'applicant-messages.json');
  const { templates } = messageTemplatesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  templatesOf.set(room, templates);
  return templates;
}

export const listTemplates: Service<'message.templates'> = (room) => ok(messageTemplates(room));

/** A message to the applicant of a case, ready to be kept. */
export interface NewMessage extends MessageWords {
  readonly caseId: CaseId;
  readonly template: string;
  readonly language: MessageLanguage;
}

/** A template filled from a case and the caller's own values; what nobody knows stays in braces. */
export function draftMessage(
  room: Room,
  caseId: CaseId,
  template: string,
  language: MessageLanguage,
  values: Readonly<Record<string, string>> = {},
): Answer<MessageWords> {
  const record = findCase(room.store, caseId);
  if (record === undefined) return refuse('case.unknown', {}, 'caseId');
  const found = messageTemplates(room).find(({ id }) => id === template);
  if (found === undefined) return refuse('message.unknown-template', { template }, 'template');
  const { name: enterpriseName } = getEnterprise(room.store, record.uscc);
  const { applicationNo, productName } = record;
  return ok(
    fillMessage(found[language], { applicationNo, productName, enterpriseName, today: room.today(), ...values }),
  );
}

/** {@link draftMessage} as an entry of the contract. */
export const getDraft: Service<'message.draft'> = (room, { caseId, template, language, values }) =>
  draftMessage(room, caseId, template, language, values);

/**
 * Keeps a message to an applicant and puts it in the ledger, from where it goes up to the platform.
 *
 * For services: runs inside the transaction of the deed that tells the applicant something.
 */
export function prepareMessage(room: Room, caller: SignedInCaller, message: NewMessage): Answer<MessageRecord> {
  const { caseId, template, language, subject, body } = message;
  const record = findCase(room.store, caseId);
  if (record === undefined) return refuse('case.unknown', {}, 'caseId');
  if (!messageTemplates(room).some(({ id }) => id === template))
    return refuse('message.unknown-template', { template }, 'template');
  const filled = judgeMessage(message);
  if (!filled.ok) return refuse(filled.failure.code, filled.failure.data, filled.failure.field);
  const id = room.world.newId() as MessageId;
  const ledgerSeq = recordDeed(room, caller, {
    type: 'message.prepared',
    entity: 'message',
    entityId: id,
    payload: { caseId, applicationNo: record.applicationNo, template, language, subject, body },
  });
  const kept: MessageRecord = {
    id,
    caseId,
    template,
    language,
    subject,
    body,
    preparedBy: caller.person.id,
    preparedAt: room.now().toISOString(),
    ledgerSeq,
    withdrawnBy: null,
    withdrawnAt: null,
    withdrawnReason: null,
  };
  insertMessage(room.store, kept);
  room.announce('case.changed', { caseId });
  return ok(kept);
}

/** {@link prepareMessage} with the words a person edited. */
export const prepareApplicantMessage: Service<'message.prepare'> = (room, input, caller) =>
  atomically(room, () => {
    const kept = prepareMessage(room, caller, input);
    return kept.ok ? ok(messageView(room, kept.value)) : kept;
  });

/** Takes back a message the platform does not have yet; a return it told of is taken back with it. */
export const withdrawMessage: Service<'message.withdraw'> = (room, { messageId, reason }, caller) =>
  atomically(room, () => {
    const message = findMessage(room.store, messageId);
    if (message === undefined) return refuse('message.unknown', {}, 'messageId');
    const { state } = messageView(room, message);
    if (state === 'withdrawn') return refuse('message.withdrawn');
    if (state === 'handed-over') return refuse('message.handed-over');
    markWithdrawn(room.store, messageId, caller.person.id, room.now(), reason);
    const told = findReturnOfMessage(room.store, messageId);
    if (told?.resubmittedAt === null) endReturn(room.store, told.id, 'withdrawn', room.now());
    recordCaseDeed(room, caller, message.caseId, {
      type: 'message.withdrawn',
      entity: 'message',
      entityId: messageId,
      payload: { caseId: message.caseId, reason },
    });
    const withdrawn = findMessage(room.store, messageId);
    return withdrawn ? ok(messageView(room, withdrawn)) : refuse('message.unknown');
  });

/** Messages of a case, newest first. */
export const listMessages: Service<'message.list'> = (room, { caseId, cursor, limit }) => {
  const page = readMessages(room.store, caseId, cursor, limit);
  return ok({ rows: page.rows.map((row) => messageView(room, row)), next: page.next });
};

/** A message as others see it. */
export function messageView(room: Room, row: MessageRecord): MessageView {
  const { id, caseId, template, language, subject, body, preparedBy, preparedAt, ledgerSeq } = row;
  const outbox = findOutbox(room.store, ledgerSeq);
  const state = messageState(row.withdrawnAt !== null, outbox?.state ?? null);
  return {
    id,
    caseId,
    template,
    language,
    subject,
    body,
    by: personName(room.store, preparedBy),
    at: preparedAt,
    state,
    reason: row.withdrawnReason ?? (state === 'refused' ? (outbox?.reason ?? null) : null),
  };
}
