import { useText } from './language.tsx';
import './marks.css';

/** A number of stars in gold; read aloud as “3 星”. */
export function StarRow({ star, size = 12 }: { readonly star: number; readonly size?: 12 | 18 | 24 }) {
  const text = useText();
  return (
    <span className={`stars stars-${size}`} role="img" aria-label={text('common.star', { star })}>
      {'★'.repeat(star)}
    </span>
  );
}
