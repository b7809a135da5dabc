import { useState } from 'react';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight, useSession } from '#renderer/client/use-session.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { saveBlob } from '#renderer/ui/base64-file.ts';
import { needsRole } from '#renderer/ui/case-refusals.ts';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { FieldGrid } from '#renderer/ui/field.tsx';
import { useKeys } from '#renderer/ui/keys.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { useNavigation } from '#renderer/ui/navigation.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { showClock } from '#renderer/ui/show-time.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useFormDraft } from '#renderer/ui/use-form-draft.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import type { ProductCategory } from '#shared/domain/codes/vocabulary.ts';
import type { TestItem, TestPlan } from '#shared/domain/lab/test-item.ts';
import { ItemDialog } from './item-dialog.tsx';
import { planAddress } from './plan-address.ts';
import { isSame, nextVersion, planChanges } from './plan-changes.ts';
import { planFile } from './plan-file.ts';
import { PlanCategories } from './plan-categories.tsx';
import { PlanItems } from './plan-items.tsx';
import { SavePlanDialog } from './save-plan-dialog.tsx';

/** A version of a plan as it was saved, opened to be read or to become the next one. */
export function OpenPlan({ planId, version }: { readonly planId: string; readonly version: string }) {
  const text = useText();
  const { data: view, failure } = useQuery('test-plan.get', { planId, version });
  if (view === undefined) {
    return (
      <DeskLayout>
        {failure === null ? (
          <p role="status">{text('common.loading')}</p>
        ) : (
          <Notice kind="error">{failure.text}</Notice>
        )}
      </DeskLayout>
    );
  }
  return <PlanEditor base={view.plan} from={view.plan} kept={`plan.${planId}.${version}`} />;
}

/** A plan read from a file, compared with the version in force. */
export function ImportedPlan({ plan, onClose }: { readonly plan: TestPlan; readonly onClose: () => void }) {
  const { data: plans } = useQuery('test-plan.list', {});
  const known = plans?.some(({ id, inForce }) => id === plan.id && inForce) === true;
  const { data: view } = useQuery('test-plan.get', { planId: plan.id }, { enabled: known });
  if (plans === undefined || (known && view === undefined)) return <DeskLayout>{null}</DeskLayout>;
  return <PlanEditor base={view?.plan ?? null} from={plan} kept={`plan.file.${plan.id}`} imported onClose={onClose} />;
}

interface Draft {
  readonly version: string;
  readonly effectiveOn: string;
  readonly zh: string;
  readonly en: string;
  readonly noteZh: string;
  readonly noteEn: string;
  /** Product categories it is for; empty: the one its id names. */
  readonly categories: readonly ProductCategory[];
  readonly items: readonly TestItem[];
}

function PlanEditor({
  base,
  from,
  kept,
  imported = false,
  onClose,
}: {
  /** What it is compared with; null for a plan nobody has saved yet. */
  readonly base: TestPlan | null;
  readonly from: TestPlan;
  /** The key its draft is kept under. */
  readonly kept: string;
  readonly imported?: boolean;
  readonly onClose?: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const { open } = useNavigation();
  const mayManage = useRight('test-plans.manage');
  const today = useSession().data?.today ?? '';
  const draft = useFormDraft<Draft>(kept, {
    version: imported ? from.version : nextVersion(from.version, today),
    effectiveOn: imported && from.effectiveOn >= today ? from.effectiveOn : today,
    zh: from.category.zh,
    en: from.category.en,
    noteZh: from.note.zh,
    noteEn: from.note.en,
    categories: from.categories ?? [],
    items: from.items,
  });
  const { categories, effectiveOn, en, items, noteEn, noteZh, version, zh } = draft.value;
  const [asking, setAsking] = useState<'save' | 'add' | TestItem | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const plan: TestPlan = {
    id: from.id,
    version: version.trim(),
    effectiveOn: effectiveOn.trim() as PlainDate,
    category: { zh, en },
    ...(categories.length === 0 ? {} : { categories }),
    note: { zh: noteZh, en: noteEn },
    items,
  };
  const changes = planChanges(base, plan);
  const same = base !== null && isSame(changes);
  const close = (): void => (onClose === undefined ? open(null) : onClose());
  const put = (item: TestItem, was: TestItem | null): void => {
    const next = was === null ? [...items, item] : items.map((one) => (one.id === was.id ? item : one));
    draft.change({ items: next });
    setAsking(null);
  };
  const mayNot = mayManage ? null : needsRole('test-plans.manage', text);
  const cannotSave = mayNot ?? (same ? text('plans.nothingChanged') : null);
  useKeys([
    { combo: 'N', label: text('plans.addItem'), run: () => (mayNot === null ? setAsking('add') : undefined) },
    { combo: 'Escape', label: text('plans.back'), run: close },
  ]);
  const field = (key: Exclude<keyof Draft, 'categories' | 'items'>, label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      readOnly={!mayManage}
      value={draft.value[key]}
      onValue={(value) => draft.change({ [key]: value })}
    />
  );
  return (
    <>
      <DeskLayout
        bar={
          <ActionBar
            info={
              <span className="dim">
                {base === null
                  ? text('plans.isNew')
                  : same
                    ? text('plans.same', { version: base.version })
                    : text('plans.differs', {
                        version: base.version,
                        count: changes.items.length + changes.fields.length + (changes.reordered ? 1 : 0),
                      })}
              </span>
            }
            primary={{
              label: text('plans.saveVersion', { version }),
              disabledReason: cannotSave,
              onPress: () => setAsking('save'),
            }}
          >
            <ActionButton onPress={close}>{text('plans.back')}</ActionButton>
            <ActionButton onPress={() => saveBlob(planFile(plan), `${plan.id}-${plan.version}.json`)}>
              {text('plans.export')}
            </ActionButton>
            {same || imported ? null : <ActionButton onPress={draft.clear}>{text('plans.discard')}</ActionButton>}
          </ActionBar>
        }
      >
        <h1>
          {from.category[language]} <Tag>{from.id}</Tag> <Tag>{from.version}</Tag>
          {imported ? <Tag tone="wait">{text('plans.fromFile')}</Tag> : null}
        </h1>
        {said === null ? null : (
          <Notice kind="saved" onClose={() => setSaid(null)}>
            {said}
          </Notice>
        )}
        <Panel title={text('plans.head')}>
          <FieldGrid columns={4}>
            {field('version', text('plans.newVersion'), text('plans.versionHint'))}
            {field('effectiveOn', text('plans.effectiveOn'), text('plans.effectiveHint'))}
            {field('zh', text('plans.categoryZh'))}
            {field('en', text('plans.categoryEn'))}
          </FieldGrid>
          <PlanCategories
            chosen={categories}
            disabled={!mayManage}
            onChosen={(next) => draft.change({ categories: next })}
          />
          <FieldGrid columns={2}>
            {field('noteZh', text('plans.noteZh'))}
            {field('noteEn', text('plans.noteEn'))}
          </FieldGrid>
        </Panel>
        <Panel
          title={text('plans.itemsOf', { count: items.length })}
          extra={
            <ActionButton combo="N" disabledReason={mayNot} onPress={() => setAsking('add')}>
              {text('plans.addItem')}
            </ActionButton>
          }
        >
          <PlanItems
            items={items}
            changes={base === null ? null : changes}
            disabledReason={mayNot}
            onEdit={setAsking}
            onItems={(next) => draft.change({ items: next })}
          />
        </Panel>
      </DeskLayout>
      {asking === 'save' ? (
        <SavePlanDialog
          plan={plan}
          base={base}
          changes={changes}
          onDone={() => {
            setAsking(null);
            draft.clear();
            setSaid(text('plans.saved', { version: plan.version, at: showClock(new Date().toISOString()) }));
            open(planAddress(plan.id, plan.version));
            onClose?.();
          }}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === null || asking === 'save' ? null : (
        <ItemDialog
          item={asking === 'add' ? null : asking}
          others={items.filter((one) => one !== asking)}
          onDone={(item) => put(item, asking === 'add' ? null : asking)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
