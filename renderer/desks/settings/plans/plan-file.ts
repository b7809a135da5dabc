import { fail, type Result } from '#shared/base/result.ts';
import { parseTestPlan } from '#shared/contract/test-plan.ts';
import type { TestPlan } from '#shared/domain/lab/test-item.ts';
import type { Bilingual } from '#shared/domain/star/star.ts';

/** What is wrong with a plan's file, and where. */
export type FileFault = Bilingual & { readonly field: string };

/** Reads a plan from a file's text. */
export function readPlanFile(text: string): Result<TestPlan, FileFault> {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail({ field: '', zh: '不是 JSON 文件', en: 'it is not a JSON file' });
  }
  const parsed = parseTestPlan(content);
  if (parsed.ok) return parsed;
  const { data, field } = parsed.failure;
  return fail({ field: field ?? '', zh: String(data?.['zh'] ?? ''), en: String(data?.['en'] ?? '') });
}

/** A plan as its file. */
export const planFile = (plan: TestPlan): Blob =>
  new Blob([`${JSON.stringify({ schema: 'otop-test-plan/1', ...plan }, null, 1)}\n`], { type: 'application/json' });
