import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { EvidenceSheetView, type Sheet } from '#renderer/ui/evidence-sheet.tsx';

const words = (zh: string) => ({ zh, en: `${zh} in English` });
const SHEET: Sheet = {
  title: words('现场核验'),
  state: 'holds',
  facts: [],
  tables: [
    {
      caption: words('核验表'),
      columns: [words('项目'), words('情况'), words('照片'), words('记录人')],
      rows: [
        { cells: [words('能查到原料批次'), '', '', '沈检验 2026-11-21'], state: 'holds', about: 'RISK.TRACEABILITY' },
        { cells: [words('车间清洁'), '', '2', '沈检验 2026-11-21'], state: 'holds' },
      ],
    },
  ],
  attachments: [],
};
const drawn = (about: string | null): string =>
  renderToStaticMarkup(<EvidenceSheetView sheet={SHEET} about={about} thumb={() => null} onFile={() => undefined} />);

describe('a record’s sheet', () => {
  it('leaves out the columns in which nothing stands', () => {
    const heads = [...drawn(null).matchAll(/<th scope="col">(?!<)([^<]*)/g)].map(([, head]) => head);
    expect(heads).toEqual(['项目', '照片', '记录人']);
  });

  it('marks the rows of the criterion it is opened for, and of no other', () => {
    const asked = (about: string | null): number => drawn(about).split('is-asked').length - 1;
    expect([asked(null), asked('RISK.TRACEABILITY'), asked('TEST.LINES')]).toEqual([0, 1, 0]);
  });

  it('never breaks a day at its hyphens', () => {
    expect(drawn(null)).toContain('沈检验 <span class="sheet-day">2026-11-21</span>');
  });
});
