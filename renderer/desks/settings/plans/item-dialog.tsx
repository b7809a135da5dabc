import { Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { Choice } from '#renderer/ui/choice.tsx';
import { DialogForm } from '#renderer/ui/dialog-form.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Field, FieldGrid } from '#renderer/ui/field.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { TestItem } from '#shared/domain/lab/test-item.ts';
import { draftOfItem, ITEM_KINDS, itemOf, NEW_ITEM, OPERATORS, ROUNDINGS, type ItemDraft } from './item-draft.ts';

/** Writes one item of a plan: what it is, what it asks by which standard, how it is rounded and compared. */
export function ItemDialog({
  item,
  others,
  onDone,
  onClose,
}: {
  /** Null for a new one. */
  readonly item: TestItem | null;
  /** The plan's other items: ids are given once. */
  readonly others: readonly TestItem[];
  readonly onDone: (item: TestItem) => void;
  readonly onClose: () => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const [draft, setDraft] = useState(() => (item === null ? NEW_ITEM : draftOfItem(item)));
  const [tried, setTried] = useState(false);
  const made = itemOf(draft, others);
  const error = (field: keyof ItemDraft): string | undefined =>
    tried && made.wrong?.field === field ? made.wrong[language] : undefined;
  const change = (part: Partial<ItemDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const line = (field: keyof ItemDraft, hint?: string) => (
    <TextField
      label={text(`plans.field-${field}`)}
      hint={hint}
      error={error(field)}
      value={draft[field]}
      onValue={(value) => change({ [field]: value })}
    />
  );
  const submit = (): void => {
    setTried(true);
    if (made.item !== null) onDone(made.item);
  };
  return (
    <Dialog
      title={item === null ? text('plans.addItem') : text('plans.editItem', { item: item[language] })}
      size="medium"
      onClose={onClose}
    >
      <DialogForm
        submitLabel={text('plans.keepItem')}
        pending={false}
        problem={
          tried && made.wrong !== null
            ? text('plans.itemWrong', { field: text(`plans.field-${made.wrong.field}`) })
            : null
        }
        onSubmit={submit}
        onCancel={onClose}
      >
        <FieldGrid columns={2}>
          {line('zh')}
          {line('en')}
          {line('id', text('plans.idHint'))}
          <Field label={text('plans.field-kind')}>
            {({ status, ...control }) => (
              <Select
                {...control}
                status={status}
                value={draft.kind}
                onChange={(kind) => change({ kind })}
                options={ITEM_KINDS.map((value) => ({ value, label: text(`plans.kind-${value}`) }))}
              />
            )}
          </Field>
          {line('standard', text('plans.standardHint'))}
          {line('clause')}
          {line('method')}
          <Choice
            label={text('plans.field-verify')}
            options={[
              { value: 'yes', label: text('plans.verifyYes') },
              { value: 'no', label: text('plans.verifyNo') },
            ]}
            value={draft.verify}
            onChange={(verify) => change({ verify })}
          />
        </FieldGrid>
        <KindFields draft={draft} line={line} error={error} onChange={change} />
      </DialogForm>
    </Dialog>
  );
}

interface KindFieldsProps {
  readonly draft: ItemDraft;
  readonly line: (field: keyof ItemDraft, hint?: string) => ReactNode;
  readonly error: (field: keyof ItemDraft) => string | undefined;
  readonly onChange: (part: Partial<ItemDraft>) => void;
}

function KindFields(props: KindFieldsProps) {
  const text = useText();
  const { draft, line } = props;
  switch (draft.kind) {
    case 'numeric':
      return <NumericFields {...props} />;
    case 'not-detected':
      return (
        <FieldGrid columns={2}>
          {line('detectionLimit', text('plans.detectionHint'))}
          {line('unit')}
        </FieldGrid>
      );
    case 'microbiological':
      return (
        <FieldGrid columns={3}>
          {line('n')}
          {line('c')}
          {line('unit')}
          {line('m')}
          {line('M', text('plans.bigMHint'))}
        </FieldGrid>
      );
    case 'wording':
      return <WordingFields {...props} />;
    case 'net-content':
      return <p className="dim">{text('plans.netContentRules')}</p>;
  }
}

function NumericFields({ draft, line, onChange }: KindFieldsProps) {
  const text = useText();
  const yesNo = (['yes', 'no'] as const).map((value) => ({ value, label: text(`common.${value}`) }));
  return (
    <>
      <FieldGrid columns={3}>
        <Field label={text('plans.field-operator')}>
          {({ status, ...control }) => (
            <Select
              {...control}
              status={status}
              value={draft.operator}
              onChange={(operator) => onChange({ operator })}
              options={OPERATORS.map((value) => ({
                value,
                label: value === 'between' ? text('plans.between') : value,
              }))}
            />
          )}
        </Field>
        {draft.operator === 'between' ? (
          <>
            {line('from')}
            {line('to')}
            <Choice
              label={text('plans.field-withoutFrom')}
              options={yesNo}
              value={draft.withoutFrom}
              onChange={(withoutFrom) => onChange({ withoutFrom })}
            />
            <Choice
              label={text('plans.field-withoutTo')}
              options={yesNo}
              value={draft.withoutTo}
              onChange={(withoutTo) => onChange({ withoutTo })}
            />
          </>
        ) : (
          line('value')
        )}
        {line('unit')}
      </FieldGrid>
      <FieldGrid columns={3}>
        <Field label={text('plans.field-roundKind')}>
          {({ status, ...control }) => (
            <Select
              {...control}
              status={status}
              value={draft.roundKind}
              onChange={(roundKind) => onChange({ roundKind })}
              options={ROUNDINGS.map((value) => ({ value, label: text(`plans.round-${value}`) }))}
            />
          )}
        </Field>
        {draft.roundKind === 'limit' ? null : line('roundBy', text(`plans.roundHint-${draft.roundKind}`))}
        <Choice
          label={text('plans.field-comparison')}
          options={(['full-value', 'rounded-value'] as const).map((value) => ({
            value,
            label: text(`plans.compare-${value}`),
          }))}
          value={draft.comparison}
          onChange={(comparison) => onChange({ comparison })}
        />
      </FieldGrid>
    </>
  );
}

function WordingFields({ draft, line, error, onChange }: KindFieldsProps) {
  const text = useText();
  return (
    <FieldGrid columns={2}>
      {line('wordingZh')}
      {line('wordingEn')}
      {(['meets', 'fails'] as const).map((field) => (
        <Field key={field} label={text(`plans.field-${field}`)} hint={text('plans.onePerLine')} error={error(field)}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={3}
              value={draft[field]}
              onChange={(event) => onChange({ [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </FieldGrid>
  );
}
