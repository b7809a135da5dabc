import { useCommand } from '#renderer/client/use-command.ts';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { TestPlan } from '#shared/domain/lab/test-item.ts';
import type { FieldChange, PlanChanges } from './plan-changes.ts';

/** Shows what a new version says otherwise, then saves it; orders made before keep theirs. */
export function SavePlanDialog({
  plan,
  base,
  changes,
  onDone,
  onClose,
}: {
  readonly plan: TestPlan;
  readonly base: TestPlan | null;
  readonly changes: PlanChanges;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const save = useCommand('test-plan.save');
  const send = async (): Promise<void> => {
    const reply = await save.run({ plan: { schema: 'otop-test-plan/1', ...plan } });
    if (reply.ok) onDone();
  };
  return (
    <Dialog
      title={text('plans.saveTitle', { plan: plan.category[language], version: plan.version })}
      size="medium"
      onClose={onClose}
    >
      <DialogForm
        submitLabel={text('plans.saveVersion', { version: plan.version })}
        pending={save.pending}
        problem={save.failure?.text ?? null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <p>{text('plans.saveWill', { version: plan.version, day: plan.effectiveOn })}</p>
        {base === null ? (
          <p>{text('plans.saveFirst', { count: plan.items.length })}</p>
        ) : (
          <>
            <h3 className="plan-changes-title">{text('plans.comparedWith', { version: base.version })}</h3>
            <ul className="plan-changes">
              {changes.fields.map((change) => (
                <li key={change.field}>
                  <Change change={change} />
                </li>
              ))}
              {changes.reordered ? <li>{text('plans.reordered')}</li> : null}
              {changes.items.map(({ fields, item, kind }) => (
                <li key={`${kind} ${item.id}`}>
                  <Tag tone={kind === 'removed' ? 'bad' : kind === 'added' ? 'good' : 'wait'}>
                    {text(`plans.is-${kind}`)}
                  </Tag>{' '}
                  <b>{item[language]}</b> <span className="dim small mono">{item.id}</span>
                  {fields.map((change) => (
                    <div key={change.field} className="small">
                      <Change change={change} />
                    </div>
                  ))}
                </li>
              ))}
            </ul>
          </>
        )}
      </DialogForm>
    </Dialog>
  );
}

function Change({ change: { after, before, field } }: { readonly change: FieldChange }) {
  const text = useText();
  return (
    <>
      <span className="mono dim">{field}</span> <s>{before === '' ? text('plans.none') : before}</s> →{' '}
      <b>{after === '' ? text('plans.none') : after}</b>
    </>
  );
}
