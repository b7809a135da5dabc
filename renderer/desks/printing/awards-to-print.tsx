import { useState } from 'react';
import type { AwardRow } from '#shared/contract/papers.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useInfinite } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { needsRole } from '#renderer/ui/case-refusals.ts';
import { ActionBar, type PrimaryAction } from '#renderer/ui/desk-layout.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FileDialog } from '#renderer/ui/file-dialog.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { SelectTable } from '#renderer/ui/select-table.tsx';
import { awardColumns } from './award-columns.tsx';
import { BadgeDialog, type MadePaper } from './badge-dialog.tsx';
import { ChosenSummary } from './chosen-summary.tsx';
import { certificatesToPrint } from './papers-to-print.ts';
import { PrintingLayout, type PrintingFrame } from './printing-layout.tsx';
import { ReprintDialog } from './reprint-dialog.tsx';

const EMPTY = { 'to-print': 'ToPrint', printed: 'Printed' } as const;

/** Issued awards: the certificates and badges that wait, or those printed before. */
export function AwardsToPrint({
  state,
  fresh,
  frame,
  onSay,
}: {
  readonly state: 'to-print' | 'printed';
  /** Numbers just issued; chosen from the start. */
  readonly fresh: readonly string[];
  readonly frame: PrintingFrame;
  readonly onSay: (message: (who: { readonly by: string; readonly at: string }) => string) => void;
}) {
  const text = useText();
  const list = useInfinite('award.list', { state });
  const prints = useRight('papers.print');
  const print = useCommand('paper.print-certificates');
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set(fresh));
  const [asking, setAsking] = useState<'reprint' | 'badges' | null>(null);
  const [made, setMade] = useState<MadePaper | null>(null);
  const chosen = list.rows.filter(({ number }) => selected.has(number));
  const due = certificatesToPrint(chosen, state);
  const numbers = due.map(({ number }) => number);
  const again = due.filter(({ certificatePrints }) => certificatePrints > 0).length;
  const blocked =
    (prints ? null : needsRole('papers.print', text)) ?? (chosen.length === 0 ? text('printing.chooseFirst') : null);

  const finished = (paper: MadePaper): void => {
    setAsking(null);
    setMade(paper);
    const key = paper.kind === 'certificates' ? 'printing.certificatesPrinted' : 'printing.badgesPrinted';
    onSay((who) => text(key, { count: paper.count, ...who }));
  };
  const printCertificates = async (reason: string | null): Promise<void> => {
    const reply = await print.run({ numbers, reason });
    if (!reply.ok) return;
    const title = text('printing.certificateFile', { count: numbers.length });
    finished({ file: reply.value, title, count: numbers.length, kind: 'certificates' });
  };
  const badges: PrimaryAction = {
    label: text('printing.badges'),
    disabledReason: blocked,
    onPress: () => setAsking('badges'),
  };
  const certificates: PrimaryAction = {
    label: text(again > 0 ? 'printing.reprint' : 'printing.certificates', { count: numbers.length }),
    pending: print.pending,
    disabledReason: blocked ?? (numbers.length === 0 ? text('printing.noCertificate') : null),
    onPress: () => (again > 0 ? setAsking('reprint') : void printCertificates(null)),
  };
  const badgesFirst = state === 'to-print' && chosen.length > 0 && numbers.length === 0;
  const [primary, second] = badgesFirst ? [badges, null] : [certificates, badges];
  return (
    <>
      <PrintingLayout
        frame={frame}
        side={
          <ChosenSummary count={chosen.length} stars={chosen.map(({ star }) => star)} facts={useAwardFacts(chosen)} />
        }
        bar={
          <ActionBar info={text('printing.selected', { count: chosen.length })} primary={primary}>
            {second === null ? null : (
              <ActionButton disabledReason={second.disabledReason ?? null} onPress={second.onPress}>
                {second.label}
              </ActionButton>
            )}
          </ActionBar>
        }
      >
        {list.failure === null ? null : <Notice kind="error">{list.failure.text}</Notice>}
        {print.failure === null || asking !== null ? null : <Notice kind="error">{print.failure.text}</Notice>}
        {list.pending ? <p role="status">{text('common.loading')}</p> : null}
        {!list.pending && list.failure === null && list.rows.length === 0 ? (
          <EmptyState
            title={text(`printing.empty${EMPTY[state]}`)}
            detail={text(`printing.empty${EMPTY[state]}Detail`)}
          />
        ) : null}
        {list.rows.length === 0 ? null : (
          <SelectTable
            label={text(state === 'printed' ? 'printing.tabPrinted' : 'printing.tabToPrint')}
            columns={awardColumns(text)}
            rows={list.rows}
            rowKey={({ number }) => number}
            rowName={({ productName, number }) => text('printing.select', { product: productName, number })}
            selected={selected}
            onSelect={setSelected}
            onMore={list.hasMore ? list.more : undefined}
          />
        )}
      </PrintingLayout>
      {asking === 'reprint' ? (
        <ReprintDialog
          numbers={numbers}
          again={again}
          pending={print.pending}
          problem={print.failure?.text ?? null}
          onPrint={(reason) => void printCertificates(reason)}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'badges' ? <BadgeDialog awards={chosen} onMade={finished} onClose={() => setAsking(null)} /> : null}
      {made === null ? null : <FileDialog title={made.title} file={made.file} onClose={() => setMade(null)} />}
    </>
  );
}

/** The facts of the one chosen award; nothing when none or many are chosen. */
function useAwardFacts(chosen: readonly AwardRow[]): readonly (readonly [string, string])[] {
  const text = useText();
  const [award] = chosen;
  if (award === undefined || chosen.length > 1) return [];
  return [
    [text('printing.columnNumber'), award.number],
    [text('printing.columnProduct'), award.productName],
    [text('printing.columnEnterprise'), award.enterpriseName],
    [text('printing.columnValid'), text('printing.validTerm', { from: award.issuedOn, until: award.validUntil })],
    [text('printing.annualCheck'), award.checkDueOn],
    [text('printing.verify'), award.verifyUrl],
  ];
}
