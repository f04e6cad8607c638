import { useActions, useVisitState, useWorldWords } from "../visit-context.tsx";

/** The title, and the way in. */
export function TitleScreen() {
  const words = useWorldWords();
  const { begin, go } = useActions();
  const visitor = useVisitState("arrival", (state) => state.visitor);
  const isBack = useVisitState(
    "arrival",
    (state) => state.isReturning && state.keptKey !== undefined,
  );
  return (
    <section className="title-screen">
      <h1 tabIndex={-1}>
        <span className="title-kanji" lang="ja">
          竜宮
        </span>
        <span className="title-roman" lang="en">
          Ryugu
        </span>
      </h1>
      <p className="title-tagline">{words.arrival.tagline}</p>
      <p className="title-lead">{words.arrival.lead}</p>
      <div className="title-actions">
        <button type="button" className="main-button" data-action="begin" onClick={begin}>
          {isBack ? words.arrival.enterAgain(visitor.name) : words.arrival.enter}
        </button>
        {isBack && (
          <button type="button" className="glass-button" onClick={() => go("who")}>
            {words.panels.settings.change}
          </button>
        )}
      </div>
      <p className="title-zone">
        <a href="/zone">{words.arrival.zonePage}</a>
        <span>{words.arrival.zonePageText}</span>
      </p>
    </section>
  );
}
