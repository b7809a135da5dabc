import { useKeys } from './keys.tsx';
import './queue-states.css';

/** A state of a queue to choose, with what waits in it. */
export interface QueueState<State extends string> {
  readonly key: State;
  readonly label: string;
  readonly count?: number | undefined;
}

/** The states of one bench's queue, above its rows; 1 to 9 choose. */
export function QueueStates<State extends string>({
  label,
  states,
  value,
  onChange,
}: {
  readonly label: string;
  readonly states: readonly QueueState<State>[];
  readonly value: State;
  readonly onChange: (value: State) => void;
}) {
  useKeys(
    states.map(({ key, label: name }, index) => ({
      combo: String(index + 1),
      label: name,
      run: () => onChange(key),
    })),
  );
  return (
    <div className="queue-states" role="group" aria-label={label}>
      {states.map(({ count, key, label: name }) => (
        <button
          key={key}
          type="button"
          className={key === value ? 'queue-state is-on' : 'queue-state'}
          aria-pressed={key === value}
          onClick={() => onChange(key)}
        >
          {name}
          {count === undefined ? null : <span> {count}</span>}
        </button>
      ))}
    </div>
  );
}
