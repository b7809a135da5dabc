import { Checkbox, Input } from 'antd';
import { useCommand } from '#renderer/client/use-command.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { typedDate } from '#renderer/ui/typed-date.ts';
import { useFormDraft } from '#renderer/ui/use-form-draft.ts';
import { isPlainDate } from '#shared/base/plain-date.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { RISK_CONTROL_LEVELS, TRACEABILITY_LEVELS } from '#shared/domain/star/dossier.ts';
import { StandardAsk } from './standard-ask.tsx';
import { StepFrame } from './step-frame.tsx';
import type { StepProps } from './visit-screen.tsx';
import { levelName } from './visit-words.ts';

interface LevelDraft {
  readonly level: string | null;
  readonly seen: string;
  readonly crossCheck: string;
  readonly drilled: boolean;
  readonly drillOn: string;
  readonly drillWho: string;
  readonly drillWhat: string;
}

const CRITERION = { traceability: 'RISK.TRACEABILITY', 'risk-control': 'RISK.RISK_CONTROL' } as const;

/** How far the product can be traced, or how well risk control is proven: the level, and what it rests on. */
export function LevelStep({ kind, ...step }: StepProps & { readonly kind: 'traceability' | 'risk-control' }) {
  const { view, mayNot, onSaved } = step;
  const text = useText();
  const send = useCommand('visit.level');
  const kept = view.levels.find((level) => level.kind === kind);
  const draft = useFormDraft<LevelDraft>(`visit.${view.id}.${kind}`, {
    level: kept?.level ?? null,
    seen: kept?.seen ?? '',
    crossCheck: kept?.crossCheck ?? '',
    drilled: kept?.drill !== null && kept !== undefined,
    drillOn: kept?.drill?.on ?? view.on,
    drillWho: kept?.drill?.participants ?? '',
    drillWhat: kept?.drill?.described ?? '',
  });
  const { value } = draft;
  const record = recordOf(kind, value);
  const ask = view.groups.find(({ criterion }) => criterion === CRITERION[kind])?.ask;
  const gap =
    record === null
      ? 'visits.needLevel'
      : value.seen.trim() === ''
        ? 'visits.needSeen'
        : value.drilled &&
            (!isPlainDate(typedDate(value.drillOn)) || value.drillWho.trim() === '' || value.drillWhat.trim() === '')
          ? 'visits.needDrill'
          : null;
  const save = async (): Promise<void> => {
    if (record === null) return;
    const reply = await send.run({ visitId: view.id, record });
    if (!reply.ok) return;
    draft.clear();
    onSaved(
      reply.value,
      text('visits.levelSaved', { step: text(`visits.step-${kind}`), value: levelName(record, text) }),
    );
  };
  const levels =
    kind === 'traceability'
      ? TRACEABILITY_LEVELS.map((level) => ({ value: level as string, label: text(`ladder.trace-${level}`) }))
      : RISK_CONTROL_LEVELS.map((level) => ({ value: level as string, label: text(`ladder.risk-${level}`) }));
  return (
    <StepFrame
      step={step}
      problem={send.failure?.text ?? null}
      primary={{
        label: text('visits.saveNext'),
        pending: send.pending,
        disabledReason: mayNot ?? (gap === null ? null : text(gap)),
        onPress: () => void save(),
      }}
    >
      <Panel title={text(`visits.step-${kind}`)}>
        <div className="stack">
          <StandardAsk ask={ask ?? null} />
          <Choice
            label={text('visits.level')}
            options={levels}
            value={value.level}
            onChange={(level) => draft.change({ level })}
          />
          <Words
            label={text('visits.seen')}
            hint={text('visits.seenHint')}
            error={send.fieldErrors['record.seen']}
            value={value.seen}
            onValue={(seen) => draft.change({ seen })}
          />
          <Words
            label={text('visits.crossCheck')}
            hint={text('visits.crossHint')}
            error={send.fieldErrors['record.crossCheck'] ?? send.fieldErrors['crossCheck']}
            optional
            value={value.crossCheck}
            onValue={(crossCheck) => draft.change({ crossCheck })}
          />
          <Checkbox checked={value.drilled} onChange={(event) => draft.change({ drilled: event.target.checked })}>
            {text('visits.drilled')}
          </Checkbox>
          {value.drilled ? (
            <>
              <div className="visit-plan">
                <TextField
                  label={text('visits.drillOn')}
                  hint={text('visits.drillHint')}
                  error={send.fieldErrors['record.drill.on'] ?? send.fieldErrors['drill.on']}
                  value={value.drillOn}
                  onValue={(drillOn) => draft.change({ drillOn })}
                />
                <TextField
                  label={text('visits.drillWho')}
                  maxLength={300}
                  value={value.drillWho}
                  onValue={(drillWho) => draft.change({ drillWho })}
                />
              </div>
              <Words
                label={text('visits.drillWhat')}
                value={value.drillWhat}
                onValue={(drillWhat) => draft.change({ drillWhat })}
              />
            </>
          ) : null}
          {kept === undefined ? null : (
            <p className="dim small">
              {text('visits.recordedAs', {
                value: levelName(kept, text),
                means: text(`visits.means-${kept.means}`),
                by: kept.by,
                at: showMoment(kept.at),
              })}
            </p>
          )}
        </div>
      </Panel>
    </StepFrame>
  );
}

/** What is sent; null while no level is chosen. */
function recordOf(kind: 'traceability' | 'risk-control', value: LevelDraft): InputOf<'visit.level'>['record'] | null {
  const evidence = {
    seen: value.seen.trim(),
    crossCheck: value.crossCheck.trim() === '' ? null : value.crossCheck.trim(),
    drill: value.drilled
      ? { on: typedDate(value.drillOn), participants: value.drillWho, described: value.drillWhat }
      : null,
  };
  if (kind === 'traceability') {
    const level = TRACEABILITY_LEVELS.find((one) => one === value.level);
    return level === undefined ? null : { kind, level, ...evidence };
  }
  const level = RISK_CONTROL_LEVELS.find((one) => one === value.level);
  return level === undefined ? null : { kind, level, ...evidence };
}

function Words({
  label,
  hint,
  error,
  optional = false,
  value,
  onValue,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <Input.TextArea
          {...control}
          rows={2}
          maxLength={1000}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
}
