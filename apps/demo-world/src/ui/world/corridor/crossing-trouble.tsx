import type { Crossing } from "../../../sim/crossing/crossing.ts";
import { parkedReason } from "../../../sim/crossing/parked-reason.ts";
import { PARKED_WORDS } from "../../parked/words.ts";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../visit-context.tsx";
import { problemWords } from "../words/index.ts";

/** What is wrong with a walk through the gate, and what one can do. */
export function CrossingTrouble({ crossing }: { crossing: Crossing }) {
  const all = useWorldWords();
  const words = all.corridor;
  const language = useLanguage();
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
  const isParked = crossing.problem === undefined && crossing.phase === "parked";
  const reason = isParked ? parkedReason(crossing.detail) : undefined;
  const because = reason === undefined ? undefined : PARKED_WORDS[language][reason];
  return (
    <div className="note" data-tone="warning" role="alert" data-reason={reason}>
      <p>
        <strong>{trouble.text}</strong> {because?.text} {trouble.todo}
      </p>
      {because !== undefined && <p>{because.todo}</p>}
      <Technical crossing={crossing} />
      {(crossing.problem !== undefined || refused !== undefined) && (
        <button type="button" className="glass-button" data-action="retry" onClick={retryCrossing}>
          {words.retry}
        </button>
      )}
    </div>
  );
}

/** What the chain said, word for word, and what to name to whoever can help. */
function Technical({ crossing: { detail, messageId } }: { crossing: Crossing }) {
  const words = useWorldWords().corridor;
  if (detail === undefined || detail === "") return null;
  return (
    <details className="technical">
      <summary>{words.technical}</summary>
      <dl>
        <dt>{words.reason}</dt>
        <dd>
          <bdi>{detail}</bdi>
        </dd>
        <dt>{words.messageId}</dt>
        <dd>{messageId}</dd>
      </dl>
    </details>
  );
}
