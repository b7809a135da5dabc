import { useState, type ReactNode } from 'react';
import type { IncidentFile } from '#shared/contract/incidents.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { CasePending } from '#renderer/ui/case-pending.tsx';
import { impartialityText, needsRole } from '#renderer/ui/case-refusals.ts';
import { ActionBar, DeskLayout, type PrimaryAction } from '#renderer/ui/desk-layout.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Facts, Panel } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { CaseFiles } from './case-files.tsx';
import { incidentTone } from './incident-words.ts';
import { JudgeIncidentDialog } from './judge-incident-dialog.tsx';

/** One complaint or accident: what happened, its files, its grade and outcome, and the cases it counts for. */
export function IncidentPage({ incidentId, queue }: { readonly incidentId: string; readonly queue: ReactNode }) {
  const { data: incident, failure } = useQuery('incident.get', { incidentId });
  if (incident === undefined) return <CasePending queue={queue} problem={failure?.text ?? null} />;
  return <OpenIncident incident={incident} queue={queue} />;
}

const signed = (by: string | null, at: string | null, why: string | null): string | null =>
  by === null || at === null ? null : [`${by} · ${showMoment(at)}`, why].filter(Boolean).join(' · ');

function OpenIncident({ incident, queue }: { readonly incident: IncidentFile; readonly queue: ReactNode }) {
  const text = useText();
  const { open } = useNavigation();
  const judges = useRight('incidents.grade');
  const [asking, setAsking] = useState<'grade' | 'close' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { grade, kind, scope, source, status } = incident;
  const mayNot =
    (judges ? null : needsRole('incidents.grade', text)) ??
    (incident.mayNotJudge === 'incident.second-person'
      ? text('panel.needOther')
      : impartialityText(incident.mayNotJudge, text));
  const isOpen = status === 'open';
  const wanted = grade === null ? 'grade' : 'close';
  const primary: PrimaryAction | undefined =
    isOpen || grade === null
      ? {
          label: text(wanted === 'grade' ? 'panel.grade' : 'panel.close'),
          disabledReason: mayNot,
          onPress: () => setAsking(wanted),
        }
      : undefined;
  const rows: readonly (readonly [string, string | null])[] = [
    [text('panel.occurredOn'), incident.occurredOn],
    [text('panel.receivedOn'), incident.receivedOn],
    [text('panel.source'), text(`panel.source-${source}`)],
    [text('panel.scope'), `${text(`panel.scope-${scope}`)} · ${incident.productName} · ${incident.enterpriseName}`],
    [text('panel.recordIncident'), signed(incident.recordedBy, incident.recordedAt, null)],
    [text('panel.grade'), signed(incident.gradedBy, incident.gradedAt, incident.gradeReason)],
    [text('panel.close'), signed(incident.closedBy, incident.closedAt, incident.closeReason)],
  ];
  return (
    <>
      <DeskLayout
        queue={queue}
        bar={
          <ActionBar primary={primary} info={<span className="dim">{text('panel.blocks')}</span>}>
            {isOpen && wanted === 'grade' ? (
              <ActionButton disabledReason={mayNot} onPress={() => setAsking('close')}>
                {text('panel.close')}
              </ActionButton>
            ) : null}
          </ActionBar>
        }
      >
        {said === null ? null : (
          <Notice kind="saved" onClose={() => setSaid(null)}>
            {said}
          </Notice>
        )}
        <Panel
          title={`${text(`panel.kind-${kind}`)} · ${incident.productName}`}
          extra={
            <span>
              <Tag tone={incidentTone(status, grade)}>{text(`panel.status-${status}`)}</Tag>{' '}
              <Tag tone="plain">{grade === null ? text('panel.ungraded') : text(`panel.grade-${grade}`)}</Tag>
            </span>
          }
        >
          <p className="incident-summary">{incident.summary}</p>
          <Facts rows={rows.flatMap(([term, value]) => (value === null ? [] : [[term, value] as const]))} />
          <CaseFiles owner={{ kind: 'incident', id: incident.id }} isOpen={isOpen} />
        </Panel>
        <Panel title={text('panel.scope')}>
          <ul className="incident-cases">
            {incident.cases.map(({ caseId, productName }) => (
              <li key={caseId}>
                <ActionButton tone="quiet" onPress={() => open(caseId)}>
                  {caseId} {productName}
                </ActionButton>
              </li>
            ))}
          </ul>
        </Panel>
      </DeskLayout>
      {asking === null ? null : (
        <JudgeIncidentDialog
          incident={incident}
          deed={asking}
          onDone={(message) => {
            setAsking(null);
            setSaid(message);
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
