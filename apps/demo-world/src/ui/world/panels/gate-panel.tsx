import { isSameToken } from "../../../sim/belongings/belonging.ts";
import { isOver } from "../../../sim/crossing/crossing.ts";
import { otherSide } from "../../../sim/crossing/doors.ts";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../visit-context.tsx";
import { Panel } from "./panel.tsx";

/** The gate: what happens when one walks through, and with what. */
export function GatePanel() {
  const words = useWorldWords();
  const own = words.panels.gate;
  const { walkThrough, open } = useActions();
  const from = useVisitState("place", (state) => state.platform);
  const isKnown = useVisitState("place", ({ platforms }) => Object.keys(platforms).length > 1);
  const held = useVisitState("belongings", (state) => state.held);
  const item = useVisitState("belongings", ({ items, held: token }) =>
    items.find((one) => isSameToken(one.token, token)),
  );
  const crossing = useVisitState("crossing", (state) => state.crossing);
  const to = words.platforms[otherSide(from)];
  const { unnamed } = words.panels.belongings;
  const language = useLanguage();
  const isBusy = crossing !== undefined && !isOver(crossing);
  return (
    <Panel title={own.title(to)} kind="gate">
      {held === null ? (
        <p>{own.empty}</p>
      ) : (
        <>
          <p>
            <strong>{own.carrying(item?.name?.[language] ?? unnamed(held.id))}</strong>
          </p>
          <p>{own.carryingText(to)}</p>
        </>
      )}
      {isBusy && (
        <p className="note" data-tone="warning">
          {own.busy(crossing.name?.[language] ?? unnamed(crossing.token.id))}
        </p>
      )}
      {!isKnown && (
        <p className="note" data-tone="warning">
          {own.unknown}
        </p>
      )}
      <div className="row">
        <button
          type="button"
          className="main-button"
          data-action="walk-through"
          disabled={!isKnown}
          onClick={() => walkThrough("corridor")}
        >
          {own.go}
        </button>
        <button type="button" className="quiet-button" onClick={() => open({ kind: "belongings" })}>
          {own.see}
        </button>
      </div>
    </Panel>
  );
}
