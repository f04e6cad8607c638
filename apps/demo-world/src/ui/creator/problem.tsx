import type { Problem as ProblemValue } from "../../stores/world/arrival-store.ts";
import { problemWords } from "../world/words/problem-words.ts";
import { useCreatorWords } from "./creator-context.tsx";

/** What went wrong and what one can do, said once to a screen reader. */
export function Problem({ problem }: { problem: ProblemValue | undefined }) {
  const words = useCreatorWords();
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
