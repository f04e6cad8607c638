import type { Crossing } from "../../../sim/crossing/crossing.ts";
import { useActions, useVisitState, useWorldWords } from "../visit-context.tsx";
import { problemWords } from "../words/index.ts";

/** What is wrong with a walk through the gate, and what one can do. */
export function CrossingTrouble({ crossing }: { crossing: Crossing }) {
  const all = useWorldWords();
  const words = all.corridor;
  const { retryCrossing } = useActions();
  const admission = useVisitState("crossing", (state) => state.admission);
  const refused = admission?.phase === "failed" ? admission.problem : undefined;
  const trouble =
    crossing.problem !== undefined
      ? words.problems[crossing.problem]
      : crossing.phase === "parked" || crossing.phase === "returned"
        ? words[crossing.phase]
        : refused === undefined
          ? undefined
          : refused === "platform-unreachable"
            ? words.problems["destination-unreachable"]
            : problemWords(all, refused);
  if (trouble === undefined) return null;
  return (
    <div className="note" data-tone="warning" role="alert">
      <p>
        <strong>{trouble.text}</strong> {trouble.todo}
      </p>
      {crossing.detail !== undefined && crossing.detail !== "" && (
        <p className="hint">
          {words.reason}: <bdi>{crossing.detail}</bdi>
        </p>
      )}
      {(crossing.problem !== undefined || refused !== undefined) && (
        <button type="button" className="glass-button" data-action="retry" onClick={retryCrossing}>
          {words.retry}
        </button>
      )}
    </div>
  );
}
