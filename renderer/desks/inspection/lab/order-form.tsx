import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useCommand } from '#renderer/client/use-command.ts';
import { useQuery } from '#renderer/client/use-query.ts';
import { useRight } from '#renderer/client/use-session.ts';
import { needsRole } from '#renderer/ui/case-refusals.ts';
import { Choice } from '#renderer/ui/choice.tsx';
import { ActionBar, DeskLayout } from '#renderer/ui/desk-layout.tsx';
import { Field, FieldGrid } from '#renderer/ui/field.tsx';
import { useLanguage, useText } from '#renderer/ui/language.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { SelectTable } from '#renderer/ui/select-table.tsx';
import { StarRow } from '#renderer/ui/star-row.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { TEST_PURPOSES, type LabRow } from '#shared/contract/lab.ts';
import { orderScope } from '#shared/domain/lab/plan-fit.ts';
import { requirementText } from '#renderer/ui/test-words.ts';

/** Orders tests of a sample: by which plan, for what, which items. */
export function OrderForm({
  row,
  queue,
  onOrdered,
}: {
  readonly row: LabRow;
  readonly queue: ReactNode;
  readonly onOrdered: (orderId: string) => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const mayWork = useRight('lab.work');
  const order = useCommand('lab.order');
  const plans = (useQuery('test-plan.list', {}).data ?? []).filter(({ inForce }) => inForce);
  const [planId, setPlanId] = useState(row.planId);
  const { data: view } = useQuery('test-plan.get', { planId: planId ?? '' }, { enabled: planId !== null });
  const [purpose, setPurpose] = useState(row.purpose);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [reason, setReason] = useState('');
  const [scopeReason, setScopeReason] = useState('');
  const items = view?.plan.items ?? [];
  const selected = chosen ?? new Set(items.map(({ id }) => id));
  const scope = view === undefined ? null : orderScope(view.plan, selected, row.category);
  const again = row.report !== null || order.failure?.code === 'lab.retest-reason-needed';
  const send = async (): Promise<void> => {
    if (planId === null || view === undefined) return;
    const reply = await order.run({
      sampleId: row.sampleId,
      planId,
      planVersion: view.version,
      items: items.filter(({ id }) => selected.has(id)).map(({ id }) => id),
      purpose,
      retestReason: reason.trim() === '' ? null : reason,
      scopeReason: scope === null || scopeReason.trim() === '' ? null : scopeReason,
    });
    if (reply.ok) onOrdered(reply.value.orderId);
  };
  const why = mayWork
    ? planId === null
      ? text('lab.planFirst')
      : selected.size === 0
        ? text('lab.itemsFirst')
        : again && reason.trim() === ''
          ? text('lab.againReason')
          : scope !== null && scopeReason.trim() === ''
            ? text('lab.scopeReason')
            : null
    : needsRole('lab.work', text);
  return (
    <DeskLayout
      queue={queue}
      bar={
        <ActionBar
          info={<b>{text('lab.itemsChosen', { count: selected.size, items: items.length })}</b>}
          primary={{
            label: text('lab.orderNow'),
            pending: order.pending,
            disabledReason: why,
            onPress: () => void send(),
          }}
        />
      }
    >
      <header className="lab-head">
        <div className="lab-title">
          <h1>{row.productName}</h1>
          <StarRow star={row.requestedStar} size={18} />
        </div>
        <div className="dim small">
          {row.enterpriseName} · {text('lab.sample')} <span className="mono">{row.barcode}</span> · {row.caseId}
        </div>
      </header>
      {order.failure === null ? null : <Notice kind="error">{order.failure.text}</Notice>}
      {planId === null ? <Notice kind="info">{text('lab.noPlan')}</Notice> : null}
      <FieldGrid columns={2}>
        <Field label={text('lab.plan')} hint={view === undefined ? undefined : view.plan.note[language]}>
          {({ status, ...control }) => (
            <Select
              {...control}
              status={status}
              value={planId}
              onChange={(id) => {
                setPlanId(id);
                setChosen(null);
              }}
              onKeyDown={(event) => {
                // The list takes Enter for itself, with Ctrl too.
                if (event.key === 'Enter' && event.ctrlKey && why === null) void send();
              }}
              options={plans.map(({ category, id, items: count, version }) => ({
                value: id,
                label: `${category[language]} ${version} · ${text('lab.itemCount', { count })}`,
              }))}
            />
          )}
        </Field>
        <Choice
          label={text('lab.purpose')}
          options={TEST_PURPOSES.map((value) => ({ value, label: text(`lab.purpose-${value}`) }))}
          value={purpose}
          onChange={setPurpose}
        />
        {again ? (
          <TextField
            label={text('lab.againReason')}
            hint={text('lab.againHint', { number: row.report?.number ?? '' })}
            error={order.fieldErrors['retestReason']}
            maxLength={300}
            value={reason}
            onValue={setReason}
          />
        ) : null}
      </FieldGrid>
      {scope === null || selected.size === 0 ? null : (
        <TextField
          label={text('lab.scopeReason')}
          hint={[
            ...(scope.otherCategory ? [text('lab.scopeOther')] : []),
            ...(scope.leftOut.length === 0
              ? []
              : [text('lab.scopeLeftOut', { items: scope.leftOut.map((item) => item[language]).join('、') })]),
            text('lab.scopeTold'),
          ].join(' ')}
          error={order.fieldErrors['scopeReason']}
          maxLength={300}
          value={scopeReason}
          onValue={setScopeReason}
        />
      )}
      {items.length === 0 ? null : (
        <Panel title={text('lab.items')}>
          <SelectTable
            label={text('lab.items')}
            rows={items}
            rowKey={({ id }) => id}
            rowName={(item) => item[language]}
            selected={selected}
            onSelect={setChosen}
            columns={[
              {
                key: 'item',
                title: text('lab.item'),
                wraps: true,
                render: (item) => (
                  <>
                    {item[language]}{' '}
                    {item.verify === true ? (
                      <span className="lab-verify" title={text('lab.verifyDetail')}>
                        {text('lab.verify')}
                      </span>
                    ) : null}
                  </>
                ),
              },
              {
                key: 'asked',
                title: text('lab.requirement'),
                wraps: true,
                render: (item) => requirementText(item, text, language),
              },
              { key: 'method', title: text('lab.method'), render: ({ method }) => method ?? '' },
              {
                key: 'source',
                title: text('lab.source'),
                wraps: true,
                render: ({ source }) => (
                  <span className="dim">
                    {source.standard} {source.clause}
                  </span>
                ),
              },
            ]}
          />
          {items.some(({ verify }) => verify) ? <p className="small dim">{text('lab.verifyDetail')}</p> : null}
        </Panel>
      )}
    </DeskLayout>
  );
}
