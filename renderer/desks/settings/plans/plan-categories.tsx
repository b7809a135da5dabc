import { Select } from 'antd';
import { Field } from '#renderer/ui/field.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { PRODUCT_CATEGORIES, wordOf, type ProductCategory } from '#shared/domain/codes/vocabulary.ts';

/** The product categories a plan is for. */
export function PlanCategories({
  chosen,
  disabled,
  onChosen,
}: {
  readonly chosen: readonly ProductCategory[];
  readonly disabled: boolean;
  readonly onChosen: (chosen: readonly ProductCategory[]) => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  return (
    <Field label={text('plans.categories')} hint={text('plans.categoriesHint')}>
      {({ status, ...control }) => (
        <Select
          {...control}
          status={status}
          mode="multiple"
          disabled={disabled}
          optionFilterProp="label"
          value={[...chosen]}
          options={PRODUCT_CATEGORIES.map((value) => ({
            value,
            label: wordOf('category', value)?.[language] ?? value,
          }))}
          onChange={onChosen}
        />
      )}
    </Field>
  );
}
