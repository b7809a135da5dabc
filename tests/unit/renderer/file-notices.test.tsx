import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AttachNotice, type AttachEnd } from '#renderer/ui/attach-notice.tsx';
import { RowFaultList } from '#renderer/ui/row-faults.tsx';

const file = (name: string) => ({ name, by: '沈检验', at: '2026-11-21T02:00:00.000Z' });
const told = (end: Omit<AttachEnd, 'title'>): string =>
  renderToStaticMarkup(<AttachNotice end={{ title: '营业执照', ...end }} onClose={() => undefined} />);

describe('what became of files chosen together', () => {
  it('is one notice that can be closed and names every file that was kept', () => {
    const html = told({ kept: [file('a.pdf'), file('b.pdf')], problems: [] });
    expect(html).toContain('2 个文件已附到 营业执照：“a.pdf”、“b.pdf”，沈检验 2026-11-21 10:00');
    expect(html.split('notice-close')).toHaveLength(2);
    expect(html).toContain('role="status"');
  });

  it('lists what was refused, in the same notice', () => {
    const html = told({ kept: [file('a.pdf')], problems: ['“b.pdf”是空文件', '“c.pdf”设有打开密码'] });
    expect(html).toContain('2 个文件未保存：');
    expect(html.split('<li>')).toHaveLength(3);
    expect(html.split('class="notice ')).toHaveLength(2);
  });

  it('interrupts a screen reader when nothing at all was kept', () => {
    expect(told({ kept: [], problems: ['“b.pdf”是空文件'] })).toContain('role="alert"');
  });
});

describe('the wrong rows of an import', () => {
  const fault = (row: number) => ({
    place: { zh: `第 ${row} 行`, en: `Row ${row}` },
    field: { zh: '结果', en: 'Result' },
    message: { zh: '“很多”不是数值', en: '“很多” is no number' },
  });

  it('say their row, field and reason, and how many more there are', () => {
    const html = renderToStaticMarkup(<RowFaultList faults={{ first: [fault(3), fault(5)], more: 4 }} />);
    expect(html).toContain('<b>第 3 行 · 结果</b> “很多”不是数值');
    expect(html).toContain('另有 4 处');
    expect(renderToStaticMarkup(<RowFaultList faults={{ first: [], more: 0 }} />)).toBe('');
  });
});
