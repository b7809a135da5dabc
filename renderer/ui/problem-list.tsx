import { useText } from './language.tsx';

/** Why files were not kept, a sentence each; several are counted. */
export function ProblemList({ problems }: { readonly problems: readonly string[] }) {
  const text = useText();
  if (problems.length === 0) return null;
  return (
    <>
      {problems.length < 2 ? null : <b>{text('evidence.notAttached', { count: problems.length })}</b>}
      <ul>
        {problems.map((problem, index) => (
          <li key={`${index} ${problem}`}>{problem}</li>
        ))}
      </ul>
    </>
  );
}
