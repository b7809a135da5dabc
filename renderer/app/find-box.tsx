import { useDeferredValue, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { Icon } from '#renderer/ui/icons.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { offerScan, useReleasedScan } from '#renderer/ui/scan-inbox.tsx';
import { useScan } from '#renderer/ui/scan.ts';
import { PLAIN_SCANNER, readScan } from '#shared/domain/scan-code.ts';
import type { SearchHit } from '#shared/contract/cases.ts';
import type { Desk } from '#shared/domain/roles.ts';
import { hitAddress, scanAddress } from './hit-address.ts';

const SHOWN = 12;
/** The field opens what is scanned into it by itself. */
const EVERY_SCAN = '.';

/**
 * The one field of the window: a scan, or any part of a name, pinyin initials, number or code.
 * A scan is heard wherever the focus is; at a receiving desk an unknown one can be kept.
 */
export function FindBox({ desks, locked }: { readonly desks: readonly Desk[]; readonly locked: boolean }) {
  const text = useText();
  const listId = useId();
  const { desk, go } = useNavigation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const wanted = useDeferredValue(typed.trim());
  const { data, previous } = useQuery(
    'search.find',
    { text: wanted, limit: SHOWN },
    { enabled: open && wanted !== '', keepPrevious: true },
  );
  const hits = wanted === '' || data === undefined ? [] : data;
  const find = useCommand('scan.find');
  const { data: settings } = useQuery('settings.get', {}, { enabled: !locked });
  const lookUp = useCommand('search.find');

  const close = (): void => {
    setOpen(false);
    setTyped('');
    setActive(0);
    input.current?.blur();
  };
  const openHit = (hit: SearchHit): void => {
    const address = hitAddress(hit, desks, desk);
    if (address === null) return;
    close();
    go(address.desk, address.openId ?? undefined);
  };
  const openCode = async (code: string, scanned: boolean): Promise<void> => {
    const receives = desks.includes('receiving');
    const named = await find.run({ code });
    const address = named.ok && named.value !== null ? scanAddress(named.value, desks, desk) : null;
    if (address !== null) {
      close();
      go(address.desk, address.openId ?? undefined);
      return;
    }
    const found = await lookUp.run({ text: code, limit: 2 });
    const [hit, other] = found.ok ? found.value : [];
    if (hit !== undefined && other === undefined) openHit(hit);
    else if (receives && readScan(code).kind === 'waybill' && (scanned || hit === undefined)) {
      close();
      go('receiving', `waybill:${code}`);
    } else {
      setTyped(code);
      setOpen(true);
      input.current?.focus();
    }
  };
  const scanned = (code: string): void => {
    if (!offerScan(code)) void openCode(code, true);
  };
  useScan(!locked, scanned, settings?.scanner ?? PLAIN_SCANNER);
  useReleasedScan(scanned);
  useKeys([
    {
      combo: 'Ctrl+K',
      label: text('frame.focusFind'),
      run: () => {
        input.current?.focus();
        input.current?.select();
      },
    },
  ]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      close();
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((now) => Math.min(Math.max(now + step, 0), Math.max(hits.length - 1, 0)));
      event.preventDefault();
      return;
    }
    if (event.key !== 'Enter' || typed.trim() === '' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const hit = wanted === typed.trim() && !previous ? hits[active] : undefined;
    if (hit === undefined) void openCode(typed.trim(), false);
    else openHit(hit);
  };
  const shown = open && wanted !== '' && data !== undefined;
  return (
    <div className="find" role="search">
      <Icon name="find" size={16} />
      <input
        ref={input}
        type="text"
        data-scan={EVERY_SCAN}
        role="combobox"
        aria-label={text('frame.findLabel')}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-keyshortcuts="Control+K"
        {...(shown && hits.length > 0 ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
        autoComplete="off"
        spellCheck={false}
        placeholder={text('frame.find')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
      <div id={listId} className="find-list" role="listbox" aria-label={text('frame.results')} hidden={!shown}>
        {hits.map((hit, index) => (
          <div
            key={`${hit.kind} ${hit.id}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className={index === active ? 'find-hit find-active' : 'find-hit'}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => openHit(hit)}
          >
            <span className="tag tag-plain">{text(`frame.${hit.kind}`)}</span>
            <span className="find-title">{hit.title}</span>
            <span className="dim small">
              {hitAddress(hit, desks, desk) === null ? text('frame.cannotOpen') : hit.detail}
            </span>
          </div>
        ))}
        {shown && hits.length === 0 ? (
          <div role="option" aria-selected={false} aria-disabled className="find-none">
            {text('frame.noResults', { text: wanted })}
          </div>
        ) : null}
      </div>
    </div>
  );
}
