/** Values a sentence's places are filled with. */
export type TextValues = Readonly<Record<string, string | number>>;

const PLACE = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/**
 * Fills a sentence's places: `{name}` takes the value, `{count|parcel|parcels}` takes the word for one or many.
 * A name without a value stays visible, so that a forgotten one is seen in a test.
 */
export function fillText(template: string, values: TextValues = {}): string {
  return template.replace(PLACE, (place, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return place;
    if (one === undefined || many === undefined) return String(value);
    return Number(value) === 1 ? one : many;
  });
}

/** The names a sentence expects, sorted; the same in every language. */
export const placesOf = (template: string): readonly string[] =>
  [...new Set([...template.matchAll(PLACE)].map((match) => match[1] ?? ''))].sort();
