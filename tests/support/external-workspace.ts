import { drawSpotChecks } from '#shared/domain/spot-check-draw.ts';
import { acceptance, importAs, receiveAnnounced } from './applications.ts';
import { openPeopledDesk } from './desk.ts';
import { plainApplication } from './external-report.ts';
import { sampleUscc } from './sample-enterprises.ts';

/** The 2★ case that a third party evaluates. */
export const DELEGATED = 'C-2026-74001';
/** The first two are in a draw already; the others wait for theirs. */
const PRODUCTS = ['古丈毛尖', '炎陵黄桃', '湘潭湘莲', '桑植粽叶'] as const;
const CASES = PRODUCTS.map((_, index) => `C-2026-${74_001 + index}`);
const FIRST_DRAW = CASES.slice(0, 2);
const INSPECTED = {
  reviewOn: '2026-11-20',
  traceability: 'product',
  riskControl: 'filed',
  spotCheck: null,
  siteTest: null,
  lines: null,
  evaluation: null,
  youngEnterpriseWaiver: null,
} as const;

/** A seed by which the delegated case is not drawn in the first draw. */
function seedThatPassesBy(): string {
  const seeds = Array.from({ length: 100 }, (_, index) => `sample${index}`);
  const found = seeds.find((seed) => {
    const draw = drawSpotChecks({ seed, sharePercent: 30, cases: FIRST_DRAW });
    return draw.ok && !draw.value.selected.includes(DELEGATED);
  });
  if (found === undefined) throw new Error('every seed draws it');
  return found;
}

/**
 * Makes a workspace with a 2★ and three 1★ cases imported, their samples received, their papers checked and what
 * came with the application confirmed. The 2★ case was in a draw and not selected; its evaluation is still to come,
 * and two cases wait for the next draw.
 */
export async function makeExternalWorkspace(workspace: string): Promise<void> {
  const test = await openPeopledDesk({ workspace, world: { token: seedThatPassesBy } });
  const applications = PRODUCTS.map((name, index) => {
    const plain = plainApplication(74_001 + index, {
      requestedStar: index === 0 ? 2 : 1,
      inspection: INSPECTED as never,
    });
    const { enterprise, product } = plain;
    const uscc = sampleUscc('430923', 740 + index, false);
    return { ...plain, product: { ...product, name }, enterprise: { ...enterprise, uscc } };
  });
  await importAs(test, 'peng', applications);
  for (const [index, caseId] of CASES.entries()) {
    if (index === FIRST_DRAW.length) await test.ask('tan', 'draw.make', { expected: FIRST_DRAW.length });
    await receiveAnnounced(test, caseId);
    for (const document of (await test.ask('peng', 'case.get', { caseId })).documents)
      await test.ask('peng', 'document.check', acceptance(document));
    await test.ask('shen', 'finding.confirm-reported', { caseId });
  }
  await test.close();
}
