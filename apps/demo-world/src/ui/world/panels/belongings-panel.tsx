import { useEffect } from "react";
import { tokenRefKey } from "../../../sim/belongings/belonging.ts";
import { isOver } from "../../../sim/crossing/crossing.ts";
import type { PlatformSlug } from "../../../sim/place/place.ts";
import { useActions, useLanguage, useVisitState, useWorldWords } from "../visit-context.tsx";
import { BackupOffer } from "./backup-offer.tsx";
import { BelongingRow } from "./belonging-row.tsx";
import { DeskLink } from "./desk-link.tsx";
import { Panel } from "./panel.tsx";

/** What belongs to the person, in both worlds. */
export function BelongingsPanel() {
  const words = useWorldWords();
  const own = words.panels.belongings;
  const language = useLanguage();
  const { readBelongings, keepBelongings, readOffers } = useActions();
  const items = useVisitState("belongings", (state) => state.items);
  const reading = useVisitState("belongings", (state) => state.reading);
  const crossing = useVisitState("crossing", (state) => state.crossing);
  useEffect(() => {
    readBelongings();
    readOffers(true);
    return keepBelongings();
  }, [readBelongings, keepBelongings, readOffers]);
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
      <div className="row">
        <button type="button" className="quiet-button" onClick={readBelongings}>
          {own.refresh}
        </button>
        <DeskLink />
      </div>
    </Panel>
  );
}
