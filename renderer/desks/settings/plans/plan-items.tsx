import { ActionButton } from '#renderer/ui/action-button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { requirementText } from '#renderer/ui/test-words.ts';
import type { TestItem } from '#shared/domain/lab/test-item.ts';
import type { PlanChanges } from './plan-changes.ts';

/** Items with one of them a place further up. */
function raised(items: readonly TestItem[], index: number): readonly TestItem[] {
  const next = [...items];
  const [moved] = next.splice(index, 1);
  if (moved !== undefined) next.splice(index - 1, 0, moved);
  return next;
}

/** The items of a plan in their order: what each asks and from where, and how it differs from the version compared with. */
export function PlanItems({
  items,
  changes,
  disabledReason,
  onEdit,
  onItems,
}: {
  readonly items: readonly TestItem[];
  /** Null for a plan nobody has saved yet. */
  readonly changes: PlanChanges | null;
  /** Why nothing may be changed; null when it may. */
  readonly disabledReason: string | null;
  readonly onEdit: (item: TestItem) => void;
  readonly onItems: (items: readonly TestItem[]) => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const named = ({ en, zh }: TestItem): string => (language === 'zh' ? zh : en);
  return (
    <DataTable
      label={text('plans.itemsOf', { count: items.length })}
      rows={items.map((item, index) => ({ item, index }))}
      rowKey={({ item }) => item.id}
      columns={[
        {
          key: 'item',
          title: text('lab.item'),
          wraps: true,
          render: ({ item }) => (
            <>
              {named(item)}{' '}
              {item.verify === true ? (
                <span className="plan-verify" title={text('lab.verifyDetail')}>
                  {text('lab.verify')}
                </span>
              ) : null}
              <div className="dim small mono">{item.id}</div>
            </>
          ),
        },
        { key: 'kind', title: text('plans.field-kind'), render: ({ item }) => text(`plans.kind-${item.kind}`) },
        {
          key: 'asked',
          title: text('lab.requirement'),
          wraps: true,
          render: ({ item }) => requirementText(item, text, language),
        },
        {
          key: 'source',
          title: text('lab.source'),
          wraps: true,
          render: ({ item }) => (
            <>
              {item.source.standard} {item.source.clause}
              <div className="dim small">{item.method}</div>
            </>
          ),
        },
        {
          key: 'state',
          title: text('plans.change'),
          render: ({ item }) => {
            const change = changes?.items.find((one) => one.item.id === item.id);
            return change === undefined ? null : <Tag tone="wait">{text(`plans.is-${change.kind}`)}</Tag>;
          },
        },
        {
          key: 'actions',
          title: text('common.actions'),
          render: ({ index, item }) => (
            <span className="people-actions">
              <ActionButton
                tone="quiet"
                label={text('plans.editItem', { item: named(item) })}
                disabledReason={disabledReason}
                onPress={() => onEdit(item)}
              >
                {text('plans.edit')}
              </ActionButton>
              <ActionButton
                tone="quiet"
                label={text('plans.moveUp', { item: named(item) })}
                disabledReason={disabledReason ?? (index === 0 ? text('plans.isFirst') : null)}
                onPress={() => onItems(raised(items, index))}
              >
                ↑
              </ActionButton>
              <ActionButton
                tone="quiet"
                label={text('plans.remove', { item: named(item) })}
                disabledReason={disabledReason ?? (items.length === 1 ? text('plans.lastItem') : null)}
                onPress={() => onItems(items.filter(({ id }) => id !== item.id))}
              >
                ×
              </ActionButton>
            </span>
          ),
        },
      ]}
    />
  );
}
