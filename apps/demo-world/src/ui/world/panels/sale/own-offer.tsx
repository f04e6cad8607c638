import { useActions, useWorldWords } from "../../visit-context.tsx";

/** What one sees of an offer of one's own: nobody buys from themself. */
export function OwnOffer() {
  const words = useWorldWords().trade;
  const { open } = useActions();
  return (
    <div className="note" data-tone="info" data-offer="own">
      <p>{words.ownOffer}</p>
      <button type="button" className="glass-button" onClick={() => open({ kind: "belongings" })}>
        {words.toBelongings}
      </button>
    </div>
  );
}
