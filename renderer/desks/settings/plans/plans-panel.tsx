import { useRef, useState } from 'react';
import { bytesOf } from '#renderer/client/attachment-file.ts';
import { readContent } from '#renderer/client/readable-file.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight, useSession } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { chosenFile } from '#renderer/ui/base64-file.ts';
import { needsRole } from '#renderer/ui/case-refusals.ts';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { showMoment } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { TestPlanRow } from '#shared/contract/test-plans.ts';
import type { TestPlan } from '#shared/domain/lab/test-item.ts';
import { planAddress } from './plan-address.ts';
import { readPlanFile } from './plan-file.ts';

/** Every version of every test plan; one opens, a file is read into the editor. */
export function PlansPanel({ onImported }: { readonly onImported: (plan: TestPlan) => void }) {
  const text = useText();
  const { language } = useLanguage();
  const { open } = useNavigation();
  const mayManage = useRight('test-plans.manage');
  const today = useSession().data?.today ?? '';
  const { data: plans = [], failure } = useQuery('test-plan.list', {});
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const read = async (file: File): Promise<void> => {
    const { content, problem } = await readContent(chosenFile(file), language);
    if (content === null) return setWrong(problem);
    const plan = readPlanFile(new TextDecoder().decode(await bytesOf(content)));
    if (plan.ok) return onImported(plan.value);
    const { field, zh, en } = plan.failure;
    setWrong(text('plans.fileWrong', { name: file.name, field, problem: language === 'zh' ? zh : en }));
  };
  const state = (row: TestPlanRow) => {
    if (row.inForce) return <Tag tone="good">{text('plans.inForce')}</Tag>;
    return row.effectiveOn > today ? (
      <Tag tone="wait">{text('plans.coming', { day: row.effectiveOn })}</Tag>
    ) : (
      <Tag>{text('plans.superseded')}</Tag>
    );
  };
  return (
    <Panel
      title={text('plans.title')}
      extra={
        <span className="people-actions">
          <ActionButton
            disabledReason={mayManage ? null : needsRole('test-plans.manage', text)}
            onPress={() => input.current?.click()}
          >
            {text('plans.import')}
          </ActionButton>
        </span>
      }
    >
      <input
        ref={input}
        hidden
        type="file"
        accept=".json,application/json"
        aria-label={text('plans.importFile')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          setWrong(null);
          if (file !== undefined) void read(file);
        }}
      />
      {failure === null ? null : <Notice kind="error">{failure.text}</Notice>}
      {wrong === null ? null : (
        <Notice kind="error" onClose={() => setWrong(null)}>
          {wrong}
        </Notice>
      )}
      <DataTable
        label={text('plans.title')}
        rows={plans}
        rowKey={({ id, version }) => `${id} ${version}`}
        columns={[
          { key: 'category', title: text('plans.category'), render: ({ category }) => category[language] },
          {
            key: 'version',
            title: text('plans.version'),
            render: ({ version }) => <span className="mono">{version}</span>,
          },
          { key: 'state', title: text('common.state'), render: state },
          { key: 'effective', title: text('plans.effectiveOn'), render: ({ effectiveOn }) => effectiveOn },
          {
            key: 'items',
            title: text('plans.items'),
            render: ({ items, verify }) =>
              verify === 0 ? items : text('plans.itemsToVerify', { count: items, verify }),
          },
          {
            key: 'saved',
            title: text('plans.savedBy'),
            render: ({ savedAt, savedBy }) =>
              savedBy === null ? (
                <span className="dim">{text('plans.shipped')}</span>
              ) : (
                `${savedBy} ${showMoment(savedAt ?? '')}`
              ),
          },
          {
            key: 'actions',
            title: text('common.actions'),
            render: ({ category, id, version }) => (
              <ActionButton
                tone="quiet"
                label={text('plans.openOne', { plan: `${category[language]} ${version}` })}
                onPress={() => open(planAddress(id, version))}
              >
                {text('plans.open')}
              </ActionButton>
            ),
          },
        ]}
      />
    </Panel>
  );
}
