import { describe, expect, it } from 'vitest';
import type { EvidenceSample } from '#renderer/ui/evidence-item.ts';
import { evidenceItems } from '#renderer/ui/evidence-items.ts';
import type { TextOf } from '#renderer/ui/language.tsx';
import { fullDossier } from '#tests/support/dossiers.ts';

/** A text is its key here, with what is filled in. */
const text = ((key: string, values: object = {}) => [key, ...Object.values(values)].join(' ')) as unknown as TextOf;

const sample = (id: string, change: Partial<EvidenceSample> = {}): EvidenceSample => ({
  id,
  barcode: `S-${id}`,
  batch: 'L-7',
  condition: 'intact',
  refusal: null,
  receivedBy: '彭收样',
  receivedAt: '2026-03-20T02:00:00.000Z',
  ...change,
});

describe('the sample’s evidence', () => {
  it('is a card for each sample: who took it in, when, from where, and its custody book', () => {
    const samples = [sample('a'), sample('b', { refusal: '渗漏', condition: 'leaking' })];
    const items = evidenceItems(['sample.receivedOn'], { dossier: fullDossier(), samples }, text);
    expect(items.map(({ state, title }) => [title, state])).toEqual([
      ['ladder.source-sample S-a', 'holds'],
      ['ladder.source-sample S-b', 'fails'],
    ]);
    expect(items.map(({ opens }) => opens)).toEqual([
      { kind: 'sheet', source: { kind: 'sample', id: 'a' } },
      { kind: 'sheet', source: { kind: 'sample', id: 'b' } },
    ]);
    const fields = new Map(items[0]?.fields);
    expect(fields.get('ladder.field-recorded')).toMatch(/^彭收样 · 2026-03-20 10:00$/);
    expect(fields.get('evidence.from')).toBe('evidence.from-sample');
    expect(new Map(items[1]?.fields).get('ladder.field-condition')).toBe('渗漏');
  });

  it('is what the dossier says where the samples lie at another desk', () => {
    const [item] = evidenceItems(['sample'], { dossier: fullDossier() }, text);
    expect(item).toMatchObject({ title: 'ladder.source-sample', opens: null });
  });
});

it('what stands in the application says that it came with it', () => {
  const [item] = evidenceItems(['enterprise.foundedOn'], { dossier: fullDossier() }, text);
  expect(new Map(item?.fields).get('evidence.from')).toBe('evidence.from-application');
});
