import { useState } from 'react';
import { Combo } from './combo.tsx';
import { Dialog } from './dialog.tsx';
import { Icon } from './icons.tsx';
import { useKeyList, useKeys } from './keys.tsx';
import { useText } from './language.tsx';

/** Says what this screen is for and what every key does here; `?` opens it. */
export function KeyHelp({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const { keys, look } = useKeyList();
  const show = (): void => {
    look();
    setOpen(true);
  };
  useKeys([{ combo: '?', label: text('frame.showKeys'), run: show }]);
  return (
    <>
      <button
        type="button"
        className="top-button"
        aria-label={text('frame.showKeys')}
        title={`${text('frame.showKeys')} (?)`}
        onClick={show}
      >
        <Icon name="keyboard" />
      </button>
      {open ? (
        <Dialog title={title} size="medium" onClose={() => setOpen(false)}>
          <ul className="help-lines">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <h2>{text('common.keys')}</h2>
          <dl className="key-help">
            {keys.map(({ combo, label }) => (
              <div key={`${combo} ${label}`} className="key-line">
                <dt>
                  <Combo combo={combo} />
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      ) : null}
    </>
  );
}
