import { acceptance, importAs, receiveAnnounced } from './applications.ts';
import { openPeopledDesk } from './desk.ts';
import { plainApplication } from './external-report.ts';
import { sampleUscc } from './sample-enterprises.ts';

/** The 2★ case that a third party evaluates. */
export const DELEGATED = 'C-2026-74001';
const PRODUCTS = ['古丈毛尖', '炎陵黄桃', '湘潭湘莲'] as const;
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

/**
 * Makes a workspace with a 2★ and two 1★ cases imported, their samples received, their papers checked
 * and what came with the application confirmed: the evaluation and the spot check are still to come.
 */
export async function makeExternalWorkspace(workspace: string): Promise<void> {
  const test = await openPeopledDesk({ workspace });
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
  for (let serial = 74_001; serial < 74_001 + PRODUCTS.length; serial += 1) {
    const caseId = `C-2026-${serial}`;
    await receiveAnnounced(test, caseId);
    for (const document of (await test.ask('peng', 'case.get', { caseId })).documents)
      await test.ask('peng', 'document.check', acceptance(document));
    await test.ask('shen', 'finding.confirm-reported', { caseId });
  }
  await test.close();
}
