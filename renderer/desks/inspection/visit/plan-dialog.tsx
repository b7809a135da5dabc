import { Input } from 'antd';
import { showProblem } from '#renderer/client/refusal.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { typedDate } from '#renderer/ui/typed-date.ts';
import { useFormDraft } from '#renderer/ui/use-form-draft.ts';
import { isPlainDate } from '#shared/base/plain-date.ts';
import type { CaseId, PersonId } from '#shared/base/ids.ts';
import type { VisitView } from '#shared/contract/visits.ts';
import { TeamFields } from './team-fields.tsx';
import { teamText } from './visit-words.ts';

/** Characters of a day written out. */
const WRITTEN_DAY = '2026-11-21'.length;

/** Fields that show what is wrong with them themselves. */
const OWN_FIELD = /^(?:on|purpose|reason|lead|team(?:\[\d+\])?)$/;

interface PlanDraft {
  readonly on: string;
  readonly team: readonly PersonId[];
  readonly lead: PersonId | null;
  readonly purpose: string;
  readonly reason: string;
}

/** Plans a visit, or changes one: day, purpose, team and lead; who may not take part is shown with the reason. */
export function PlanDialog({
  caseId,
  product,
  star,
  visit,
  onDone,
  onClose,
}: {
  readonly caseId: CaseId;
  readonly product: string;
  readonly star: number;
  /** The visit that is changed; absent when one is planned. */
  readonly visit?: VisitView;
  readonly onDone: (visit: VisitView, message: string) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const plan = useCommand('visit.plan');
  const change = useCommand('visit.change');
  const { failure, fieldErrors, pending, reset } = visit === undefined ? plan : change;
  const candidates = useQuery('visit.candidates', { caseId }).data ?? [];
  const draft = useFormDraft<PlanDraft>(`visit.plan.${visit?.id ?? caseId}`, {
    on: visit?.on ?? '',
    team: visit?.team.map(({ personId }) => personId) ?? [],
    lead: visit?.team.find(({ lead }) => lead)?.personId ?? null,
    purpose: visit?.purpose ?? text('visits.purposeOf', { star }),
    reason: '',
  });
  const { lead, purpose, reason, team } = draft.value;
  const on = typedDate(draft.value.on);
  const edit = (part: Partial<PlanDraft>): void => {
    reset();
    draft.change(part);
  };
  const wrongDay = on.length >= WRITTEN_DAY && !isPlainDate(on) ? showProblem('date.form', language) : undefined;
  const atTeam = Object.entries(fieldErrors).find(([field]) => /^(?:team|lead)/.test(field))?.[1];
  const begun = visit?.started !== null && visit !== undefined;
  const gap = ((): string | null => {
    if (!isPlainDate(on)) return text('visits.needDay');
    if (team.length < 2) return text('visits.needTwo');
    if (lead === null || !team.includes(lead)) return text('visits.needLead');
    if (purpose.trim() === '') return text('visits.needPurpose');
    return visit !== undefined && reason.trim() === '' ? text('visits.needReason') : null;
  })();
  const send = async (): Promise<void> => {
    if (lead === null) return;
    const planned = { on, team: [...team], lead, purpose };
    const reply =
      visit === undefined
        ? await plan.run({ caseId, ...planned })
        : await change.run({ visitId: visit.id, ...planned, reason });
    if (!reply.ok) return;
    draft.clear();
    const words = { on: reply.value.on, team: teamText(reply.value, text) };
    onDone(reply.value, text(visit === undefined ? 'visits.planned' : 'visits.changed', words));
  };
  return (
    <Dialog
      title={text(visit === undefined ? 'visits.planTitle' : 'visits.changeTitle', { product })}
      size="medium"
      onClose={onClose}
    >
      <DialogForm
        submitLabel={text(visit === undefined ? 'visits.plan' : 'common.save')}
        pending={pending}
        problem={Object.keys(fieldErrors).some((field) => OWN_FIELD.test(field)) ? null : (failure?.text ?? null)}
        disabledReason={gap}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <div className="visit-plan">
          <TextField
            label={text('visits.on')}
            hint={text('visits.onHint')}
            error={wrongDay ?? fieldErrors['on']}
            value={draft.value.on}
            disabled={begun}
            onValue={(next) => edit({ on: next })}
          />
          <TextField
            label={text('visits.purpose')}
            error={fieldErrors['purpose']}
            maxLength={300}
            value={purpose}
            onValue={(next) => edit({ purpose: next })}
          />
        </div>
        <TeamFields candidates={candidates} team={team} lead={lead} error={atTeam} onChange={edit} />
        {visit === undefined ? null : (
          <Field label={text('visits.changeReason')} error={fieldErrors['reason']}>
            {(control) => (
              <Input
                {...control}
                maxLength={300}
                value={reason}
                onChange={(event) => edit({ reason: event.target.value })}
              />
            )}
          </Field>
        )}
      </DialogForm>
    </Dialog>
  );
}
