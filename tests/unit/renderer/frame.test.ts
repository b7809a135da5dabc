import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '#renderer/app/desk-address.ts';
import { deskWaiting } from '#renderer/app/desk-waiting.ts';
import { hitAddress } from '#renderer/app/hit-address.ts';
import { isCombo } from '#renderer/ui/key-combo.ts';
import { ANTD_PARTS } from '#renderer/ui/theme/antd-parts.ts';
import type { CaseId } from '#shared/base/ids.ts';
import { DESKS, type Desk } from '#shared/domain/roles.ts';

const root = new URL('../../..', import.meta.url).pathname;

describe('the address of what is open', () => {
  it('is read back as it was written, whatever the id', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DESKS), fc.string({ minLength: 1, unit: 'grapheme' }), (desk, openId) => {
        expect(readAddress(writeAddress(desk, openId), DESKS)).toEqual({ desk, openId });
      }),
    );
  });

  it('leads to the first desk when it names none of the person’s, or nonsense', () => {
    const desks: readonly Desk[] = ['inspection', 'settings'];
    expect(readAddress('/review/C-1', desks)).toEqual({ desk: 'inspection', openId: null });
    expect(readAddress('/ticket=abc', desks)).toEqual({ desk: 'inspection', openId: null });
    expect(readAddress('/settings/%E0%A4%A', desks)).toEqual({ desk: 'settings', openId: null });
    expect(readAddress('/', [])).toBeNull();
  });
});

describe('what waits at a desk', () => {
  it('adds up its queues, and is hot when some is late', () => {
    const counts = { 'cases.documents': 6, 'cases.inspection': 5, 'cases.review': 8, 'cases.overdue': 1 };
    expect(deskWaiting('inspection', counts)).toEqual({ count: 11, hot: false });
    expect(deskWaiting('review', counts)).toEqual({ count: 8, hot: true });
    expect(deskWaiting('insight', counts)).toEqual({ count: 0, hot: false });
  });
});

describe('a search hit', () => {
  const hit = (kind: 'case' | 'parcel' | 'sample' | 'award', caseId: string | null) => ({
    kind,
    id: `${kind}-1`,
    caseId: caseId as CaseId | null,
    title: '',
    detail: '',
  });

  it('opens where the person can see it, here when possible', () => {
    expect(hitAddress(hit('parcel', 'C-1'), ['receiving', 'inspection'], 'inspection')).toEqual({
      desk: 'receiving',
      openId: 'parcel-1',
    });
    expect(hitAddress(hit('parcel', 'C-1'), ['review'], 'review')).toEqual({ desk: 'review', openId: 'C-1' });
    expect(hitAddress(hit('case', null), ['inspection', 'review'], 'inspection')).toEqual({
      desk: 'inspection',
      openId: 'case-1',
    });
    expect(hitAddress(hit('award', 'C-1'), ['printing', 'surveillance'], 'surveillance')).toEqual({
      desk: 'surveillance',
      openId: 'award-1',
    });
  });

  it('opens nowhere when no desk of the person shows it', () => {
    expect(hitAddress(hit('case', null), ['printing'], 'printing')).toBeNull();
    expect(hitAddress(hit('parcel', null), ['review'], 'review')).toBeNull();
  });
});

describe('key combinations', () => {
  const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false });

  it('match their key only, with Ctrl or without', () => {
    expect(isCombo(press('Enter', true), 'Ctrl+Enter')).toBe(true);
    expect(isCombo(press('Enter'), 'Ctrl+Enter')).toBe(false);
    expect(isCombo(press('n'), 'N')).toBe(true);
    expect(isCombo(press('n', true), 'N')).toBe(false);
    expect(isCombo(press('?'), '?')).toBe(true);
  });
});

describe('the window’s styles', () => {
  const sources = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.tsx?$/.test(path),
  );

  it('are extracted for every Ant Design component that a screen uses', () => {
    const parts: readonly string[] = [...ANTD_PARTS, 'ConfigProvider'];
    for (const path of sources) {
      const source = readFileSync(join(root, 'renderer', path), 'utf8');
      for (const match of source.matchAll(/^import \{([^}]*)\} from 'antd';/gm)) {
        const names = (match[1] ?? '').split(',').map((name) => name.trim());
        const components = names.filter((name) => /^[A-Z]/.test(name));
        expect([path, components.filter((name) => !parts.includes(name))]).toEqual([path, []]);
      }
    }
  });

  it('help exists for every desk in both languages', () => {
    for (const desk of DESKS) {
      for (const language of ['zh', 'en']) {
        const file = readFileSync(join(root, 'resources/help', `${desk}.${language}.md`), 'utf8');
        expect([desk, language, /\p{Script=Han}/u.test(file)]).toEqual([desk, language, language === 'zh']);
      }
    }
  });
});
