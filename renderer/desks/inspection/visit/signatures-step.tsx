import { useState } from 'react';
import { useSession } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { SignatureImage } from '#renderer/ui/signature-pad.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { SignatureView, VisitView } from '#shared/contract/visits.ts';
import { ENTERPRISE } from '#shared/domain/visit/closing.ts';
import { CloseDialog } from './close-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { StepFrame } from './step-frame.tsx';
import type { StepProps } from './visit-screen.tsx';
import { gapLines } from './visit-words.ts';

/** Somebody who signs. */
export interface Signer {
  readonly id: string;
  readonly name: string;
  readonly signature: SignatureView | undefined;
}

/** Who has signed what the visit says now, and the closing once everything is there. */
export function SignaturesStep(step: StepProps) {
  const { view, mayNot, onSaid, onVisit } = step;
  const text = useText();
  const { language } = useLanguage();
  const me = useSession().data?.person?.id ?? null;
  const [asking, setAsking] = useState<string | null>(null);
  const signers = signersOf(view, text('visits.enterprise'));
  const signer = signers.find(({ id }) => id === asking);
  const gaps = gapLines(view, text, language);
  const lead = view.team.find((member) => member.lead);
  const unsigned = signers.find(({ signature }) => signature?.stands !== true);
  const others = gaps.filter((gap) => gap.step !== 'signatures').length;
  const mayNotClose =
    mayNot ??
    (gaps.length > 0
      ? text('visits.gapsFirst', { count: gaps.length })
      : lead === undefined || lead.personId === me
        ? null
        : text('visits.onlyLead', { name: lead.name }));
  const done = (next: VisitView, said: string): void => {
    setAsking(null);
    onVisit(next);
    onSaid(said);
  };
  const primary =
    view.state === 'closed'
      ? undefined
      : unsigned !== undefined && others === 0
        ? {
            label: text('visits.signFor', { name: unsigned.name }),
            disabledReason: mayNot,
            onPress: () => setAsking(unsigned.id),
          }
        : { label: text('visits.close'), disabledReason: mayNotClose, onPress: () => setAsking('close') };
  return (
    <>
      <StepFrame step={step} problem={null} primary={primary}>
        <Panel title={text('visits.step-signatures')}>
          <p className="dim">{text('visits.signCovers')}</p>
          <DataTable
            label={text('visits.step-signatures')}
            rows={signers}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'who',
                title: text('visits.whoSigns'),
                render: ({ name, signature }) => (
                  <>
                    {name}
                    {signature?.position ? <span className="dim small"> {signature.position}</span> : null}
                  </>
                ),
              },
              {
                key: 'ink',
                title: text('visits.signature'),
                render: ({ name, signature }) =>
                  signature === undefined ? null : <SignatureImage name={name} strokes={signature.strokes} />,
              },
              {
                key: 'state',
                title: text('common.state'),
                wraps: true,
                render: ({ signature }) => <SignatureState signature={signature} />,
              },
              {
                key: 'sign',
                title: text('common.actions'),
                render: ({ id, name, signature }) =>
                  view.state === 'closed' ? null : (
                    <ActionButton
                      label={text(signature === undefined ? 'visits.signFor' : 'visits.signAgainFor', { name })}
                      disabledReason={mayNot}
                      onPress={() => setAsking(id)}
                    >
                      {text(signature === undefined ? 'visits.sign' : 'visits.signAgain')}
                    </ActionButton>
                  ),
              },
            ]}
          />
          <p className="dim small">
            {text('visits.covered')} <span className="mono photo-hash">{view.factsHash}</span>
          </p>
        </Panel>
      </StepFrame>
      {signer === undefined ? null : (
        <SignDialog view={view} signer={signer} me={me} onDone={done} onClose={() => setAsking(null)} />
      )}
      {asking === 'close' ? <CloseDialog view={view} onDone={done} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

function signersOf(view: VisitView, enterprise: string): readonly Signer[] {
  const signatureOf = (id: string) => view.signatures.find(({ signer }) => signer === id);
  const representative = signatureOf(ENTERPRISE);
  return [
    ...view.team.map(({ name, personId }) => ({ id: personId as string, name, signature: signatureOf(personId) })),
    { id: ENTERPRISE, name: representative?.name ?? enterprise, signature: representative },
  ];
}

function SignatureState({ signature }: { readonly signature: SignatureView | undefined }) {
  const text = useText();
  if (signature === undefined) return <Tag tone="wait">{text('visits.signMissing')}</Tag>;
  if (!signature.stands) return <Tag tone="bad">{text('visits.signVoid')}</Tag>;
  return <Tag tone="good">{text('visits.signedAt', { at: showMoment(signature.at) })}</Tag>;
}
