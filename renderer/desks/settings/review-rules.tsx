import { useState } from 'react';
import type { SettingsView } from '#shared/contract/settings.ts';
import { STARS, type Star } from '#shared/domain/star/star.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { FieldGrid } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { showClock } from '#renderer/ui/show-time.ts';
import { TextField } from '#renderer/ui/text-field.tsx';

/** How many experts a star takes, the terms for consent and appeal, the share of a spot check; an administrator sets them. */
export function ReviewRules({ mayManage }: { readonly mayManage: boolean }) {
  const text = useText();
  const { data: settings } = useQuery('settings.get', {});
  return (
    <Panel title={text('panel.settingsTitle')}>
      {mayManage ? null : <p className="dim small">{text('panel.settingsAdmin')}</p>}
      {settings === undefined || !mayManage ? null : <RulesForm review={settings.review} />}
    </Panel>
  );
}

/** A typed whole number, full-width digits too; what is none goes to the gate as it is and comes back with its field. */
const typedNumber = (typed: string): number => Number(typed.normalize('NFKC'));

function RulesForm({ review }: { readonly review: SettingsView['review'] }) {
  const text = useText();
  const { failure, fieldErrors, pending, run } = useCommand('settings.set');
  const [panel, setPanel] = useState<Readonly<Record<Star, string>>>(() => ({
    1: String(review.panel[1]),
    2: String(review.panel[2]),
    3: String(review.panel[3]),
    4: String(review.panel[4]),
    5: String(review.panel[5]),
  }));
  const [consentDays, setConsentDays] = useState(String(review.consentDays));
  const [appealDays, setAppealDays] = useState(String(review.appealDays));
  const [spotCheckPercent, setSpotCheckPercent] = useState(String(review.spotCheckPercent));
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    setSavedAt(null);
    const size = (star: Star): number => typedNumber(panel[star]);
    const reply = await run({
      review: {
        panel: { 1: size(1), 2: size(2), 3: size(3), 4: size(4), 5: size(5) },
        consentDays: typedNumber(consentDays),
        appealDays: typedNumber(appealDays),
        spotCheckPercent: typedNumber(spotCheckPercent),
      },
    });
    if (reply.ok) setSavedAt(new Date().toISOString());
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {failure === null || Object.keys(fieldErrors).length > 0 ? null : <Notice kind="error">{failure.text}</Notice>}
      {savedAt === null ? null : (
        <Notice kind="saved">{text('panel.settingsSaved', { at: showClock(savedAt) })}</Notice>
      )}
      <div className="dim small">{text('panel.settingsPanel')}</div>
      <div className="review-sizes">
        {STARS.map((star) => (
          <TextField
            key={star}
            inputMode="numeric"
            label={text('panel.settingsStar', { star })}
            error={fieldErrors[`review.panel["${star}"]`] ?? fieldErrors[`review.panel.${star}`]}
            value={panel[star]}
            onValue={(value) => setPanel({ ...panel, [star]: value })}
          />
        ))}
      </div>
      <FieldGrid columns={3}>
        <TextField
          inputMode="numeric"
          label={text('panel.settingsConsent')}
          error={fieldErrors['review.consentDays']}
          value={consentDays}
          onValue={setConsentDays}
        />
        <TextField
          inputMode="numeric"
          label={text('panel.settingsAppeal')}
          error={fieldErrors['review.appealDays']}
          value={appealDays}
          onValue={setAppealDays}
        />
        <TextField
          inputMode="numeric"
          label={text('panel.settingsSpotCheck')}
          error={fieldErrors['review.spotCheckPercent']}
          value={spotCheckPercent}
          onValue={setSpotCheckPercent}
        />
      </FieldGrid>
      <p className="dim small">{text('panel.settingsHint')}</p>
      <div className="row-end">
        <ActionButton submit pending={pending}>
          {text('panel.settingsSave')}
        </ActionButton>
      </div>
    </form>
  );
}
