import { ok } from '#shared/base/result.ts';
import type { EvidenceSheet, EvidenceSource, SheetRow, SheetText } from '#shared/contract/evidence.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';
import { custodyOf } from '#electron/backend/store/custody-repository.ts';
import { personName } from '#electron/backend/store/people-repository.ts';
import { photosOfParcel } from '#electron/backend/store/photo-repository.ts';
import { findParcel, type SampleRecord } from '#electron/backend/store/sample-repository.ts';
import type { CaseFacts } from './case-facts.ts';
import { refuse } from './refuse.ts';
import { centreMoment, type Answer, type Room } from './room.ts';
import { CONDITION_WORDS, CUSTODY_WORDS } from './sample-words.ts';

/** A sample as one page: how and by whom it was received, and every line of its custody book. */
export function sampleSheet(
  room: Room,
  facts: CaseFacts,
  source: Extract<EvidenceSource, { kind: 'sample' }>,
): Answer<EvidenceSheet> {
  const sample = facts.samples.find(({ id }) => id === source.id);
  if (sample === undefined) return refuse('evidence.unknown', {}, 'source');
  return ok({
    source,
    title: { zh: `样品 ${sample.barcode}`, en: `Sample ${sample.barcode}` },
    state: sample.refusal === null ? 'holds' : 'fails',
    facts: arrivalOf(room, sample),
    tables: [
      {
        caption: { zh: '保管记录', en: 'Custody book' },
        columns: [
          { zh: '时间', en: 'Time' },
          { zh: '事项', en: 'What' },
          { zh: '位置', en: 'Place' },
          { zh: '经办', en: 'By' },
        ],
        rows: custodyOf(room.store, sample.id).map(({ at, by, kind, location }): SheetRow => ({
          state: 'plain',
          cells: [centreMoment(at), CUSTODY_WORDS[kind], location, personName(room.store, by)],
        })),
      },
    ],
    attachments: [],
  });
}

function arrivalOf(room: Room, sample: SampleRecord): EvidenceSheet['facts'] {
  const parcel = sample.parcelId === null ? undefined : findParcel(room.store, sample.parcelId);
  const photos = sample.parcelId === null ? [] : photosOfParcel(room.store, sample.parcelId);
  const rows: readonly (readonly [Bilingual, SheetText | null])[] = [
    [
      { zh: '收样', en: 'Received' },
      `${personName(room.store, sample.receivedBy)} · ${centreMoment(sample.receivedAt)}`,
    ],
    [{ zh: '到样日', en: 'Arrived on' }, sample.arrivedOn],
    [
      { zh: '运单', en: 'Waybill' },
      parcel === undefined ? null : [parcel.waybill, parcel.carrier].filter(Boolean).join(' · '),
    ],
    [{ zh: '批号', en: 'Lot' }, sample.batch],
    [{ zh: '生产日期', en: 'Produced on' }, sample.producedOn],
    [{ zh: '数量', en: 'Quantity' }, `${sample.quantity} ${sample.unit}`],
    [{ zh: '到样状态', en: 'Condition' }, CONDITION_WORDS[sample.condition]],
    [{ zh: '拒收原因', en: 'Why it was refused' }, sample.refusal],
    [{ zh: '过期仍收的原因', en: 'Taken in although lapsed' }, sample.lapsedReason],
    [{ zh: '收样照片', en: 'Photos at reception' }, photos.length === 0 ? null : String(photos.length)],
  ];
  return rows.flatMap(([label, value]) => (value === null || value === '' ? [] : [[label, value] as const]));
}
