import {
  present,
  recorded,
  type EvidenceItem,
  type EvidenceOpens,
  type EvidenceRecord,
  type EvidenceSource,
  type Field,
} from './evidence-item.ts';
import type { TextOf } from './language.tsx';
import { criterionKey } from './star-ladder-model.ts';

/** The finding behind a part of the dossier; what arrives otherwise has none. */
const RECORD_OF = {
  traceability: 'traceability',
  riskControl: 'risk-control',
  spotCheck: 'spot-check',
  siteTest: 'site-test',
  lines: 'lines',
  evaluation: 'evaluation',
  case: 'review-date',
  youngEnterpriseWaiver: 'young-enterprise-waiver',
  enterprise: null,
  sample: null,
} as const;
type Root = keyof typeof RECORD_OF;

const isRoot = (name: string): name is Root => Object.hasOwn(RECORD_OF, name);

/** The record that counts: the newest one. */
const newest = (
  records: readonly EvidenceRecord[] | undefined,
  wanted: (record: EvidenceRecord) => boolean,
): EvidenceRecord | undefined =>
  records
    ?.filter(wanted)
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .at(-1);

/** Who, when and where from, and what the record opens. */
function recordParts(
  record: EvidenceRecord | undefined,
  text: TextOf,
): { readonly fields: readonly Field[]; readonly opens: EvidenceOpens | null } {
  const { source } = record ?? {};
  return {
    fields: [
      [text('ladder.field-recorded'), recorded(record?.by, record?.at)],
      [text('evidence.from'), source === undefined ? null : text(`evidence.from-${source.kind}`)],
    ],
    opens: source?.id === undefined ? null : { kind: 'sheet', source },
  };
}

/** Why a link or a criterion does not apply, and who says so. */
export function waiverItem(
  path: string,
  index: number,
  { dossier, records }: EvidenceSource,
  text: TextOf,
): EvidenceItem[] {
  const entry = dossier.notApplicable?.[index];
  if (entry === undefined) return [];
  const link = entry.link ? text(`ladder.link-${entry.link}`) : text(`ladder.${criterionKey(entry.criterion)}`);
  const record = newest(records, ({ kind, value }) => kind === 'not-applicable' && value?.link === entry.link);
  const parts = recordParts(record, text);
  return [
    {
      path,
      title: text('ladder.notApplicableTo', { what: link }),
      state: 'fact',
      fields: present([
        [text('ladder.field-reason'), entry.reason],
        ...(record === undefined ? [[text('ladder.field-recorded'), entry.by] as const] : parts.fields),
      ]),
      opens: parts.opens,
    },
  ];
}

/** The fields of a fact that stands alone in the dossier. */
function factFields(root: Root, { dossier }: EvidenceSource, text: TextOf): readonly Field[] {
  switch (root) {
    case 'enterprise':
      return [
        [text('ladder.field-uscc'), dossier.enterprise?.uscc],
        [text('ladder.field-foundedOn'), dossier.enterprise?.foundedOn],
        [text('evidence.from'), text('evidence.from-application')],
      ];
    case 'case':
      return [
        [text('ladder.field-reviewOn'), dossier.case.reviewOn],
        [text('ladder.field-decisionOn'), dossier.case.decisionOn],
      ];
    case 'traceability':
      return [[text('ladder.field-level'), dossier.traceability ? text(`ladder.trace-${dossier.traceability}`) : null]];
    case 'riskControl':
      return [[text('ladder.field-level'), dossier.riskControl ? text(`ladder.risk-${dossier.riskControl}`) : null]];
    case 'sample':
      return [
        [text('ladder.field-receivedOn'), dossier.sample?.receivedOn],
        [
          text('ladder.field-condition'),
          dossier.sample ? text(dossier.sample.accepted ? 'ladder.sampleAccepted' : 'ladder.sampleNotAccepted') : null,
        ],
      ];
    case 'spotCheck':
      return [
        [
          text('ladder.field-outcome'),
          dossier.spotCheck?.outcome ? text(`ladder.spot-${dossier.spotCheck.outcome}`) : null,
        ],
        [text('ladder.field-reason'), dossier.spotCheck?.reason],
      ];
    case 'siteTest':
      return [
        [
          text('ladder.field-outcome'),
          dossier.siteTest?.outcome ? text(`ladder.site-${dossier.siteTest.outcome}`) : null,
        ],
      ];
    case 'lines':
      return [
        [
          text('ladder.field-inspected'),
          dossier.lines ? text(dossier.lines.inspected ? 'common.yes' : 'common.no') : null,
        ],
        [
          text('ladder.field-recordsViewed'),
          dossier.lines ? text(dossier.lines.recordsViewed ? 'common.yes' : 'common.no') : null,
        ],
        [text('ladder.field-outcome'), dossier.lines?.outcome ? text(`ladder.outcome-${dossier.lines.outcome}`) : null],
      ];
    case 'evaluation':
      return [
        [text('ladder.field-mode'), dossier.evaluation?.mode ? text(`ladder.mode-${dossier.evaluation.mode}`) : null],
        [text('ladder.field-completedOn'), dossier.evaluation?.completedOn],
      ];
    case 'youngEnterpriseWaiver':
      return [[text('ladder.field-reason'), dossier.youngEnterpriseWaiver?.reason]];
  }
}

/** A fact of the dossier, with who recorded it and where it came from. */
export function factItem(path: string, source: EvidenceSource, text: TextOf): EvidenceItem[] {
  const root = /^\w+/.exec(path)?.[0] ?? path;
  if (!isRoot(root)) return [];
  const own = factFields(root, source, text);
  const kind = RECORD_OF[root];
  const record = kind === null ? undefined : newest(source.records, (one) => one.kind === kind);
  const parts = recordParts(record, text);
  const fields = present([...own, ...parts.fields]);
  const title = text(`ladder.source-${root}`);
  return fields.length === 0 ? [] : [{ path: root, title, state: 'fact', fields, opens: parts.opens }];
}

/** Every sample with its reception; the dossier's own word where the samples are not known. */
export function sampleItems(source: EvidenceSource, text: TextOf): readonly EvidenceItem[] {
  const { dossier, samples = [] } = source;
  if (samples.length === 0 || !dossier.sample) return factItem('sample', source, text);
  return samples.map(({ barcode, batch, condition, id, receivedAt, receivedBy, refusal }) => ({
    path: `sample ${id}`,
    title: `${text('ladder.source-sample')} ${barcode}`,
    state: refusal === null ? 'holds' : 'fails',
    fields: present([
      ...factFields('sample', source, text).slice(0, 1),
      [text('ladder.field-batch'), batch],
      [text('ladder.field-condition'), refusal ?? text(`common.${condition}`)],
      [text('ladder.field-recorded'), recorded(receivedBy, receivedAt)],
      [text('evidence.from'), text('evidence.from-sample')],
    ]),
    opens: { kind: 'sheet', source: { kind: 'sample', id } },
  }));
}
