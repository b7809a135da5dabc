import { useState, type ReactNode } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { showRefusal } from '#renderer/client/refusal.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { saveFile } from '#renderer/ui/base64-file.ts';
import { ActionBar, DeskLayout, type PrimaryAction } from '#renderer/ui/desk-layout.tsx';
import type { EntryWrite } from '#renderer/ui/entry-grid-model.ts';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { showClock } from '#renderer/ui/show-time.ts';
import { useFormDraft } from '#renderer/ui/use-form-draft.ts';
import type { LabOrderView } from '#shared/contract/lab.ts';
import type { ReadingChange } from '#shared/domain/lab/reading-change.ts';
import { AmendDialog } from './amend-dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import {
  editsAfter,
  entryItem,
  readingOf,
  refusalsOf,
  toExplain,
  toSave,
  withWrites,
  type Edits,
  type FieldFault,
} from './entry-lines.ts';
import { EntrySheet } from './entry-sheet.tsx';
import { LabHead } from './lab-head.tsx';
import { ReadingHistory } from './reading-history.tsx';
import { ReleaseDialog } from './release-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { sampleWords } from './sample-words.ts';

/** A test order: its sheet, what the sample comes to, and its reports. */
export function LabOrder({
  orderId,
  queue,
  onAgain,
}: {
  readonly orderId: string;
  readonly queue: ReactNode;
  /** Asked to test the sample of a released order once more. */
  readonly onAgain: (order: LabOrderView) => void;
}) {
  const text = useText();
  const { data: order, failure } = useQuery('lab.get', { orderId });
  if (order === undefined) {
    return (
      <DeskLayout queue={queue}>
        {failure === null ? (
          <p role="status">{text('common.loading')}</p>
        ) : (
          <Notice kind="error">{failure.text}</Notice>
        )}
      </DeskLayout>
    );
  }
  return <OpenOrder order={order} queue={queue} onAgain={onAgain} />;
}

type Asking = 'change' | 'release' | 'amend' | 'cancel' | 'history' | { readonly report: string };

const clockNow = (): string => showClock(new Date().toISOString());

interface Kept {
  readonly edits: Edits;
  readonly refusals: Readonly<Record<string, FieldFault>>;
}

function OpenOrder({
  order,
  queue,
  onAgain,
}: {
  readonly order: LabOrderView;
  readonly queue: ReactNode;
  readonly onAgain: (order: LabOrderView) => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const me = useSession().data?.person?.name ?? '';
  const enter = useCommand('lab.enter');
  const template = useCommand('lab.template');
  const draft = useFormDraft<Kept>(`lab.${order.orderId}`, { edits: {}, refusals: {} });
  const [asking, setAsking] = useState<Asking | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [left, setLeft] = useState(0);
  const [itemId, setItemId] = useState<string | null>(null);

  const { edits, refusals } = draft.value;
  const items = order.lines.map((line) => entryItem(line, edits, refusals, me));
  const open = order.state === 'to-enter' || order.state === 'to-release';
  const mayNotEnter = order.mayNotEnter === null ? null : showRefusal(order.mayNotEnter, language).text;
  const mayNotRelease = order.mayNotRelease === null ? null : showRefusal(order.mayNotRelease, language).text;
  const mayNotAmend = order.mayNotAmend === null ? null : showRefusal(order.mayNotAmend, language).text;
  const readOnly = !open || mayNotEnter !== null;
  const saving = toSave(items);
  const wrong = items.filter(({ edited, fault }) => edited && fault !== null);
  const newest = order.reports.at(-1);

  const write = (writes: readonly EntryWrite[]): void => {
    setSaid(null);
    setLeft(0);
    const touched = new Set(writes.map(({ key }) => key.slice(0, key.lastIndexOf('|'))));
    const kept = Object.entries(refusals).filter(([id]) => !touched.has(id));
    draft.change({ edits: withWrites(items, edits, writes), refusals: Object.fromEntries(kept) });
  };
  const send = async (change: ReadingChange | null): Promise<void> => {
    const explained = new Set(toExplain(items).map(({ item }) => item.id));
    const reply = await enter.run({
      orderId: order.orderId,
      baseVersion: order.version,
      readings: saving.map(({ fields, item }) => ({
        itemId: item.id,
        reading: readingOf(item, fields),
        change: explained.has(item.id) ? change : null,
      })),
    });
    if (!reply.ok) return;
    const { lines, saved } = reply.value;
    setAsking(null);
    draft.change({ edits: editsAfter(edits, edits, lines), refusals: refusalsOf(lines) });
    setSaid(text('lab.saved', { count: saved, at: clockNow(), by: me }));
  };
  const save = (): void => {
    if (saving.length === 0 || mayNotEnter !== null) return;
    if (toExplain(items).length > 0) setAsking('change');
    else void send(null);
  };
  const done = (words: string): void => {
    setAsking(null);
    setSaid(words);
  };
  const saveTemplate = async (): Promise<void> => {
    const reply = await template.run({ orderIds: [order.orderId] });
    if (reply.ok) saveFile(reply.value);
  };
  const mayNotCancel = open && (order.report === null || order.amendment !== null) ? mayNotEnter : text('lab.notOpen');

  useKeys([
    { combo: 'Ctrl+S', label: text('lab.save'), run: save },
    { combo: 'H', label: text('lab.history'), run: () => setAsking('history') },
    ...(newest === undefined
      ? []
      : [{ combo: 'V', label: text('lab.viewReport'), run: () => setAsking({ report: newest.id }) }]),
    ...(open
      ? [{ combo: 'T', label: text('lab.template'), run: () => void saveTemplate() }]
      : [
          {
            combo: 'E',
            label: text('lab.amend'),
            run: () => (mayNotAmend === null && newest !== undefined ? setAsking('amend') : undefined),
          },
        ]),
  ]);

  const primary = ((): PrimaryAction | undefined => {
    if (!open) {
      if (newest === undefined) return undefined;
      return { label: text('lab.viewReport'), onPress: () => setAsking({ report: newest.id }) };
    }
    if (saving.length > 0 || wrong.length > 0 || order.state === 'to-enter') {
      const reason =
        mayNotEnter ??
        (saving.length > 0 ? null : wrong.length > 0 ? text('lab.onlyWrong') : text('lab.nothingToSave'));
      const label = saving.length === 0 ? text('lab.save') : text('lab.saveCount', { count: saving.length });
      return { label, pending: enter.pending, disabledReason: reason, onPress: save };
    }
    const label = text(order.amendment === null ? 'lab.release' : 'lab.releaseAmended');
    return { label, disabledReason: mayNotRelease, onPress: () => setAsking('release') };
  })();
  const verdict = sampleWords(order, text, language);
  const close = (): void => setAsking(null);
  return (
    <>
      <DeskLayout
        queue={queue}
        bar={
          <ActionBar
            info={
              <>
                <b className={`lab-verdict-${order.verdict.verdict}`}>{verdict.head}</b>{' '}
                <span className="dim">{verdict.tail}</span>
                {wrong.length === 0 ? null : (
                  <span className="lab-wrong"> {text('lab.wrongCount', { count: wrong.length })}</span>
                )}
              </>
            }
            primary={primary}
          >
            {open ? (
              <>
                <ActionButton tone="quiet" disabledReason={mayNotCancel} onPress={() => setAsking('cancel')}>
                  {text(order.amendment === null ? 'lab.cancel' : 'lab.takeBack')}
                </ActionButton>
                <ActionButton combo="T" pending={template.pending} onPress={() => void saveTemplate()}>
                  {text('lab.template')}
                </ActionButton>
              </>
            ) : null}
            <ActionButton combo="H" onPress={() => setAsking('history')}>
              {text('lab.history')}
            </ActionButton>
            {open || newest === undefined ? null : (
              <>
                <ActionButton onPress={() => onAgain(order)}>{text('lab.again')}</ActionButton>
                <ActionButton combo="E" disabledReason={mayNotAmend} onPress={() => setAsking('amend')}>
                  {text('lab.amend')}
                </ActionButton>
              </>
            )}
          </ActionBar>
        }
      >
        <LabHead order={order} onReport={(report) => setAsking({ report })} />
        {said === null ? null : (
          <Notice kind="saved" onClose={() => setSaid(null)}>
            {said}
          </Notice>
        )}
        {left === 0 ? null : (
          <Notice kind="warning" onClose={() => setLeft(0)}>
            {text('lab.pasteLeft', { count: left })}
          </Notice>
        )}
        {enter.failure === null ? null : <Notice kind="error">{enter.failure.text}</Notice>}
        {template.failure === null ? null : <Notice kind="error">{template.failure.text}</Notice>}
        {open && mayNotEnter !== null ? <Notice kind="info">{mayNotEnter}</Notice> : null}
        <EntrySheet
          key={readOnly ? 'read' : 'write'}
          label={text('lab.sheet', { number: order.number })}
          items={items}
          readOnly={readOnly}
          onWrite={write}
          onLeft={setLeft}
          onItem={setItemId}
        />
      </DeskLayout>
      {asking === 'change' ? (
        <ChangeDialog
          items={toExplain(items)}
          pending={enter.pending}
          problem={enter.failure?.text ?? null}
          onDone={(change) => void send(change)}
          onClose={close}
        />
      ) : null}
      {asking === 'release' ? (
        <ReleaseDialog
          order={order}
          onDone={(number) => done(text('lab.released', { number, at: clockNow(), by: me }))}
          onClose={close}
        />
      ) : null}
      {asking === 'amend' && newest !== undefined ? (
        <AmendDialog
          order={order}
          report={newest}
          onDone={() => done(text('lab.amending', { number: newest.number, at: clockNow(), by: me }))}
          onClose={close}
        />
      ) : null}
      {asking === 'cancel' ? (
        <CancelDialog
          order={order}
          onDone={() =>
            done(text(order.amendment === null ? 'lab.cancelled' : 'lab.tookBack', { at: clockNow(), by: me }))
          }
          onClose={close}
        />
      ) : null}
      {asking === 'history' ? <ReadingHistory lines={order.lines} itemId={itemId} onClose={close} /> : null}
      {asking !== null && typeof asking === 'object' ? (
        <ReportDialog reportId={asking.report} onOpen={(report) => setAsking({ report })} onClose={close} />
      ) : null}
    </>
  );
}
