import type { ReactNode } from 'react';
import './marks.css';

/** What a tag says besides its words. */
export type Tone = 'plain' | 'good' | 'bad' | 'wait';

/** A short word on a tinted ground; the word says it, the tint repeats it. */
export function Tag({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
