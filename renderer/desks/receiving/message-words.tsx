import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useQuery } from '#renderer/client/use-query.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { MESSAGE_LANGUAGES, type MessageLanguage, type MessageWords } from '#shared/domain/applicant-message.ts';

/** A message being written: the draft from its template until a person changes it. */
export interface WrittenMessage {
  readonly words: MessageWords & { readonly language: MessageLanguage };
  /** The controls: language, subject and text. */
  readonly fields: ReactNode;
}

/** Drafts a message from a template and lets a person edit it; another template, language or value drafts anew. */
export function useMessageWords(
  caseId: string,
  template: string,
  valuesIn: (language: MessageLanguage) => Readonly<Record<string, string>>,
  errors: Readonly<Record<string, string>>,
): WrittenMessage {
  const text = useText();
  const [language, setLanguage] = useState<MessageLanguage>('zh');
  const asked = { caseId, template, language, values: valuesIn(language) };
  const key = JSON.stringify(asked);
  const draft = useQuery('message.draft', asked).data;
  const [edited, setEdited] = useState<{ readonly key: string; readonly words: MessageWords } | null>(null);
  const words = (edited?.key === key ? edited.words : draft) ?? { subject: '', body: '' };
  const edit = (change: Partial<MessageWords>): void => setEdited({ key, words: { ...words, ...change } });
  const fields = (
    <>
      <Choice
        label={text('papers.language')}
        value={language}
        options={MESSAGE_LANGUAGES.map((value) => ({ value, label: text(`papers.language-${value}`) }))}
        onChange={setLanguage}
      />
      <Field label={text('papers.subject')} error={errors['subject']}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={words.subject}
            onChange={(event) => edit({ subject: event.target.value })}
          />
        )}
      </Field>
      <Field label={text('papers.body')} hint={text('papers.bodyHint')} error={errors['body']}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={9}
            maxLength={4000}
            value={words.body}
            onChange={(event) => edit({ body: event.target.value })}
          />
        )}
      </Field>
    </>
  );
  return { words: { ...words, language }, fields };
}
