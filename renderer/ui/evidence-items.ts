import type { Dossier, DossierDocument } from '#shared/domain/star/dossier.ts';
import { weightOf } from './clean-period.ts';
import type { TextOf } from './language.tsx';
import { showMoment } from './show-time.ts';
import { dossierDay, holdsOn } from './star-ladder-facts.ts';
import { criterionKey } from './star-ladder-model.ts';

/** What is known of a document beyond the dossier: its title, number and who checked it. */
export interface EvidencePaper {
  readonly id?: string;
  readonly kind: string;
  readonly title: string;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly checkedBy: string | null;
  readonly checkedAt: string | null;
  readonly reason: string | null;
  /** When it came after a return; null for what came with the application. */
  readonly arrivedAt?: string | null;
}

/** Where a recorded fact comes from; all but the first two have a page of their own. */
export interface RecordSource {
  readonly kind: 'hand' | 'application' | 'lab-report' | 'external-report' | 'visit' | 'draw' | 'sample';
  readonly id?: string;
}

/** A file of a paper, as far as the panel counts it. */
export interface EvidenceFile {
  readonly id: string;
  readonly pages: number;
  readonly owner: { readonly kind: string; readonly id: string };
}

/** What a piece of evidence opens beside the ladder. */
export type EvidenceOpens =
  | { readonly kind: 'files'; readonly ids: readonly string[] }
  | {
      readonly kind: 'sheet';
      readonly source: RecordSource;
      /** The criterion it is opened for. */ readonly about?: string;
    };

/** Who recorded a fact of the dossier, and when; `kind` is the finding's kind. */
export interface EvidenceRecord {
  readonly kind: string;
  readonly by: string;
  readonly at: string;
  readonly source?: RecordSource;
  readonly value?: { readonly kind: string; readonly link?: string };
}

/** One piece of evidence as the panel shows it: a title, a state, and its fields in order. */
export interface EvidenceItem {
  readonly path: string;
  readonly title: string;
  readonly state: 'holds' | 'fails' | 'pending' | 'fact';
  /** Says the state in words of its own. */
  readonly word?: string;
  readonly fields: readonly (readonly [label: string, value: string])[];
  /** Null where there is nothing more to see. */
  readonly opens: EvidenceOpens | null;
}

/** A sample of the case as the receiving desk took it in. */
export interface EvidenceSample {
  readonly id: string;
  readonly barcode: string;
  readonly batch: string;
  readonly condition: 'intact' | 'damaged' | 'leaking' | 'other';
  readonly refusal: string | null;
  readonly receivedBy: string;
  readonly receivedAt: string;
}

/** What the evidence of a case is read from. */
export interface EvidenceSource {
  readonly dossier: Dossier;
  readonly papers?: readonly EvidencePaper[] | undefined;
  readonly records?: readonly EvidenceRecord[] | undefined;
  readonly samples?: readonly EvidenceSample[] | undefined;
  /** Attached files of the case; without them nothing is said of files. */
  readonly files?: readonly EvidenceFile[] | undefined;
}

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

type Field = readonly [label: string, value: string | null | undefined];

const present = (fields: readonly Field[]): EvidenceItem['fields'] =>
  fields.flatMap(([label, value]) => (value ? [[label, value] as const] : []));

const recorded = (by: string | null | undefined, at: string | null | undefined): string =>
  [by, at ? showMoment(at) : null].filter(Boolean).join(' · ');

function documentItem(path: string, index: number, source: EvidenceSource, text: TextOf): EvidenceItem[] {
  const document = source.dossier.documents?.[index];
  if (document === undefined) return [];
  const sameDates = (paper: EvidencePaper): boolean =>
    paper.validFrom === (document.validFrom ?? null) && paper.validUntil === (document.validUntil ?? null);
  const candidate = source.papers?.[index];
  const paper = candidate?.kind === document.kind && sameDates(candidate) ? candidate : undefined;
  const state = documentState(document, source.dossier);
  const kind = text(`ladder.document-${document.kind}`);
  const link = document.link ? text(`ladder.link-${document.link}`) : null;
  const own = filesOf(paper, source);
  return [
    {
      path,
      title: link === null ? kind : text('ladder.linked', { kind, link }),
      state,
      fields: present([
        [text('ladder.field-title'), paper?.title === kind ? null : paper?.title],
        [text('ladder.field-number'), paper?.number],
        [text('ladder.field-issuer'), paper?.issuer],
        [text('ladder.field-validity'), validity(document, text)],
        [text('ladder.field-check'), text(`ladder.check-${document.check ?? 'pending'}`)],
        [text('ladder.field-checked'), recorded(paper?.checkedBy, paper?.checkedAt)],
        [text('ladder.field-reason'), paper?.reason],
        [text('evidence.from'), paper === undefined ? null : cameFrom(paper, text)],
        [text('evidence.scan'), own === undefined ? null : scanWords(own, text)],
      ]),
      opens: own === undefined || own.length === 0 ? null : { kind: 'files', ids: own.map(({ id }) => id) },
    },
  ];
}

const cameFrom = ({ arrivedAt }: EvidencePaper, text: TextOf): string =>
  arrivedAt ? text('evidence.fromReturn', { at: showMoment(arrivedAt) }) : text('evidence.from-application');

/** Scans of a paper; undefined where files are not known. */
const filesOf = (paper: EvidencePaper | undefined, { files }: EvidenceSource): readonly EvidenceFile[] | undefined =>
  paper?.id === undefined
    ? undefined
    : files?.filter(({ owner }) => owner.kind === 'document' && owner.id === paper.id);

function scanWords(files: readonly EvidenceFile[], text: TextOf): string {
  if (files.length === 0) return text('evidence.noScan');
  const pages = files.reduce((sum, file) => sum + file.pages, 0);
  return text('evidence.scans', { count: files.length, pages });
}

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

function validity({ validFrom, validUntil }: DossierDocument, text: TextOf): string {
  if (!validFrom && !validUntil) return text('ladder.validAlways');
  if (!validUntil) return text('ladder.validFrom', { from: validFrom ?? '' });
  return validFrom
    ? text('ladder.validBetween', { from: validFrom, until: validUntil })
    : text('ladder.validUntil', { until: validUntil });
}

function documentState(document: DossierDocument, dossier: Dossier): EvidenceItem['state'] {
  if (document.check === 'rejected') return 'fails';
  if (document.check !== 'accepted') return 'pending';
  return holdsOn(document, dossierDay(dossier)) ? 'holds' : 'fails';
}

function incidentItem(path: string, index: number, { dossier }: EvidenceSource, text: TextOf): EvidenceItem[] {
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

function waiverItem(path: string, index: number, { dossier, records }: EvidenceSource, text: TextOf): EvidenceItem[] {
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

function factItem(path: string, source: EvidenceSource, text: TextOf): EvidenceItem[] {
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
function sampleItems(source: EvidenceSource, text: TextOf): readonly EvidenceItem[] {
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

/** The whole list of incidents, named when none of them counts. */
function allIncidents(source: EvidenceSource, text: TextOf): readonly EvidenceItem[] {
  const incidents = source.dossier.incidents ?? [];
  if (incidents.length > 0) {
    return incidents.flatMap((_, index) => incidentItem(`incidents[${index}]`, index, source, text));
  }
  const fields = [[text('ladder.field-status'), text('ladder.noIncidents')]] as const;
  return [{ path: 'incidents', title: text('ladder.source-incidents'), state: 'fact', fields, opens: null }];
}

/** Puts the many papers of one kind and state (photos) on one card with their titles. */
function gather(items: readonly EvidenceItem[], text: TextOf): readonly EvidenceItem[] {
  const groups = Map.groupBy(items, ({ path, title, state }) =>
    path.startsWith('documents') ? `${title} ${state}` : path,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length < GATHERED_FROM) return group;
    const label = text('ladder.field-title');
    const ids = group.flatMap(({ opens }) => (opens?.kind === 'files' ? opens.ids : []));
    const titles = group.flatMap(({ fields }) => fields.filter(([name]) => name === label).map(([, value]) => value));
    const fields = present([
      [text('ladder.field-count'), String(group.length)],
      [label, titles.join(text('ladder.listJoin'))],
      ...shared(group, text('ladder.field-checked')),
      ...shared(group, text('evidence.from')),
      [text('evidence.scan'), ids.length === 0 ? null : text('evidence.files', { count: ids.length })],
    ]);
    return [{ ...first, fields, opens: ids.length === 0 ? null : { kind: 'files', ids } }];
  });
}

/** A field of which all of a group say the same. */
function shared(group: readonly EvidenceItem[], label: string): readonly Field[] {
  const values = new Set(group.map(({ fields }) => fields.find(([name]) => name === label)?.[1]));
  const [value] = values;
  return values.size === 1 ? [[label, value]] : [];
}

const GATHERED_FROM = 3;

const LISTS = { documents: documentItem, incidents: incidentItem, notApplicable: waiverItem } as const;

/**
 * Turns a verdict's evidence paths (`documents[2]`, `traceability`) into what the panel shows,
 * each piece once. A path into something the dossier does not hold gives nothing.
 */
export function evidenceItems(paths: readonly string[], source: EvidenceSource, text: TextOf): readonly EvidenceItem[] {
  const seen = new Set<string>();
  const items = paths
    .flatMap((path): readonly EvidenceItem[] => {
      if (path === 'incidents') return allIncidents(source, text);
      if (/^sample\b/.test(path)) return sampleItems(source, text);
      const [, list, index] = /^(documents|incidents|notApplicable)\[(\d+)\]/.exec(path) ?? [];
      if (list === 'documents' || list === 'incidents' || list === 'notApplicable') {
        return LISTS[list](`${list}[${index}]`, Number(index), source, text);
      }
      return factItem(path, source, text);
    })
    .filter(({ path }) => !seen.has(path) && seen.add(path));
  return gather(items, text);
}
