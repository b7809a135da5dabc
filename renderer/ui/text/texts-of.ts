/** The same sections and keys as another language's texts, every leaf a sentence. */
export type TextsOf<T> = { readonly [K in keyof T]: T[K] extends string ? string : TextsOf<T[K]> };

/** Paths to the leaves of a tree of texts, `receiving.title` or `ladder.document.licence`. */
export type LeafOf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${LeafOf<T[K]>}`;
}[keyof T & string];
