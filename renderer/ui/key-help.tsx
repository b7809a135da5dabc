import { useState } from 'react';
import { Dialog } from './dialog.tsx';
import { comboText } from './key-combo.ts';
import { useKeyList, useKeys } from './keys.tsx';
import { useText } from './language.tsx';

/** Shows what every key does here; `?` opens it. */
export function KeyHelp() {
  const text = useText();
  const [open, setOpen] = useState(false);
  const { keys, look } = useKeyList();
  useKeys([
    {
      combo: '?',
      label: text('frame.showKeys'),
      run: () => {
        look();
        setOpen(true);
      },
    },
  ]);
  if (!open) return null;
  return (
    <Dialog title={text('common.keys')} onClose={() => setOpen(false)}>
      <dl className="key-help">
        {keys.map(({ combo, label }) => (
          <div key={`${combo} ${label}`} className="key-line">
            <dt>
              <kbd>{comboText(combo)}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
