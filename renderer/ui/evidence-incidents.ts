import { weightOf } from './clean-period.ts';
import { present, type EvidenceItem, type EvidenceSource } from './evidence-item.ts';
import type { TextOf } from './language.tsx';

/** A complaint or accident with how it weighs. */
export function incidentItem(path: string, index: number, { dossier }: EvidenceSource, text: TextOf): EvidenceItem[] {
  const incident = dossier.incidents?.[index];
  if (incident === undefined) return [];
  const status = incident.status ?? 'open';
  const weight = weightOf(incident);
  return [
    {
      path,
      title: text(`ladder.incident-${incident.kind}`),
      state: weight === 'counts' ? 'fails' : weight === 'none' ? 'fact' : 'pending',
      word: text(`evidence.weight-${weight}`),
      fields: present([
        [text('ladder.field-occurredOn'), incident.occurredOn ?? text('ladder.unknownDate')],
        [text('ladder.field-status'), text(`ladder.incident-${status}`)],
        [text('ladder.field-grade'), incident.grade ? text(`ladder.grade-${incident.grade}`) : text('ladder.ungraded')],
      ]),
      opens: null,
    },
  ];
}

/** The whole list of incidents, named when none of them counts. */
export function allIncidents(source: EvidenceSource, text: TextOf): readonly EvidenceItem[] {
  const incidents = source.dossier.incidents ?? [];
  if (incidents.length > 0) {
    return incidents.flatMap((_, index) => incidentItem(`incidents[${index}]`, index, source, text));
  }
  const fields = [[text('ladder.field-status'), text('ladder.noIncidents')]] as const;
  return [{ path: 'incidents', title: text('ladder.source-incidents'), state: 'fact', fields, opens: null }];
}
