import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';

/** Languages an applicant can be written to. */
export const MESSAGE_LANGUAGES = ['zh', 'en'] as const;
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

/** Subject and text of a message. */
export interface MessageWords {
  readonly subject: string;
  readonly body: string;
}

/** A message the centre often writes, with `{places}` filled from the case. */
export interface MessageTemplate {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly zh: MessageWords;
  readonly en: MessageWords;
}

/** How far a message has come; `refused` is on the problems list of the platform desk. */
export type MessageState = 'prepared' | 'handed-over' | 'refused' | 'withdrawn';

const PLACE = /\{(\w+)\}/g;

/** Names a text expects, each once. */
export const placesIn = ({ subject, body }: MessageWords): readonly string[] => [
  ...new Set([...`${subject}\n${body}`.matchAll(PLACE)].map((match) => match[1] ?? '')),
];

/** Fills the places of a template; a name without a value stays visible for the person who edits. */
export function fillMessage(words: MessageWords, values: Readonly<Record<string, string>>): MessageWords {
  const fill = (text: string): string =>
    text.replace(PLACE, (place, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? place) : place));
  return { subject: fill(words.subject), body: fill(words.body) };
}

/** A message may go only when nothing in it is left to fill in. */
export function judgeMessage(words: MessageWords): Result<null, Failure<'message.unfilled'>> {
  const [place] = placesIn(words);
  if (place === undefined) return ok(null);
  const field = words.subject.includes(`{${place}}`) ? 'subject' : 'body';
  return fail({ code: 'message.unfilled', field, data: { place: `{${place}}` } });
}

/** Where a prepared message stands, from its withdrawal and its entry's place in the outbox. */
export function messageState(withdrawn: boolean, outbox: string | null): MessageState {
  if (withdrawn) return 'withdrawn';
  if (outbox === null || outbox === 'waiting') return 'prepared';
  return outbox === 'accepted' ? 'handed-over' : 'refused';
}
