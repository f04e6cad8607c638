import type { Problem } from "../../../stores/world/arrival-store.ts";
import { useWorldWords } from "../visit-context.tsx";
import { problemWords } from "../words/index.ts";

/** What went wrong and what one can do, said once to a screen reader. */
export function ProblemNote({ problem }: { problem: Problem | undefined }) {
  const words = useWorldWords();
  if (problem === undefined) return null;
  const { text, todo } = problemWords(words, problem.code);
  return (
    <div className="note" data-tone="warning" role="alert" data-problem={problem.code}>
      <p>
        <strong>{text}</strong> {todo}
      </p>
    </div>
  );
}
