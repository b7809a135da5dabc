import { z } from 'zod';
import { fail, ok, type Failure, type Result } from '#shared/base/result.ts';
import { CRITERION_IDS } from '#shared/domain/star/standard.ts';
import { STARS } from '#shared/domain/star/star.ts';
import { ANSWERS, type ChecklistFile } from '#shared/domain/visit/checklist.ts';
import { wrongField } from './wrong-field.ts';

const named = { zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(300) };
const identifier = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, { error: 'id.form' });

const line = z.strictObject({
  id: identifier,
  ...named,
  stars: z.array(z.literal(STARS)).min(1),
  required: z.boolean(),
  answers: z.array(z.enum(ANSWERS)).min(2),
  photo: z.boolean().default(false),
});

const group = z.strictObject({
  id: identifier,
  criterion: z.enum(CRITERION_IDS).nullable(),
  ...named,
  lines: z.array(line).min(1),
});

/** Shape of `resources/templates/visit-checklist.json`, `otop-visit-checklist/1`. */
export const visitChecklistSchema = z
  .strictObject({
    schema: z.literal('otop-visit-checklist/1'),
    id: identifier,
    version: z.string().min(1).max(40),
    note: z.strictObject(named),
    photos: z.strictObject({ farKm: z.number().int().positive(), clockMinutes: z.number().int().min(0) }),
    groups: z.array(group).min(1),
  })
  .superRefine(({ groups }, context) => {
    const seen = new Set<string>();
    const once = (id: string, path: readonly (string | number)[]): void => {
      if (seen.has(id)) context.addIssue({ code: 'custom', path: [...path], message: 'id.twice' });
      seen.add(id);
    };
    groups.forEach((each, at) => {
      once(each.id, ['groups', at, 'id']);
      each.lines.forEach(({ id }, index) => once(id, ['groups', at, 'lines', index, 'id']));
    });
  });

/** Reads a checklist file; a wrong one is refused with the path of the field and a sentence in both languages. */
export function parseVisitChecklist(content: unknown): Result<ChecklistFile, Failure<'checklist.invalid'>> {
  const parsed = visitChecklistSchema.safeParse(content);
  if (!parsed.success) {
    const { field, zh, en } = wrongField(parsed.error, content);
    return fail({ code: 'checklist.invalid', ...(field !== undefined && { field }), data: { zh, en } });
  }
  const { groups, id, photos, version } = parsed.data;
  return ok({ id, version, photos, groups });
}
