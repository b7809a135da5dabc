import type { Dossier, DossierDocument } from '#shared/domain/star/dossier.ts';
import {
  present,
  recorded,
  type EvidenceFile,
  type EvidenceItem,
  type EvidencePaper,
  type EvidenceSource,
  type Field,
} from './evidence-item.ts';
import type { TextOf } from './language.tsx';
import { showMoment } from './show-time.ts';
import { dossierDay, holdsOn } from './star-ladder-facts.ts';

/** A document of the dossier with what is known of its paper, and its scans. */
export function documentItem(path: string, index: number, source: EvidenceSource, text: TextOf): EvidenceItem[] {
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

/** Puts the many papers of one kind and state (photos) on one card with their titles. */
export function gather(items: readonly EvidenceItem[], text: TextOf): readonly EvidenceItem[] {
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
