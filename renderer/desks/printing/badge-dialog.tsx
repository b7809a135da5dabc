import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { FileReply } from '#shared/contract/intake.ts';
import type { AwardRow } from '#shared/contract/papers.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { BADGE_STOCKS, sheetUse, type BadgeStock } from './badge-stocks.ts';
import { ReprintReason } from './reprint-reason.tsx';
import { SheetPicker } from './sheet-picker.tsx';

/** A paper that was made, and what it holds in words. */
export interface MadePaper {
  readonly file: FileReply;
  readonly title: string;
  /** What the notice says after it, without name and time. */
  readonly count: number;
  readonly kind: 'certificates' | 'badges';
}

const MOST_COPIES = 200;

/** Sets up a badge sheet: copies, label stock, where a part-used sheet begins; then makes it. */
export function BadgeDialog({
  awards,
  onMade,
  onClose,
}: {
  readonly awards: readonly AwardRow[];
  readonly onMade: (made: MadePaper) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const print = useCommand('paper.print-badges');
  const [stock, setStock] = useState<BadgeStock>(BADGE_STOCKS[0]);
  const [copies, setCopies] = useState(1);
  const [startAt, setStartAt] = useState(1);
  const [reason, setReason] = useState('');
  const again = awards.filter(({ badgePrints }) => badgePrints > 0).length;
  const labels = awards.length * copies;
  const use = sheetUse(stock, labels, startAt);
  const send = async (): Promise<void> => {
    const reply = await print.run({
      numbers: awards.map(({ number }) => number),
      copies,
      startAt,
      stock: stock.id,
      reason: again > 0 ? reason : null,
    });
    if (!reply.ok) return;
    const title = text('printing.badgeFile', { count: labels, sheets: use.sheets });
    onMade({ file: reply.value, title, count: labels, kind: 'badges' });
  };
  return (
    <Dialog title={text('printing.badgeTitle')} size="medium" onClose={onClose}>
      <DialogForm
        submitLabel={text('printing.badgesCount', { count: labels })}
        pending={print.pending}
        problem={print.failure?.text ?? null}
        disabledReason={again > 0 && reason.trim() === '' ? text('printing.reason') : null}
        onSubmit={() => void send()}
        onCancel={onClose}
      >
        <div className="badge-form">
          <div className="stack">
            <Field label={text('printing.copies')} error={print.fieldErrors['copies']}>
              {(control) => (
                <InputNumber
                  {...control}
                  autoFocus
                  min={1}
                  max={MOST_COPIES}
                  precision={0}
                  value={copies}
                  onChange={(value) => setCopies(value ?? 1)}
                />
              )}
            </Field>
            <Field label={text('printing.stock')} error={print.fieldErrors['stock']}>
              {(control) => (
                <Select
                  {...control}
                  value={stock.id}
                  options={BADGE_STOCKS.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={(id: string) => {
                    setStock(BADGE_STOCKS.find((one) => one.id === id) ?? BADGE_STOCKS[0]);
                    setStartAt(1);
                  }}
                />
              )}
            </Field>
            {again > 0 ? (
              <ReprintReason count={again} value={reason} error={print.fieldErrors['reason']} onChange={setReason} />
            ) : null}
            <p className="dim">{text('printing.sheetUse', { labels, sheets: use.sheets, left: use.left })}</p>
          </div>
          <div>
            <div className="field-hint">
              {text('printing.startAt')} · {text('printing.startHint')}
            </div>
            <SheetPicker stock={stock} startAt={startAt} labels={labels} onStart={setStartAt} />
          </div>
        </div>
      </DialogForm>
    </Dialog>
  );
}
