import { ok } from '#shared/base/result.ts';
import type { EvidenceSheet, EvidenceSource, SheetRow } from '#shared/contract/evidence.ts';
import { findDraw, findDrawOfCase } from '#electron/backend/store/draw-repository.ts';
import type { CaseFacts } from './case-facts.ts';
import { drawView } from './draws.ts';
import { refuse } from './refuse.ts';
import { centreMoment, type Answer, type Room } from './room.ts';

/** A draw as one page: its seed, its list and who came out, so that anybody can work it out again. */
export function drawSheet(
  room: Room,
  facts: CaseFacts,
  source: Extract<EvidenceSource, { kind: 'draw' }>,
): Answer<EvidenceSheet> {
  const draw = findDraw(room.store, source.id);
  if (draw === undefined || findDrawOfCase(room.store, facts.record.id)?.drawId !== draw.id)
    return refuse('evidence.unknown', {}, 'source');
  const { algorithm, at, by, cases, drawn, number, seed, selected, sharePercent } = drawView(room, draw);
  const isSelected = drawn.some((one) => one.caseId === facts.record.id && one.selected);
  return ok({
    source,
    title: { zh: `抽样 ${number}`, en: `Draw ${number}` },
    state: isSelected ? 'pending' : 'holds',
    facts: [
      [
        { zh: '本案', en: 'This case' },
        isSelected ? { zh: '抽中，待检测', en: 'drawn; its test is to come' } : { zh: '未抽中', en: 'not selected' },
      ],
      [{ zh: '种子', en: 'Seed' }, seed],
      [{ zh: '比例', en: 'Share' }, `${sharePercent}% · ${selected} / ${cases}`],
      [{ zh: '算法', en: 'Algorithm' }, algorithm],
      [{ zh: '抽取', en: 'Drawn' }, `${by} · ${centreMoment(at)}`],
    ],
    tables: [
      {
        caption: { zh: '参加抽取的案卷', en: 'Cases in the draw' },
        columns: [
          { zh: '案卷', en: 'Case' },
          { zh: '产品', en: 'Product' },
          { zh: '企业', en: 'Enterprise' },
          { zh: '结果', en: 'Result' },
        ],
        rows: drawn.map((one): SheetRow => ({
          state: one.caseId === facts.record.id ? (one.selected ? 'pending' : 'holds') : 'plain',
          cells: [
            one.caseId,
            one.productName,
            one.enterpriseName,
            one.selected ? { zh: '抽中', en: 'drawn' } : { zh: '未抽中', en: 'not selected' },
          ],
        })),
      },
    ],
    attachments: [],
  });
}
