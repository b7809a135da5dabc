import { useState } from 'react';
import type { CaseView } from '#shared/contract/cases.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { incidentAddress, incidentTone } from './incident-words.ts';
import { RecordIncidentDialog } from './record-incident-dialog.tsx';

/** Complaints and accidents that count for the case, and recording one. */
export function IncidentsSection({
  view,
  onSaved,
}: {
  readonly view: CaseView;
  readonly onSaved: (message: string) => void;
}) {
  const text = useText();
  const { open } = useNavigation();
  const records = useRight('incidents.record');
  const [recording, setRecording] = useState(false);
  return (
    <section className="incidents" aria-label={text('panel.incidents')}>
      <h2>{text('panel.incidents')}</h2>
      {view.incidents.length === 0 ? <p className="dim small">{text('panel.noIncidents')}</p> : null}
      <ul>
        {view.incidents.map(({ grade, id, kind, occurredOn, scope, status, summary }) => (
          <li key={id}>
            <ActionButton tone="quiet" onPress={() => open(incidentAddress(id))}>
              {text(kind === 'accident' ? 'panel.kind-accident' : 'panel.kind-complaint')} {occurredOn}
            </ActionButton>{' '}
            <Tag tone={incidentTone(status, grade)}>{text(`panel.status-${status as 'open'}`)}</Tag>{' '}
            <span className="dim small">
              {grade === null ? text('panel.ungraded') : text(`panel.grade-${grade as 'minor'}`)} ·{' '}
              {text(`panel.scope-${scope}`)}
            </span>
            <div className="small">{summary}</div>
          </li>
        ))}
      </ul>
      {records ? <ActionButton onPress={() => setRecording(true)}>{text('panel.recordIncident')}</ActionButton> : null}
      {recording ? (
        <RecordIncidentDialog
          view={view}
          onDone={(message) => {
            setRecording(false);
            onSaved(message);
          }}
          onClose={() => setRecording(false)}
        />
      ) : null}
    </section>
  );
}
