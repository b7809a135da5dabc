import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { textIn, type TextOf } from '#renderer/ui/language.tsx';
import { evidenceItems } from '#renderer/ui/evidence-items.ts';
import { columnState, factOf } from '#renderer/ui/star-ladder-facts.ts';
import { blockersOf, firstCell, ladderOf, moveCell } from '#renderer/ui/star-ladder-model.ts';
import { StarLadder } from '#renderer/ui/star-ladder.tsx';
import { CRITERION_IDS } from '#shared/domain/star/standard.ts';
import { STARS } from '#shared/domain/star/star.ts';
import { insuredDossier, sampleCase, sampleDossier, sampleStandard } from '#tests/support/sample-case.ts';

const zh: TextOf = (key, values) => textIn('zh', key, values);
const en: TextOf = (key, values) => textIn('en', key, values);
const awaiting = sampleCase();
const standard = sampleStandard();

describe('the ladder of a case whose insurance policy is awaited', () => {
  const ladder = ladderOf(awaiting.verdict);

  it('says of each star where it stands', () => {
    expect(ladder.columns.map((column) => columnState(column, zh))).toEqual([
      '符合',
      '符合',
      '符合·最高',
      '缺 1 项',
      '不符合 2 项',
    ]);
    expect(ladder.columns.map((column) => columnState(column, en))).toEqual([
      'Met',
      'Met',
      'Met · top',
      '1 missing',
      '2 not met',
    ]);
  });

  it('holds the eleven criteria in the order of the handbook, with five marks each', () => {
    expect(ladder.rows.map(({ id }) => id)).toEqual(CRITERION_IDS);
    expect(ladder.rows.every(({ marks }) => marks.length === 5)).toBe(true);
  });

  it('marks what a star does not ask for apart from what is not known', () => {
    const insurance = ladder.rows.find(({ id }) => id === 'RISK.QUALITY_INSURANCE');
    expect(insurance?.marks).toEqual(['not-asked', 'not-asked', 'not-asked', 'unknown', 'unknown']);
  });

  it('opens where the requested star is blocked', () => {
    expect(firstCell(awaiting.verdict)).toEqual({ criterion: 'RISK.QUALITY_INSURANCE', star: 4 });
    expect(firstCell(sampleCase(insuredDossier()).verdict)).toEqual({ criterion: 'BASIC.LICENCE', star: 4 });
    const failed = sampleCase(sampleDossier({ traceability: 'product' }));
    expect(firstCell(failed.verdict)).toEqual({ criterion: 'RISK.TRACEABILITY', star: 4 });
  });

  it('names what five stars still take', () => {
    expect(blockersOf(awaiting.verdict, 5)).toEqual([
      { id: 'RISK.TRACEABILITY', answer: 'not-met' },
      { id: 'RISK.RISK_CONTROL', answer: 'not-met' },
      { id: 'RISK.QUALITY_INSURANCE', answer: 'unknown' },
    ]);
  });
});

describe('walking the ladder', () => {
  const ladder = ladderOf(awaiting.verdict);
  const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End');

  it('never leaves the matrix', () => {
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 40 }), (pressed) => {
        let cell = firstCell(awaiting.verdict);
        for (const key of pressed) cell = moveCell(ladder, cell, key) ?? cell;
        expect(CRITERION_IDS).toContain(cell.criterion);
        expect(STARS).toContain(cell.star);
      }),
    );
  });

  it('goes a step for an arrow and to the edge for Home and End', () => {
    const from = { criterion: 'RISK.TRACEABILITY', star: 3 } as const;
    expect(moveCell(ladder, from, 'ArrowDown')).toEqual({ criterion: 'RISK.RISK_CONTROL', star: 3 });
    expect(moveCell(ladder, from, 'ArrowRight')).toEqual({ criterion: 'RISK.TRACEABILITY', star: 4 });
    expect(moveCell(ladder, from, 'End')).toEqual({ criterion: 'RISK.TRACEABILITY', star: 5 });
    expect(moveCell(ladder, from, 'Home')).toEqual({ criterion: 'RISK.TRACEABILITY', star: 1 });
    expect(moveCell(ladder, from, 'a')).toBeUndefined();
  });
});

describe('the second fact of a row', () => {
  const factsOf = (dossier = sampleDossier(), text = zh): readonly string[] => {
    const { verdict } = sampleCase(dossier);
    return CRITERION_IDS.map((id) => factOf(id, { dossier, verdict, standard }, text));
  };

  it('explains the marks of a complete case', () => {
    expect(factsOf(insuredDossier())).toEqual([
      '营业执照（统一社会信用代码）',
      '生产 加工 储存 运输 销售',
      '合格 6 张',
      '36 个月内无重要事件',
      '可追溯至生产环境',
      '现场核验',
      '保单有效至 2027-02-28',
      '现场检验合格',
      '现场查看并核资料',
      '专家现场评价 2026-11-18',
      '2026-10-12 收讫',
    ]);
  });

  it('says what an empty case waits for', () => {
    const empty = {
      case: { id: 'C-1', requestedStar: 1, submittedOn: sampleDossier().case.submittedOn },
    } as const;
    expect(factsOf(empty)).toEqual([
      '未上传',
      '缺 生产 加工 储存 运输 销售',
      '合格 0 张',
      '评审日未定',
      '尚未记录',
      '尚未记录',
      '保单待补',
      '尚未记录',
      '尚未记录',
      '尚未记录',
      '未收到',
    ]);
    expect(factsOf(empty, en).join()).not.toMatch(/[\u4e00-\u9fff]/u);
  });
});

describe('the evidence beside the ladder', () => {
  it('turns every path the engine cites into something to show', () => {
    for (const dossier of [sampleDossier(), insuredDossier()]) {
      const view = sampleCase(dossier);
      for (const criterion of view.verdict.criteria) {
        const items = evidenceItems(criterion.evidence, { dossier, papers: view.documents }, zh);
        expect(items.length > 0, `${criterion.id}: ${criterion.evidence.join()}`).toBe(criterion.evidence.length > 0);
        expect(items.every(({ fields }) => fields.length > 0)).toBe(true);
      }
    }
  });

  it('gathers many photos on one card and shows who recorded a fact', () => {
    const view = sampleCase();
    const photos = view.verdict.criteria.find(({ id }) => id === 'BASIC.SAFETY_PHOTOS')?.evidence ?? [];
    const source = { dossier: view.dossier, papers: view.documents, records: view.findings };
    expect(evidenceItems(photos, source, zh)).toMatchObject([
      {
        title: '安全环境照片',
        fields: [
          ['份数', '6'],
          ['名称', expect.any(String)],
          ['审核人', expect.stringContaining('柳工（样例）')],
          ['来源', '随申报材料'],
        ],
        opens: null,
      },
    ]);
    const [traced] = evidenceItems(['traceability'], source, zh);
    expect(traced?.fields[0]).toEqual(['达到', '可追溯至生产环境']);
    expect(traced?.fields[1]?.[1]).toContain('柳工（样例） · 2026-11-18');
  });

  it('says where each piece comes from and opens its scans or its record', () => {
    const view = sampleCase();
    const [licence] = view.documents;
    const file = { id: 'F-1', pages: 12, owner: { kind: 'document', id: licence?.id ?? '' } };
    const report = { kind: 'lab-report', id: 'R-1' } as const;
    const [older, newer] = [
      { kind: 'traceability', by: '甲', at: '2026-11-01T02:00:00.000Z', source: { kind: 'hand' } as const },
      { kind: 'traceability', by: '乙', at: '2026-11-02T02:00:00.000Z', source: report },
    ];
    const source = { dossier: view.dossier, papers: view.documents, records: [older, newer], files: [file] };
    const [paper, bare, traced] = evidenceItems(['documents[0]', 'documents[1]', 'traceability'], source, zh);
    expect(paper).toMatchObject({ opens: { kind: 'files', ids: ['F-1'] } });
    expect(paper?.fields).toContainEqual(['扫描件', '1 份 · 12 页']);
    expect(bare).toMatchObject({ opens: null });
    expect(bare?.fields).toContainEqual(['扫描件', '没有扫描件']);
    expect(traced).toMatchObject({ opens: { kind: 'sheet', source: report } });
    expect(traced?.fields).toContainEqual(['记录人', '乙 · 2026-11-02 10:00']);
    expect(traced?.fields).toContainEqual(['来源', '检测报告']);
  });

  it('shows nothing for a path into something the dossier does not hold', () => {
    expect(
      evidenceItems(['documents[99]', 'toString', 'sample'], { dossier: { ...sampleDossier(), sample: null } }, zh),
    ).toEqual([]);
  });
});

describe('the ladder on screen', () => {
  const markup = renderToStaticMarkup(
    <StarLadder
      verdict={awaiting.verdict}
      dossier={awaiting.dossier}
      standard={standard}
      opened={{ criterion: 'RISK.QUALITY_INSURANCE', star: 4 }}
      onOpen={() => undefined}
    />,
  );

  it('names every cell, whatever its colour', () => {
    expect(markup).toContain('aria-label="质量保险，四星：尚不知"');
    expect(markup).toContain('aria-label="产品溯源，五星：不符合"');
    expect(markup).toContain('aria-label="四星（申报）：缺 1 项"');
    expect(markup.match(/role="gridcell"/g)).toHaveLength(55);
  });

  it('is one stop of the Tab key, at the opened cell', () => {
    expect(markup.match(/tabindex="0"/gi)).toHaveLength(1);
    expect(markup.match(/aria-selected="true"/g)).toHaveLength(1);
  });
});
