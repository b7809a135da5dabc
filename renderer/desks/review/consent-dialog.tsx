import { Input } from 'antd';
import { useState } from 'react';
import type { Star } from '#shared/domain/star/star.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { CaseFiles } from './case-files.tsx';
import type { CaseDialogProps } from './decide-dialog.tsx';

/** Records the applicant's answer to a proposed lower star, with how it was given. */
export function ConsentDialog({ view, onDone, onClose }: CaseDialogProps) {
  const text = useText();
  const record = useCommand('consent.record');
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null);
  const [how, setHow] = useState('');
  const [channel, setChannel] = useState<'paper' | 'platform'>('platform');
  const decisionId = view.decision?.id ?? '';
  const { data: scans = [] } = useQuery('attachment.list', { owner: { kind: 'consent', id: decisionId } });
  const needsScan = channel === 'paper' && answer === 'yes' && scans.length === 0;
  const star = text(`ladder.star${(view.decision?.star ?? 1) as Star}`);
  const send = async (): Promise<void> => {
    const reply = await record.run({
      caseId: view.id,
      baseVersion: view.version,
      agreed: answer === 'yes',
      how,
      channel,
    });
    const consent = reply.ok ? reply.value.consent : null;
    if (consent !== null) onDone(text('review.consentSaved', { by: consent.by, at: showMoment(consent.at) }));
  };
  return (
    <Dialog title={text('review.consentTitle', { star })} onClose={onClose}>
      <DialogForm
        submitLabel={text('review.consent')}
        pending={record.pending}
        problem={record.failure?.text ?? null}
        disabledReason={
          answer === null
            ? text('review.consentAnswer')
            : how.trim() === ''
              ? text('review.consentHow')
              : needsScan
                ? text('panel.scanNeeded')
                : null
        }
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <Choice
          label={text('review.consentAnswer')}
          options={[
            { value: 'yes', label: text('review.consentYes') },
            { value: 'no', label: text('review.consentNo') },
          ]}
          value={answer}
          onChange={setAnswer}
        />
        <Choice
          label={text('panel.channel')}
          options={[
            { value: 'platform', label: text('panel.channel-platform') },
            { value: 'paper', label: text('panel.channel-paper') },
          ]}
          value={channel}
          onChange={setChannel}
        />
        {channel === 'paper' ? (
          <CaseFiles owner={{ kind: 'consent', id: decisionId }} isOpen label={text('panel.scan')} />
        ) : null}
        <Field label={text('review.consentHow')} hint={text('review.consentHint')} error={record.fieldErrors['how']}>
          {(control) => (
            <Input {...control} maxLength={200} value={how} onChange={(event) => setHow(event.target.value)} />
          )}
        </Field>
        {answer === null ? null : (
          <p className="dim">{text(answer === 'yes' ? 'review.willConsent' : 'review.willDecline', { star })}</p>
        )}
      </DialogForm>
    </Dialog>
  );
}
