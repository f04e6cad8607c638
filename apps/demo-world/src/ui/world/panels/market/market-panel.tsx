import { useEffect, useState } from "react";
import { isOfferOf } from "../../../../sim/market/offer.ts";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { useActions, useVisitState, useWorldWords } from "../../visit-context.tsx";
import { Panel } from "../panel.tsx";
import { OfferCard } from "./offer-card.tsx";
import { OfferDetail } from "./offer-detail.tsx";

/** How many offers are shown, and how many more at a time. */
const PAGE = 12;

/** What people sell to each other where one is: all of it, or one offer. */
export function MarketPanel({ offer }: { offer?: string | undefined }) {
  return offer === undefined ? <Board /> : <OfferDetail id={offer} />;
}

function Board() {
  const words = useWorldWords().trade;
  const { readOffers, readOfferLooks, open } = useActions();
  const offers = useVisitState("trade", (state) => state.offers);
  const reading = useVisitState("trade", (state) => state.reading);
  const problem = useVisitState("trade", (state) => state.problem);
  const account = useVisitState("belongings", (state) => state.account);
  const [most, setMost] = useState(PAGE);
  const shown = offers.slice(0, most);
  const ids = shown.map(({ id }) => id).join();
  useEffect(() => readOffers(), [readOffers]);
  useEffect(() => readOfferLooks(ids.split(",")), [readOfferLooks, ids]);
  return (
    <Panel title={words.title} kind="market">
      <p>{words.lead}</p>
      <p role="status" className="hint">
        {reading === "reading" && offers.length === 0 && words.reading}
      </p>
      <ProblemNote problem={problem === undefined ? undefined : { code: problem }} />
      {reading === "read" && offers.length === 0 && (
        <p className="note" data-tone="info">
          {words.empty}
        </p>
      )}
      <ul className="offers" data-offers={offers.length}>
        {shown.map((offer) => (
          <OfferCard key={offer.id} offer={offer} isOwn={isOfferOf(offer, account)} />
        ))}
      </ul>
      <div className="row">
        {offers.length > most && (
          <button type="button" className="glass-button" onClick={() => setMost(most + PAGE)}>
            {words.more}
          </button>
        )}
        <button type="button" className="quiet-button" onClick={() => readOffers()}>
          {words.refresh}
        </button>
        <button type="button" className="quiet-button" onClick={() => open({ kind: "belongings" })}>
          {words.sellOwn}
        </button>
      </div>
    </Panel>
  );
}
