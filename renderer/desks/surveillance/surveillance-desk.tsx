import { useState, type ReactNode } from 'react';
import { useInfinite } from '#renderer/client/use-query.ts';
import { useSession } from '#renderer/client/use-session.ts';
import { DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { dueText } from '#renderer/ui/due-text.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText, type TextOf } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { Figures } from '#renderer/ui/panel.tsx';
import { QueueLine } from '#renderer/ui/queue-line.tsx';
import { Queue } from '#renderer/ui/queue.tsx';
import type { AwardRow } from '#shared/contract/papers.ts';
import { AwardFacts } from './award-facts.tsx';
import { checkState, needsCheck } from './check-state.ts';

type Tab = 'due' | 'all';

/** Granted stars by their next annual check, the most urgent first. */
export function SurveillanceDesk() {
  const text = useText();
  const { openId, open } = useNavigation();
  const today = useSession().data?.today ?? '';
  const [tab, setTab] = useState<Tab>('due');
  const list = useInfinite('award.list', { state: 'all' });
  const sorted = [...list.rows].sort((a, b) => a.checkDueOn.localeCompare(b.checkDueOn));
  const due = sorted.filter((award) => needsCheck(checkState(award, today)));
  const rows = tab === 'due' ? due : sorted;
  const opened = list.rows.find(({ number }) => number === openId);
  const emptyWords = tab === 'due' ? (['empty', 'emptyDetail'] as const) : (['emptyAll', 'emptyAllDetail'] as const);
  return (
    <DeskLayout
      queue={
        <Queue
          label={text('surveillance.queue')}
          tabs={[
            { key: 'due', label: text('surveillance.due'), count: due.length },
            { key: 'all', label: text('surveillance.all'), count: sorted.length },
          ]}
          tab={tab}
          onTab={setTab}
          rows={rows}
          rowKey={(award) => award.number}
          openKey={openId}
          onOpen={(award) => open(award.number)}
          line={(award) => awardLine(award, today, text)}
          pending={list.pending}
          hasMore={list.hasMore}
          onMore={list.more}
          empty={
            <EmptyState
              title={text(`surveillance.${emptyWords[0]}`)}
              detail={list.failure?.text ?? text(`surveillance.${emptyWords[1]}`)}
            />
          }
        />
      }
      side={
        <>
          <h2>{text('surveillance.summary')}</h2>
          <Figures
            rows={[
              [text('surveillance.figureAll'), sorted.length],
              [text('surveillance.figureDue'), due.length],
              [text('surveillance.figureLate'), due.filter((award) => checkState(award, today) === 'late').length],
            ]}
          />
          {list.hasMore ? <p className="dim small">{text('surveillance.loadedPart')}</p> : null}
        </>
      }
    >
      {opened === undefined ? (
        <EmptyState title={text('surveillance.pick')} detail={text('surveillance.pickDetail')} />
      ) : (
        <AwardFacts award={opened} today={today} />
      )}
    </DeskLayout>
  );
}

function awardLine(award: AwardRow, today: string, text: TextOf): ReactNode {
  const due = dueText(award.checkDueOn, today, text);
  const soon = due.tone === 'plain' && checkState(award, today) === 'due';
  return (
    <QueueLine
      title={award.productName}
      star={award.star}
      detail={award.enterpriseName}
      due={due.text}
      tone={soon ? 'soon' : due.tone}
    />
  );
}
