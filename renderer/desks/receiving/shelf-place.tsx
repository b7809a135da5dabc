import { useState, type ReactNode } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import type { Base64File } from '#renderer/ui/base64-file.ts';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FileDialog } from '#renderer/ui/file-dialog.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Facts } from '#renderer/ui/panel.tsx';
import { useScanTaker } from '#renderer/ui/scan-inbox.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { isWithin } from '#shared/domain/location.ts';
import { readScan } from '#shared/domain/scan-code.ts';
import { CustodyTable } from './custody-table.tsx';
import { clockNow } from './shelf-words.ts';

/** A place opened: how it keeps things, what lies there, its label, counting and retiring it. */
export function ShelfPlace({ code, queue }: { readonly code: string; readonly queue: ReactNode }) {
  const text = useText();
  const { open } = useNavigation();
  const mayReceive = useRight('samples.receive');
  const mayManage = useRight('locations.manage');
  const { data, failure } = useQuery('shelf.get', { code });
  const places = useQuery('location.list', {}).data ?? [];
  const labels = useCommand('location.labels');
  const retire = useCommand('location.retire');
  const start = useCommand('stocktake.start');
  const [label, setLabel] = useState<Base64File | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  useScanTaker((scanned) => {
    const scan = readScan(scanned);
    if (scan.kind !== 'location') return false;
    open(`shelf:${scan.code}`);
    return true;
  });

  const print = async (codes: readonly string[]): Promise<void> => {
    const reply = await labels.run({ codes: [...codes] });
    if (reply.ok) setLabel(reply.value);
  };
  const count = async (): Promise<void> => {
    const reply = await start.run({ location: code });
    if (reply.ok) open(`stocktake:${reply.value.id}`);
  };
  const takeOutOfUse = async (): Promise<void> => {
    const reply = await retire.run({ code });
    if (reply.ok) setSaid(text('shelf.retired', { at: clockNow(), code }));
  };
  useKeys(
    data !== undefined && mayReceive
      ? [{ combo: 'K', label: text('shelf.startStocktake'), run: () => void count() }]
      : [],
  );
  if (data === undefined) {
    return (
      <DeskLayout queue={queue}>
        {failure === null ? (
          <p role="status">{text('common.loading')}</p>
        ) : (
          <>
            <Notice kind="error">{failure.text}</Notice>
            <EmptyState
              title={code}
              detail={text('shelf.benchDetail')}
              action={<ActionButton onPress={() => open('shelf')}>{text('shelf.bench')}</ActionButton>}
            />
          </>
        )}
      </DeskLayout>
    );
  }
  const { location, samples } = data;
  const known = places.some((place) => place.code === location.code);
  const below = places.filter((place) => !place.retired && isWithin(place.code, code)).map((place) => place.code);
  const noManage = mayManage ? null : text('shelf.needManage');
  const problem = labels.failure ?? retire.failure ?? start.failure;
  return (
    <DeskLayout
      queue={queue}
      bar={
        <ActionBar
          info={text('shelf.count', { count: samples.length })}
          primary={{
            label: text('shelf.startStocktake'),
            pending: start.pending,
            disabledReason: mayReceive ? null : text('shelf.needClerk'),
            onPress: () => void count(),
          }}
        >
          {known && !location.retired ? (
            <>
              <ActionButton pending={retire.pending} disabledReason={noManage} onPress={() => void takeOutOfUse()}>
                {text('shelf.retirePlace')}
              </ActionButton>
              {below.length > 1 ? (
                <ActionButton pending={labels.pending} onPress={() => void print(below)}>
                  {text('shelf.labelsBelow')}
                </ActionButton>
              ) : null}
              <ActionButton pending={labels.pending} onPress={() => void print([location.code])}>
                {text('shelf.labels')}
              </ActionButton>
            </>
          ) : null}
        </ActionBar>
      }
    >
      <h1 className="shelf-title">
        {location.code} <Tag>{text(`shelf.${location.kind}`)}</Tag>
      </h1>
      {said === null ? null : <Notice kind="saved">{said}</Notice>}
      {problem === null ? null : <Notice kind="error">{problem.text}</Notice>}
      <Facts
        rows={[
          [text('shelf.placeName'), location.name === '' ? '—' : location.name],
          [
            text('shelf.storageClass'),
            location.storage === null ? text('shelf.noClass') : text(`common.${location.storage}`),
          ],
        ]}
      />
      {samples.length === 0 ? (
        <p className="dim">{text('shelf.contentsEmpty')}</p>
      ) : (
        <CustodyTable label={text('shelf.contents')} samples={samples} />
      )}
      {label === null ? null : (
        <FileDialog title={text('shelf.labelsTitle', { code })} file={label} onClose={() => setLabel(null)} />
      )}
    </DeskLayout>
  );
}
