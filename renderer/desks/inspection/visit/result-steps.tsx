import { Checkbox, Input } from 'antd';
import { useCommand } from '#renderer/client/use-command.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Choice } from '#renderer/ui/choice.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useFormDraft } from '#renderer/ui/use-form-draft.ts';
import { middleOf } from '#shared/domain/visit/photo-warnings.ts';
import { StepFrame } from './step-frame.tsx';
import type { StepProps } from './visit-screen.tsx';
import { stepsOf } from './visit-steps.ts';

const OUTCOMES = ['passed', 'failed'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What the production and testing lines came to. */
export function LinesStep(step: StepProps) {
  const { view, mayNot, onSaved } = step;
  const text = useText();
  const send = useCommand('visit.lines');
  const kept = view.lines;
  const draft = useFormDraft<{
    readonly inspected: boolean;
    readonly recordsViewed: boolean;
    readonly outcome: Outcome | null;
  }>(`visit.${view.id}.lines`, {
    inspected: kept?.inspected ?? true,
    recordsViewed: kept?.recordsViewed ?? true,
    outcome: kept?.outcome ?? null,
  });
  const { value } = draft;
  const save = async (): Promise<void> => {
    const reply = await send.run({ visitId: view.id, ...value });
    if (!reply.ok) return;
    draft.clear();
    const outcome = value.outcome === null ? text('visits.noOutcome') : text(`ladder.outcome-${value.outcome}`);
    onSaved(reply.value, text('visits.levelSaved', { step: text('visits.step-lines'), value: outcome }));
  };
  return (
    <StepFrame
      step={step}
      problem={send.failure?.text ?? null}
      primary={{
        label: text('visits.saveNext'),
        pending: send.pending,
        disabledReason: mayNot ?? (value.outcome === null ? text('visits.needOutcome') : null),
        onPress: () => void save(),
      }}
    >
      <Panel title={text('visits.step-lines')}>
        <div className="stack">
          <Checkbox checked={value.inspected} onChange={(event) => draft.change({ inspected: event.target.checked })}>
            {text('visits.inspected')}
          </Checkbox>
          <Checkbox
            checked={value.recordsViewed}
            onChange={(event) => draft.change({ recordsViewed: event.target.checked })}
          >
            {text('visits.recordsViewed')}
          </Checkbox>
          <OutcomeChoice value={value.outcome} onOutcome={(outcome) => draft.change({ outcome })} />
          {kept === null || kept.comesTo === kept.outcome ? null : (
            <p className="visit-barred">
              {text('visits.comesTo', {
                outcome: kept.comesTo === null ? text('visits.noOutcome') : text(`ladder.outcome-${kept.comesTo}`),
              })}
            </p>
          )}
          {kept === null ? null : (
            <Recorded deed={kept} value={kept.outcome === null ? null : text(`ladder.outcome-${kept.outcome}`)} />
          )}
        </div>
      </Panel>
    </StepFrame>
  );
}

/** The product test done on site; a laboratory's order may hold it instead. */
export function SiteTestStep(step: StepProps) {
  const { view, mayNot, onSaved } = step;
  const text = useText();
  const send = useCommand('visit.site-test');
  const kept = view.siteTest;
  const draft = useFormDraft<{ readonly outcome: Outcome | null; readonly note: string }>(
    `visit.${view.id}.site-test`,
    { outcome: kept?.outcome ?? null, note: kept?.note ?? '' },
  );
  const { note, outcome } = draft.value;
  const save = async (next: Outcome | null): Promise<void> => {
    const words = note.trim() === '' ? null : note.trim();
    const reply = await send.run({ visitId: view.id, outcome: next, note: next === null ? null : words });
    if (!reply.ok) return;
    draft.clear();
    const said =
      next === null
        ? text('visits.takenBack')
        : text('visits.levelSaved', { step: text('visits.step-site-test'), value: text(`ladder.outcome-${next}`) });
    onSaved(reply.value, said);
  };
  return (
    <StepFrame
      step={step}
      problem={send.failure?.text ?? null}
      primary={{
        label: text('visits.saveNext'),
        pending: send.pending,
        disabledReason: mayNot ?? (outcome === null ? text('visits.needOutcome') : null),
        onPress: () => void save(outcome),
      }}
      actions={
        kept === null ? null : (
          <ActionButton disabledReason={mayNot} onPress={() => void save(null)}>
            {text('visits.takeBack')}
          </ActionButton>
        )
      }
    >
      <Panel title={text('visits.step-site-test')}>
        <div className="stack">
          <p className="dim">{text('visits.siteTestHint')}</p>
          <OutcomeChoice value={outcome} onOutcome={(next) => draft.change({ outcome: next })} />
          <Field label={text('visits.testNote')} error={send.fieldErrors['note']} optional>
            {(control) => (
              <Input.TextArea
                {...control}
                rows={2}
                maxLength={1000}
                value={note}
                onChange={(event) => draft.change({ note: event.target.value })}
              />
            )}
          </Field>
          {kept === null ? null : <Recorded deed={kept} value={text(`ladder.outcome-${kept.outcome}`)} />}
        </div>
      </Panel>
    </StepFrame>
  );
}

/** Where the visit was; photos are held against it. */
export function PlaceStep(step: StepProps) {
  const { view, mayNot, onSaved } = step;
  const text = useText();
  const send = useCommand('visit.place');
  const kept = view.place;
  const draft = useFormDraft(`visit.${view.id}.place`, {
    latitude: kept === null ? '' : String(kept.latitude),
    longitude: kept === null ? '' : String(kept.longitude),
  });
  const latitude = degrees(draft.value.latitude, 90);
  const longitude = degrees(draft.value.longitude, 180);
  const positions = [...view.photos, ...stepsOf(view).flatMap(({ line }) => line?.photos ?? [])].flatMap(
    ({ position, struck }) => (position === null || struck !== null ? [] : [position]),
  );
  const save = async (): Promise<void> => {
    if (latitude === null || longitude === null) return;
    const reply = await send.run({ visitId: view.id, latitude, longitude });
    if (!reply.ok) return;
    draft.clear();
    onSaved(reply.value, text('visits.placeSaved', { value: `${latitude}, ${longitude}` }));
  };
  const fromPhotos = (): void => {
    const middle = middleOf(positions);
    draft.change({ latitude: middle.latitude.toFixed(5), longitude: middle.longitude.toFixed(5) });
  };
  return (
    <StepFrame
      step={step}
      problem={send.failure?.text ?? null}
      primary={{
        label: text('visits.saveNext'),
        pending: send.pending,
        disabledReason: mayNot ?? (latitude === null || longitude === null ? text('visits.needPlace') : null),
        onPress: () => void save(),
      }}
      actions={
        <ActionButton
          disabledReason={mayNot ?? (positions.length === 0 ? text('visits.noPhotoPlace') : null)}
          onPress={fromPhotos}
        >
          {text('visits.fromPhotos')}
        </ActionButton>
      }
    >
      <Panel title={text('visits.step-place')}>
        <div className="stack">
          <p className="dim">{text('visits.placeHint')}</p>
          <div className="visit-place">
            <TextField
              label={text('visits.latitude')}
              inputMode="decimal"
              value={draft.value.latitude}
              onValue={(next) => draft.change({ latitude: next })}
            />
            <TextField
              label={text('visits.longitude')}
              inputMode="decimal"
              value={draft.value.longitude}
              onValue={(next) => draft.change({ longitude: next })}
            />
          </div>
          {kept === null ? null : <Recorded deed={kept} value={`${kept.latitude}, ${kept.longitude}`} />}
          {kept?.warnings.map((warning) => (
            <p key={warning.kind} className="visit-barred">
              {text('visits.placeOutside', { ...warning })}
            </p>
          ))}
        </div>
      </Panel>
    </StepFrame>
  );
}

function OutcomeChoice({
  value,
  onOutcome,
}: {
  readonly value: Outcome | null;
  readonly onOutcome: (outcome: Outcome) => void;
}) {
  const text = useText();
  return (
    <Choice
      label={text('visits.outcome')}
      options={OUTCOMES.map((outcome) => ({ value: outcome, label: text(`ladder.outcome-${outcome}`) }))}
      value={value}
      onChange={onOutcome}
    />
  );
}

function Recorded({
  deed: { at, by },
  value,
}: {
  readonly deed: { readonly by: string; readonly at: string };
  readonly value: string | null;
}) {
  const text = useText();
  const words = { value: value ?? text('visits.noOutcome'), by, at: showMoment(at) };
  return <p className="dim small">{text('visits.recorded', words)}</p>;
}

/** Degrees as typed, full-width digits too; null when they are none. */
function degrees(typed: string, limit: number): number | null {
  const plain = typed.normalize('NFKC').trim();
  if (!/^-?\d{1,3}(?:\.\d{1,8})?$/.test(plain)) return null;
  const value = Number(plain);
  return Math.abs(value) <= limit ? value : null;
}
