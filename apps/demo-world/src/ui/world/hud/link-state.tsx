import { useActions, useVisitState, useWorldWords } from "../visit-context.tsx";

/** Says when the connection with the world is lost, and what one can do. */
export function LinkState() {
  const words = useWorldWords().hud;
  const { retryLink } = useActions();
  const link = useVisitState("place", (state) => state.link);
  const refusal = useVisitState("place", (state) => state.refusal);
  const text =
    refusal === "hall-full"
      ? words.link["hall-full"]
      : link === "lost" || link === "closing"
        ? words.link[link]
        : undefined;
  return (
    <div className="link-state" role="status" data-link={link}>
      {text !== undefined && (
        <p className="paper">
          {text}{" "}
          <button type="button" className="quiet-button" onClick={retryLink}>
            {words.retryNow}
          </button>
        </p>
      )}
    </div>
  );
}
