import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageTemplatesSchema } from '#shared/contract/messages.ts';
import {
  fillMessage,
  judgeMessage,
  MESSAGE_LANGUAGES,
  messageState,
  placesIn,
} from '#shared/domain/applicant-message.ts';
import { RESOURCES } from '#tests/support/desk.ts';

const file = readFileSync(join(RESOURCES, 'templates', 'applicant-messages.json'), 'utf8');
const { templates } = messageTemplatesSchema.parse(JSON.parse(file));

describe('the message templates that ship', () => {
  it.each(templates)('$id asks for the same places in both languages', ({ zh, en }) => {
    expect(placesIn(zh).toSorted()).toEqual(placesIn(en).toSorted());
    expect(zh.body).toMatch(/\p{Script=Han}/u);
    expect(en.body.replaceAll(/[“”]/g, '"')).toMatch(/^[\n -~]+$/);
  });

  it('tell of returned papers and refused samples', () => {
    expect(templates.map(({ id }) => id)).toEqual(expect.arrayContaining(['papers-wanted', 'sample-refused', 'free']));
  });
});

describe('a message', () => {
  it('may go exactly when every place is filled', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...templates),
        fc.constantFrom(...MESSAGE_LANGUAGES),
        fc.nat(),
        (one, language, skip) => {
          const places = placesIn(one[language]);
          const left = places[skip % (places.length + 1)];
          const values = Object.fromEntries(
            places.filter((name) => name !== left).map((name) => [name, `〈${name}〉`]),
          );
          const words = fillMessage(one[language], values);
          expect(judgeMessage(words).ok).toBe(left === undefined);
          expect(placesIn(words)).toEqual(left === undefined ? [] : [left]);
        },
      ),
    );
  });

  it('takes values as they are, braces and prototype names too', () => {
    expect(fillMessage({ subject: '{a}', body: '{constructor} {a}' }, { a: '{b} $&' })).toEqual({
      subject: '{b} $&',
      body: '{constructor} {b} $&',
    });
    expect(judgeMessage({ subject: 'x', body: '{reason}' })).toMatchObject({
      failure: { code: 'message.unfilled', field: 'body', data: { place: '{reason}' } },
    });
  });

  it.each([
    [false, null, 'prepared'],
    [false, 'waiting', 'prepared'],
    [false, 'accepted', 'handed-over'],
    [false, 'quarantined', 'refused'],
    [false, 'parked', 'refused'],
    [true, 'waiting', 'withdrawn'],
  ] as const)('withdrawn %s with its entry %s is %s', (withdrawn, outbox, state) => {
    expect(messageState(withdrawn, outbox)).toBe(state);
  });
});
