import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  writeApplicationsJson,
  writeApplicationsWorkbook,
  writeRowsWorkbook,
  writeTemplate,
} from '#electron/backend/services/intake/write-applications.ts';
import { makeSampleApplications } from './sample-applications.ts';
import { badSampleRows } from './sample-bad-workbook.ts';
import { templateReadme } from './template-readme.ts';

/** Folder of the shipped templates and samples. */
export const TEMPLATES = fileURLToPath(new URL('../../resources/templates/', import.meta.url));

/** Every file that the generator ships, by name; the same bytes on every run. */
export async function sampleFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const applications = await makeSampleApplications();
  const text = new TextEncoder();
  return new Map([
    ['applications-template.xlsx', await writeTemplate()],
    ['sample-applications.xlsx', await writeApplicationsWorkbook(applications)],
    ['sample-applications.json', text.encode(writeApplicationsJson(applications))],
    ['bad-applications.xlsx', await writeRowsWorkbook(badSampleRows(applications))],
    ['README.md', text.encode(templateReadme())],
  ]);
}

if (import.meta.main) {
  mkdirSync(TEMPLATES, { recursive: true });
  for (const [name, bytes] of await sampleFiles()) writeFileSync(join(TEMPLATES, name), bytes);
}
