import { Notice, type NoticeProps } from './notice.tsx';
import './long-notice.css';

/** A notice that may have much to tell: it keeps its height and scrolls, with the keyboard too. */
export function LongNotice({ label, children, ...notice }: NoticeProps & { readonly label: string }) {
  return (
    <Notice {...notice}>
      <div className="long-notice" role="group" aria-label={label} tabIndex={0}>
        {children}
      </div>
    </Notice>
  );
}
