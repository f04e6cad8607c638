import { ProblemNote } from "../parts/problem-note.tsx";
import { useActions, useVisitState, useWorldWords } from "../visit-context.tsx";
import { Busy } from "./busy.tsx";

/** Signing in; what is wrong, if it is. */
export function EnteringScreen() {
  const words = useWorldWords().arrival;
  const { retryEntering, go } = useActions();
  const problem = useVisitState("arrival", (state) => state.problem);
  return (
    <section className="card" data-wide={false}>
      <h1 tabIndex={-1}>{words.enteringTitle}</h1>
      <Busy />
      <ProblemNote problem={problem} />
      {problem !== undefined && (
        <div className="row">
          <button type="button" className="main-button" onClick={retryEntering}>
            {words.retry}
          </button>
          <button type="button" className="quiet-button" onClick={() => go("title")}>
            {words.back}
          </button>
        </div>
      )}
    </section>
  );
}
