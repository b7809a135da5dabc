import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { InterestsSection } from '#renderer/desks/review/interests-section.tsx';

describe('the interests declared in an enterprise', () => {
  it('say who, at which desk, when and what', () => {
    const page = renderToStaticMarkup(
      <InterestsSection
        interests={[
          { kind: 'interest', reason: '持有股份', by: '覃评审·02', at: '2026-11-21T03:05:00.000Z' },
          { kind: 'paid-services', reason: '收费辅导', by: '鲁评审', at: '2026-11-21T17:05:00.000Z' },
        ]}
      />,
    );
    for (const told of [
      '覃评审·02',
      '本人利益关系',
      '持有股份',
      '2026-11-21 11:05',
      '本计划收费服务',
      '2026-11-22 01:05',
    ])
      expect(page).toContain(told);
  });

  it('take no room where nobody declared any', () => {
    expect(renderToStaticMarkup(<InterestsSection interests={[]} />)).toBe('');
  });
});
