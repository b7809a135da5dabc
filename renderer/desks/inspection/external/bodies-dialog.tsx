import { useState } from 'react';
import { useInfinite } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { needsRole } from '#renderer/ui/case-refusals.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { BodyView } from '#shared/contract/external.ts';
import { BodyForm } from './body-form.tsx';

/** The outside bodies with every certificate they had; registers one, and renews. */
export function BodiesDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const manages = useRight('bodies.manage');
  const list = useInfinite('external.bodies', {});
  const [form, setForm] = useState<BodyView | 'new' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const disabledReason = manages ? null : needsRole('bodies.manage', text);
  if (form !== null) {
    const title = form === 'new' ? text('external.bodyAdd') : text('external.bodyRenewTitle', { name: form.name });
    return (
      <Dialog title={title} size="medium" onClose={onClose}>
        <BodyForm
          body={form === 'new' ? null : form}
          onBack={() => setForm(null)}
          onDone={({ name }) => {
            setForm(null);
            setSaid(text('external.bodyAdded', { name }));
          }}
        />
      </Dialog>
    );
  }
  return (
    <Dialog title={text('external.bodiesTitle')} size="medium" onClose={onClose}>
      <div className="stack">
        {said === null ? null : <Notice kind="saved">{said}</Notice>}
        {list.failure === null ? null : <Notice kind="error">{list.failure.text}</Notice>}
        {list.rows.length === 0 && !list.pending ? <p className="dim">{text('external.bodiesEmpty')}</p> : null}
        <ul className="external-bodies">
          {list.rows.map((body) => (
            <li key={body.id}>
              <div className="external-body">
                <b>{body.name}</b>
                <ActionButton
                  tone="quiet"
                  label={`${body.name} ${text('external.bodyRenew')}`}
                  disabledReason={disabledReason}
                  onPress={() => setForm(body)}
                >
                  {text('external.bodyRenew')}
                </ActionButton>
              </div>
              <ul>
                {body.accreditations.map((one) => (
                  <li key={one.id}>
                    <Tag tone={one.holds ? 'good' : 'plain'}>
                      {text(one.holds ? 'external.certificateHolds' : 'external.certificateLapsed')}
                    </Tag>{' '}
                    <span className="code">
                      {one.scheme} {one.number} {one.validFrom} – {one.validUntil}
                    </span>
                    <div className="dim small">
                      {one.scope} · {text('external.recordedBy', { by: one.by, at: showMoment(one.at) })}
                    </div>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <div className="row-end">
          {list.hasMore ? (
            <ActionButton tone="quiet" onPress={list.more}>
              {text('common.more')}
            </ActionButton>
          ) : null}
          <ActionButton onPress={onClose}>{text('common.close')}</ActionButton>
          <ActionButton tone="primary" disabledReason={disabledReason} onPress={() => setForm('new')}>
            {text('external.bodyAdd')}
          </ActionButton>
        </div>
      </div>
    </Dialog>
  );
}
