import { useKeys } from '#renderer/ui/keys.tsx';
import { useText } from '#renderer/ui/language.tsx';
import { LAB_QUEUES, type LabQueue } from '#shared/contract/lab.ts';

/** The four states of the laboratory's queue; 1 to 4 choose. */
export function LabStates({
  value,
  counts,
  onChange,
}: {
  readonly value: LabQueue;
  readonly counts: Readonly<Record<string, number>>;
  readonly onChange: (value: LabQueue) => void;
}) {
  const text = useText();
  useKeys(
    LAB_QUEUES.map((state, index) => ({
      combo: String(index + 1),
      label: text(`lab.queue-${state}`),
      run: () => onChange(state),
    })),
  );
  return (
    <div className="lab-states" role="group" aria-label={text('lab.states')}>
      {LAB_QUEUES.map((state) => (
        <button
          key={state}
          type="button"
          className={state === value ? 'lab-state is-on' : 'lab-state'}
          aria-pressed={state === value}
          onClick={() => onChange(state)}
        >
          {text(`lab.queue-${state}`)}
          {counts[`lab.${state}`] === undefined ? null : <span> {counts[`lab.${state}`]}</span>}
        </button>
      ))}
    </div>
  );
}
