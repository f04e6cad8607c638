import { useEffect } from "react";
import { type Belonging, isSameToken, tokenRefKey } from "../../../sim/belongings/belonging.ts";
import { isOver } from "../../../sim/crossing/crossing.ts";
import type { PlatformSlug } from "../../../sim/place/place.ts";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../visit-context.tsx";
import { BackupOffer } from "./backup-offer.tsx";
import { Panel } from "./panel.tsx";

/** What belongs to the person, in both worlds. */
export function BelongingsPanel() {
  const words = useWorldWords();
  const own = words.panels.belongings;
  const language = useLanguage();
  const { readBelongings, keepBelongings } = useActions();
  const items = useVisitState("belongings", (state) => state.items);
  const reading = useVisitState("belongings", (state) => state.reading);
  const crossing = useVisitState("crossing", (state) => state.crossing);
  useEffect(() => {
    readBelongings();
    return keepBelongings();
  }, [readBelongings, keepBelongings]);
  const phases = Object.entries(reading) as [PlatformSlug, string][];
  const isReading = phases.some(([, phase]) => phase === "reading");
  return (
    <Panel title={own.title} kind="belongings">
      <BackupOffer />
      <p role="status" className="hint">
        {isReading && own.reading}
      </p>
      {phases
        .filter(([, phase]) => phase === "failed")
        .map(([slug]) => (
          <p key={slug} className="note" data-tone="warning">
            {own.failed(words.platforms[slug])}
          </p>
        ))}
      {crossing !== undefined && !isOver(crossing) && (
        <p className="note" data-tone="info">
          <bdi>{crossing.name?.[language] ?? own.unnamed(crossing.token.id)}</bdi> {own.crossing}
        </p>
      )}
      {items.length === 0 && !isReading && <p>{own.empty}</p>}
      <ul className="belongings">
        {items.map((item) => (
          <BelongingRow key={tokenRefKey(item.token)} item={item} />
        ))}
      </ul>
      <button type="button" className="quiet-button" onClick={readBelongings}>
        {own.refresh}
      </button>
    </Panel>
  );
}

function BelongingRow({ item }: { item: Belonging }) {
  const words = useWorldWords();
  const own = words.panels.belongings;
  const language = useLanguage();
  const { hold } = useActions();
  const isHeld = useVisitState("belongings", ({ held }) => isSameToken(held, item.token));
  const place = useVisitState("place", (state) => state.place);
  const isBornHere = item.home.chain === item.token.chain;
  return (
    <li
      data-token={tokenRefKey(item.token)}
      data-where={item.where}
      data-home={isBornHere}
      data-held={isHeld}
    >
      {item.picture === undefined ? (
        <span className="belonging-picture" aria-hidden="true" />
      ) : (
        <img className="belonging-picture" src={item.picture} alt="" width="72" height="72" />
      )}
      <span className="belonging-text">
        <b>
          <bdi>{item.name?.[language] ?? own.unnamed(item.token.id)}</bdi>
        </b>
        <span className="hint">
          {place === item.where || place === "corridor"
            ? own.where(words.platforms[item.where])
            : own.elsewhere(words.platforms[item.where])}
        </span>
      </span>
      {place === item.where && (
        <button
          type="button"
          className="glass-button"
          aria-pressed={isHeld}
          onClick={() => hold(isHeld ? null : item.token)}
        >
          {isHeld ? own.putAway : own.hold}
        </button>
      )}
    </li>
  );
}
