import { fieldPath, type WrongField } from './wrong-field.ts';

/** An object or list that is open, and where its current value stands. */
interface Open {
  readonly keys: Set<string> | null;
  step: string | number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * The fields a JSON text gives twice in one object, each with its path and line.
 *
 * `JSON.parse` keeps the last of them without a word. The text is known to be JSON.
 */
export function repeatedKeys(text: string): readonly WrongField[] {
  const found: WrongField[] = [];
  const open: Open[] = [];
  let before = '';
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const inside = open.at(-1);
    if (token === '{') open.push({ keys: new Set(), step: '' });
    else if (token === '[') open.push({ keys: null, step: 0 });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && typeof inside?.step === 'number') inside.step += 1;
    else if (token.startsWith('"') && inside?.keys != null && before !== ':') {
      inside.step = JSON.parse(token) as string;
      if (inside.keys.has(inside.step)) {
        const line = text.slice(0, index).split('\n').length;
        found.push({
          field: fieldPath(open.map(({ step }) => step)),
          zh: `这个字段在同一处写了两次（第二次在第 ${line} 行），请只留一个`,
          en: `it stands twice in the same place (the second time in line ${line}); keep one of them`,
        });
      }
      inside.keys.add(inside.step);
    }
    before = token;
  }
  return found;
}
