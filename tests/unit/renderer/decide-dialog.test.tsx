import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Announced } from '#renderer/desks/review/decide-dialog.tsx';
import type { DecisionPreview } from '#shared/contract/decisions.ts';
import { insuredDossier, sampleCase, sampleDossier } from '#tests/support/sample-case.ts';

const previewOf = (verdict: DecisionPreview['verdict']): DecisionPreview => ({
  round: 1,
  kind: 'first',
  verdict,
  writes: {
    dossierSha256: 'd'.repeat(64),
    verdictSha256: 'e'.repeat(64),
    opinions: 3,
    people: [],
    consentUntil: null,
    appealUntil: '2026-12-21',
  },
  supersedes: null,
  awardDiffers: false,
  mayRefuse: false,
  mayDecide: [],
  mayNotDecide: [],
  blocked: null,
});

describe('the dialog before a decision', () => {
  it('announces what would be stored, not what an older page shows', () => {
    const page = sampleCase(insuredDossier());
    const failed = sampleCase(sampleDossier({ siteTest: { outcome: 'failed' } }));
    const shown = renderToStaticMarkup(<Announced view={page} preview={previewOf(failed.verdict)} refuse={false} />);
    expect(page.verdict.outcome).toBe('grant');
    expect(shown).toContain('四星不符合 1 项：产品检测。');
    expect(shown).toContain('不予评定');
    expect(shown).not.toContain('将授予');
  });

  it('says what is missing where nothing can be stored any more', () => {
    const page = sampleCase(insuredDossier());
    const shown = renderToStaticMarkup(
      <Announced view={page} preview={previewOf(sampleCase().verdict)} refuse={false} />,
    );
    expect(shown).toContain('尚不能评定：质量保险。');
    expect(shown).not.toContain('将提议');
  });
});
