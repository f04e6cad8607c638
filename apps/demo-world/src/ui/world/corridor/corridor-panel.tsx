import { useEffect, useState } from "react";
import { type Bead, crossingBeads } from "../../../sim/crossing/beads.ts";
import type { Crossing } from "../../../sim/crossing/crossing.ts";
import { hasLeft, isOver } from "../../../sim/crossing/crossing.ts";
import { openDoors, otherSide } from "../../../sim/crossing/doors.ts";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../visit-context.tsx";
import { CrossingTrouble } from "./crossing-trouble.tsx";

/** The way between the worlds: what happens to the item, as it happens, and the doors. */
export function CorridorPanel() {
  const words = useWorldWords();
  const from = useVisitState("place", (state) => state.platform);
  const crossing = useVisitState("crossing", (state) => state.crossing);
  const shown = crossing?.from === from ? crossing : undefined;
  const title = words.corridor.title(words.platforms[from], words.platforms[otherSide(from)]);
  return (
    <section
      className="corridor-panel paper"
      aria-label={title}
      data-phase={shown?.phase ?? "none"}
      data-problem={shown?.problem ?? "none"}
    >
      <h2>{title}</h2>
      {shown === undefined ? <p>{words.corridor.emptyHanded}</p> : <Journey crossing={shown} />}
      <Doors crossing={shown} />
    </section>
  );
}

function Journey({ crossing }: { crossing: Crossing }) {
  const words = useWorldWords().corridor;
  const name = crossing.name?.[useLanguage()];
  return (
    <>
      {name !== undefined && (
        <p className="corridor-item">
          <bdi>{name}</bdi>
        </p>
      )}
      <p className="corridor-phase" role="status">
        {words.phase[crossing.phase]}
      </p>
      <ol className="stages">
        {crossingBeads(crossing).map((bead) => (
          <Stage key={`${bead.kind}-${bead.number ?? 0}`} bead={bead} phase={crossing.phase} />
        ))}
      </ol>
      <Elapsed crossing={crossing} />
      <CrossingTrouble crossing={crossing} />
    </>
  );
}

function Stage({ bead, phase }: { bead: Bead; phase: Crossing["phase"] }) {
  const words = useWorldWords().corridor;
  const { kind, state, number, signer } = bead;
  const isHeld = state === "held" && (phase === "parked" || phase === "returned");
  return (
    <li data-phase={state} data-stage={isHeld ? phase : kind}>
      <span className="stage-light" aria-hidden="true" />
      <span>
        {kind === "signature" ? words.signature(number ?? 0) : words.stages[isHeld ? phase : kind]}
        {kind === "signature" && (
          <span className="stage-signer">
            <bdi>{signer ?? (state === "now" ? words.awaited : "")}</bdi>
          </span>
        )}
      </span>
    </li>
  );
}

const SECOND = 1_000;

function Elapsed({ crossing }: { crossing: Crossing }) {
  const words = useWorldWords().corridor;
  const [now, setNow] = useState(Date.now);
  const isMoving = !isOver(crossing) && crossing.phase !== "parked";
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, [isMoving]);
  const begun = crossing.at.gas ?? now;
  const ended = crossing.at.delivered ?? crossing.at.returned;
  const seconds = Math.max(0, Math.round(((ended ?? now) - begun) / SECOND));
  return (
    <p className="corridor-time">
      {crossing.phase === "delivered" ? words.took(seconds) : words.elapsed(seconds)}
      {hasLeft(crossing) && !isOver(crossing) && <span className="hint"> {words.safe}</span>}
    </p>
  );
}

function Doors({ crossing }: { crossing: Crossing | undefined }) {
  const words = useWorldWords();
  const { walkThrough } = useActions();
  const from = useVisitState("place", (state) => state.platform);
  const admission = useVisitState("crossing", (state) => state.admission);
  const to = otherSide(from);
  const admitted = new Set(admission?.phase === "admitted" ? [admission.to] : []);
  const isOpen = openDoors({
    place: "corridor",
    from,
    crossing,
    admitted,
    hasOtherWorld: true,
  }).includes(to);
  return (
    <div className="doors">
      <p role="status" data-door={isOpen ? "open" : "closed"}>
        {isOpen
          ? words.corridor.open(words.platforms[to])
          : admission && words.corridor.admission[admission.phase](words.platforms[to])}
      </p>
      <div className="row">
        <button
          type="button"
          className="main-button"
          disabled={!isOpen}
          data-action="go-on"
          onClick={() => walkThrough(to)}
        >
          {words.corridor.goOn(words.platforms[to])}
        </button>
        <button
          type="button"
          className="quiet-button"
          data-action="go-back"
          onClick={() => walkThrough(from)}
        >
          {words.corridor.goBack(words.platforms[from])}
        </button>
      </div>
    </div>
  );
}
